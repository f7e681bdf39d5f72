import type { NewCustomerDecision, NewDecision } from '#app/project/index.ts';
import type { AccountId } from '#shared/ids.ts';
import type { Finding } from './finding.ts';
import type { ProjectNow, Say } from './project-now.ts';

/** Decisions that findings come to, to be one batch, and the remarks beside them. */
export interface Taken {
  readonly accounts: NewDecision[];
  readonly customers: NewCustomerDecision[];
  readonly comments: { readonly accountId: AccountId; readonly text: string }[];
}

/**
 * What taking these findings over comes to, under the author of the file. Of an account what was rejected comes first and
 * the word on it last; a confirmation of another customer is said again after the rejections, which would take it back. Pure.
 */
export function takenFrom(findings: readonly Finding[], now: ProjectNow, taken: Say): Taken {
  const all: Taken = { accounts: [], customers: [], comments: [] };
  const ofAccount = new Map<AccountId, NewDecision[]>();
  for (const { effect } of findings) {
    if (effect === null) continue;
    if (effect.kind === 'comment') all.comments.push(effect);
    else if (effect.kind === 'customer-decision') {
      all.customers.push({ customerId: effect.customerId, kind: effect.decision, taken });
    } else {
      const { accountId, customerId, decision: kind, basis } = effect;
      const decision = {
        accountId,
        customerId,
        kind,
        taken,
        ...(basis !== null && { basis }),
      };
      ofAccount.set(accountId, [...(ofAccount.get(accountId) ?? []), decision]);
    }
  }
  for (const [accountId, decisions] of ofAccount) {
    const rejects = decisions.filter(({ kind }) => kind === 'reject');
    const words = decisions.filter(({ kind }) => kind !== 'reject');
    all.accounts.push(...rejects, ...(words.length > 0 ? words : standing(accountId, rejects, now)));
  }
  return all;
}

/** The confirmation of another customer than those that are rejected, said again as it was said. */
function standing(accountId: AccountId, rejects: readonly NewDecision[], now: ProjectNow): NewDecision[] {
  const said = now.account(accountId)?.said ?? null;
  if (said?.kind !== 'confirm' || rejects.some((one) => one.customerId === said.customerId)) return [];
  const { kind, customerId, author, at, basis } = said;
  return [{ accountId, customerId, kind, taken: { author, at }, basis }];
}
