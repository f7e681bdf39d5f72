import type { QuickBooksClient } from '#app/sources/index.ts';
import type { Origin } from '#shared/datasets.ts';
import type { CustomerId } from '#shared/ids.ts';
import type { BlockedLink } from '#shared/links.ts';
import { inPieces } from '#shared/pieces.ts';
import type { Account } from '#shared/records.ts';
import type { Steps } from '#shared/steps.ts';
import type { ConfirmedPair, ResolvedPair } from './plan.ts';

/** So many accounts are looked at between two turns of others. */
const accountsAtOnce = 2_000;

/** Confirmed pairs told apart: those whose customer is known in QuickBooks, and those that cannot be written. */
export interface Resolution {
  readonly pairs: ResolvedPair[];
  readonly blocked: BlockedLink[];
}

/** Pairs of a live export, in small steps: the export itself says what each customer's id and SyncToken are. Pure. */
export function* resolveFromExport(pairs: readonly ConfirmedPair[]): Steps<Resolution> {
  const resolved: ResolvedPair[] = [];
  for (const some of inPieces(pairs, accountsAtOnce)) {
    for (const { account, customer, decisionSeq } of some) {
      const target = { customerId: customer.id, syncToken: customer.syncToken };
      resolved.push({ account, customer, decisionSeq, target });
    }
    yield;
  }
  return { pairs: resolved, blocked: [] };
}

/**
 * Pairs whose customers came from a file: QuickBooks is asked for what the file lacks, the ids by DisplayName
 * where it has none, and the SyncTokens. A customer that QuickBooks does not know is blocked, not guessed.
 */
export async function resolveFromFile(
  pairs: readonly ConfirmedPair[],
  origin: Extract<Origin, { kind: 'file' }>,
  quickbooks: Pick<QuickBooksClient, 'findByDisplayName' | 'readCustomers'>,
  signal: AbortSignal,
): Promise<Resolution> {
  const idOf = new Map<CustomerId, CustomerId>();
  if (origin.hasIds) for (const { customer } of pairs) idOf.set(customer.id, customer.id);
  else {
    // Without ids the key is the name as the file gives it, for a sub-customer "Parent:Job".
    const found = await quickbooks.findByDisplayName(
      pairs.map(({ customer }) => customer.id),
      signal,
    );
    for (const { customer } of pairs) {
      const id = found.get(customer.id);
      if (id !== undefined) idOf.set(customer.id, id);
    }
  }
  const current = await quickbooks.readCustomers([...idOf.values()], signal);

  const resolution: Resolution = { pairs: [], blocked: [] };
  for (const pair of pairs) {
    const id = idOf.get(pair.customer.id);
    const now = id === undefined ? undefined : current.get(id);
    if (id !== undefined && now !== undefined) {
      resolution.pairs.push({
        ...pair,
        customer: { ...pair.customer, active: now.active },
        target: { customerId: id, syncToken: now.syncToken },
      });
    } else {
      const how = origin.hasIds ? `the id ${pair.customer.id}` : 'this display name';
      resolution.blocked.push({
        accountId: pair.account.id,
        accountName: pair.account.name,
        customerName: pair.customer.displayName,
        message: `QuickBooks has no customer with ${how}. Export the customers again.`,
      });
    }
  }
  return resolution;
}

/**
 * Pairs whose customers came from a file, where QuickBooks cannot be asked: the file's ids are taken at their word, and
 * without ids nothing is known. Only what has the form of a QuickBooks id is one. Pure.
 */
export function resolveOffline(
  pairs: readonly ConfirmedPair[],
  origin: Extract<Origin, { kind: 'file' }>,
): Resolution {
  const resolution: Resolution = { pairs: [], blocked: [] };
  for (const pair of pairs) {
    const { account, customer } = pair;
    if (origin.hasIds && /^\d+$/.test(customer.id)) {
      resolution.pairs.push({ ...pair, target: { customerId: customer.id, syncToken: customer.syncToken } });
      continue;
    }
    resolution.blocked.push({
      accountId: account.id,
      accountName: account.name,
      customerName: customer.displayName,
      message: origin.hasIds
        ? `${customer.id} is no QuickBooks id. Export the customers again.`
        : 'Its QuickBooks id is not known yet: the file of customers has no ids. Connect QuickBooks, and it is looked up by name.',
    });
  }
  return resolution;
}

/**
 * Takes out the pairs that would put one customer on several accounts (two people's files, or an account that came
 * back in a later export, can lead there), `linked` accounts that carry its id already counted in. None of them is
 * written until a person has said which one is right. In small steps. Pure.
 */
export function* withoutDoubleClaims(
  { pairs, blocked }: Resolution,
  linked: readonly Account[] = [],
): Steps<Resolution> {
  const claiming = new Map<string, Account[]>();
  for (const some of inPieces(pairs, accountsAtOnce)) {
    for (const { account, target } of some) add(claiming, target.customerId, account);
    yield;
  }
  const carrying = new Map<string, Account[]>();
  for (const some of inPieces(linked, accountsAtOnce)) {
    for (const account of some) {
      if (claiming.has(account.linkedCustomerId)) add(carrying, account.linkedCustomerId, account);
    }
    yield;
  }
  const kept: Resolution = { pairs: [], blocked: [...blocked] };
  for (const some of inPieces(pairs, accountsAtOnce)) {
    for (const pair of some) {
      const message = claimedBy(
        namesOf(claiming.get(pair.target.customerId) ?? [], pair.account),
        namesOf(carrying.get(pair.target.customerId) ?? [], pair.account),
      );
      if (message === null) kept.pairs.push(pair);
      else {
        kept.blocked.push({
          accountId: pair.account.id,
          accountName: pair.account.name,
          customerName: pair.customer.displayName,
          message,
        });
      }
    }
    yield;
  }
  return kept;
}

function claimedBy(claiming: string, carrying: string): string | null {
  if (carrying !== '')
    return `${carrying} in Salesforce carries this customer’s id already. Look at both accounts.`;
  return claiming === ''
    ? null
    : `This customer is also confirmed for ${claiming}. Undo or reject all but one.`;
}

function add(accounts: Map<string, Account[]>, customerId: string, account: Account): void {
  const known = accounts.get(customerId);
  if (known === undefined) accounts.set(customerId, [account]);
  else known.push(account);
}

/** The accounts beside this one, by name; `''` for none. */
function namesOf(accounts: readonly Account[], but: Account): string {
  return accounts
    .filter(({ id }) => id !== but.id)
    .map(({ name }) => name)
    .join(', ');
}
