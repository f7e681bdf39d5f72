import type { DecisionEntry, DriftEntry } from '#app/project/index.ts';
import type { DriftEffect, FieldChange } from '#shared/drift.ts';
import { type AccountId, CustomerId } from '#shared/ids.ts';
import { accountFields, customerFields, type RecordField } from '#shared/record-fields.ts';
import type { Account, Customer } from '#shared/records.ts';
import type { DriftHistory } from './drift-history.ts';

/** What the effects of drift on an account are worked out from. */
export interface DriftInput {
  readonly account: Account;
  /** The person's decisions in force for this account, oldest first. */
  readonly decisions: readonly DecisionEntry[];
  readonly customers: ReadonlyMap<CustomerId, Customer>;
  readonly drift: DriftHistory;
  /** The customer that was confirmed for an account which is gone; null for none. */
  readonly confirmedFor: (account: AccountId) => CustomerId | null;
}

/**
 * What exports did to an account's link or decision since the person last said something of it, and what still is so.
 * Any decision settles what went before it; taking it back brings that up again. Pure.
 */
export function driftEffects(input: DriftInput): DriftEffect[] {
  const { account, decisions, customers, drift } = input;
  const last = decisions.at(-1);
  const since = last?.basis ?? 0;
  const ofAccount = netChanges(accountFields, drift.since('salesforce', account.id, since), account);
  const confirmed = last?.kind === 'confirm' ? last.customerId : null;
  const carried = account.linkedCustomerId;
  const known = (id: string) => customers.get(id as CustomerId);
  const nameOf = (id: string) =>
    known(id)?.displayName ?? drift.since('quickbooks', id, 0).at(-1)?.name ?? (id === '' ? '' : `id ${id}`);
  const effects: DriftEffect[] = [];

  const link = ofAccount.find(({ field }) => field === 'linkedCustomerId');
  const isForeign = link !== undefined && carried !== confirmed && (link.before !== '' || confirmed !== null);
  if (isForeign) {
    const { before } = link;
    effects.push({
      kind: 'link-changed',
      before,
      after: carried,
      beforeName: nameOf(before),
      afterName: nameOf(carried),
    });
  }

  const isLinked = known(carried) !== undefined;
  const target = isLinked || confirmed === null ? idOf(carried) : confirmed;
  if (target !== null) {
    const linked = target !== confirmed || isLinked;
    const happened = drift.since('quickbooks', target, since);
    const customer = known(target);
    const about = { customerId: target, name: nameOf(target), linked };
    if (customer === undefined) {
      // A confirmed customer was there when it was confirmed; an id that never led anywhere is another matter.
      if (!linked || happened.some(({ kind }) => kind === 'gone')) {
        effects.push({ kind: 'customer-gone', ...about });
      }
    } else {
      const ofCustomer = netChanges(customerFields, happened, customer);
      if (!customer.active && ofCustomer.some(({ field }) => field === 'active')) {
        effects.push({ kind: 'customer-inactive', ...about });
      }
      if (!linked) effects.push(...pairChanged(ofAccount, ofCustomer));
    }
  }

  for (const { id, entry } of drift.mergedInto(account.id, since)) {
    const had = input.confirmedFor(id) ?? carriedBy(entry);
    if (had === null || had === target) continue;
    const { name } = entry;
    effects.push({ kind: 'merged-in', accountId: id, name, customerId: had, customerName: nameOf(had) });
  }
  return effects;
}

function pairChanged(account: readonly FieldChange[], customer: readonly FieldChange[]): DriftEffect[] {
  const evident = {
    account: account.filter((change) => isEvident(accountFields, change)),
    customer: customer.filter((change) => isEvident(customerFields, change)),
  };
  return evident.account.length + evident.customer.length === 0 ? [] : [{ kind: 'pair-changed', ...evident }];
}

/** What of these exports changed in a record that the matcher goes by, against how it reads now. */
export function evidentChanges<T>(
  fields: readonly RecordField<T>[],
  happened: readonly DriftEntry[],
  now: T,
): FieldChange[] {
  return netChanges(fields, happened, now).filter((change) => isEvident(fields, change));
}

function isEvident<T>(fields: readonly RecordField<T>[], { field, before, after }: FieldChange): boolean {
  return (
    fields.some(({ name, isEvidence }) => name === field && isEvidence) && folded(before) !== folded(after)
  );
}

/** Text without case and without needless space: what is written so again says the same. */
function folded(text: string): string {
  return text.toLowerCase().replace(/\s+/g, ' ').trim();
}

/** What reads otherwise now than before the first of these exports: a change that was taken back is none. */
function netChanges<T>(
  fields: readonly RecordField<T>[],
  happened: readonly DriftEntry[],
  now: T,
): FieldChange[] {
  // Of nearly all records, and each is asked for when a project is opened.
  if (happened.length === 0) return [];
  const before = new Map<string, string>();
  for (const { changes } of happened) {
    for (const change of changes) if (!before.has(change.field)) before.set(change.field, change.before);
  }
  return fields.flatMap(({ name, textOf }) => {
    const was = before.get(name);
    const is = textOf(now);
    return was === undefined || was === is ? [] : [{ field: name, before: was, after: is }];
  });
}

function carriedBy({ changes }: DriftEntry): CustomerId | null {
  const carried = changes.find(({ field }) => field === 'linkedCustomerId')?.before ?? '';
  return idOf(carried);
}

function idOf(carried: string): CustomerId | null {
  return carried === '' ? null : CustomerId.parse(carried);
}
