import { confirmedPairs, driftedPairs } from '#app/review/index.ts';
import {
  type LinkToWrite,
  linksOf,
  type Resolution,
  resolveFromExport,
  resolveFromFile,
  resolveOffline,
  withoutDoubleClaims,
} from '#app/write/index.ts';
import { AppError } from '#shared/errors.ts';
import type { BlockedLink } from '#shared/links.ts';
import type { Session } from './session.ts';

/** The confirmed pairs as links, and those that may not be written, by why: each pair is in exactly one of the lists. */
export interface ConfirmedLinks {
  readonly links: readonly LinkToWrite[];
  /** QuickBooks does not know their customer, or nobody knows its id yet. */
  readonly withoutCustomer: readonly BlockedLink[];
  /** Their customer is confirmed for another account as well, and the project allows it one only. */
  readonly takenTwice: readonly BlockedLink[];
  /** An export changed what they were confirmed on. */
  readonly changedSince: readonly BlockedLink[];
}

/**
 * What would be written as things are, by the one set of rules that a write and a file of links follow. Customers from a
 * file are looked up in QuickBooks; with `offline` its ids are taken as they stand where there is no connection. From a
 * balance of `highValueFrom` on a link is one of high value.
 * Errors: `write-nothing`, `write-no-ids`, and those of the connection.
 */
export async function confirmedLinks(
  { open: { project, review }, connections }: Session,
  signal: AbortSignal,
  offline: boolean,
  highValueFrom = Number.POSITIVE_INFINITY,
): Promise<ConfirmedLinks> {
  const accounts = project.records.info('salesforce');
  const customers = project.records.info('quickbooks');
  if (accounts === null || customers === null) throw new AppError('write-nothing');
  if (accounts.origin.kind === 'file' && !accounts.origin.hasIds) throw new AppError('write-no-ids');
  const pairs = confirmedPairs(review.ledger);
  const { origin } = customers;
  const isAlone = offline && connections.info('quickbooks').kind === 'none';
  let resolution: Resolution;
  if (origin.kind === 'service') resolution = resolveFromExport(pairs);
  else if (isAlone) resolution = resolveOffline(pairs, origin);
  else resolution = await resolveFromFile(pairs, origin, connections.quickbooks, signal);
  const { severalAccounts } = project.teaching.policy();
  const found = { pairs: resolution.pairs, blocked: [] };
  const accountsNow = [...review.ledger.accounts.values()];
  const { pairs: writable, blocked: takenTwice } = severalAccounts
    ? found
    : withoutDoubleClaims(found, accountsNow);
  return {
    links: linksOf(writable, severalAccounts ? accountsNow : [], highValueFrom),
    withoutCustomer: resolution.blocked,
    takenTwice,
    changedSince: driftedPairs(review.ledger),
  };
}
