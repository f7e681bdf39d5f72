import type { NewDecision } from '#app/project/index.ts';
import { type BulkPreview, LeftOut } from '#shared/bulk.ts';
import type { DecisionKind } from '#shared/decisions.ts';
import type { AccountId } from '#shared/ids.ts';
import type { Steps } from '#shared/steps.ts';
import { accepting } from './bulk.ts';
import type { Ledger } from './ledger.ts';
import type { Standing } from './standing.ts';

/** So many accounts are looked at between two turns of others. */
const accountsAtOnce = 2_000;

/**
 * What a bulk decision of this kind would take of these accounts: only what nobody has decided, and of pairs only those
 * about which nothing is in doubt. The others are counted by reason. In small steps.
 */
export function* previewing(
  ledger: Ledger,
  accounts: readonly AccountId[],
  kind: DecisionKind,
): Steps<BulkPreview> {
  const wanted: NewDecision[] = [];
  const counts = new Map<LeftOut, number>();
  const leaveOut = (why: LeftOut, count = 1) => counts.set(why, (counts.get(why) ?? 0) + count);
  let done = 0;
  for (const accountId of new Set(accounts)) {
    done += 1;
    if (done % accountsAtOnce === 0) yield;
    if (!ledger.accounts.has(accountId)) continue;
    const standing = ledger.standing(accountId);
    const why = obstacleTo(kind, standing);
    if (why === null) wanted.push({ accountId, customerId: standing.customer, kind });
    else leaveOut(why);
  }
  const { accepted, unchanged, refused } = yield* accepting(ledger, wanted);
  if (unchanged > 0) leaveOut('decided', unchanged);
  // Of what is left, only a customer that another account has stands in the way.
  if (refused.length > 0) leaveOut('customer-taken', refused.length);
  return {
    decisions: accepted.map(({ accountId, customerId }) => ({ accountId, customerId })),
    leftOut: LeftOut.options.flatMap((why) => {
      const count = counts.get(why) ?? 0;
      return count === 0 ? [] : [{ why, count }];
    }),
  };
}

function obstacleTo(
  kind: DecisionKind,
  { state, customer, drift, hasLinkProblem, rejectedBefore, undone }: Standing,
): LeftOut | null {
  if (drift.length > 0) return 'changed-since';
  if (state === 'dangling' || hasLinkProblem) return 'link-problem';
  const isOpen =
    state === 'suggested' || state === 'conflict' || state === 'no-candidate' || state === 'rejected';
  if (!isOpen) return 'decided';
  if (kind !== 'confirm' && kind !== 'reject') return null;
  if (customer === null || state === 'no-candidate' || state === 'rejected') return 'no-customer';
  if (kind === 'reject') return null;
  if (state === 'conflict') return 'conflict';
  if (undone !== '') return 'undone-before';
  return rejectedBefore === '' ? null : 'rejected-before';
}
