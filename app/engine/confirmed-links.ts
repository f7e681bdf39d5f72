import { setImmediate } from 'node:timers/promises';
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
import { inSteps } from '#shared/steps.ts';
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

/** From which balance on a link is one of high value, and how to rest between two steps. */
interface LinkChoice {
  readonly highValueFrom?: number;
  readonly rest?: () => Promise<unknown>;
}

/**
 * What would be written as things are, by the one set of rules that a write and a file of links follow. Customers from a
 * file are looked up in QuickBooks; with `offline` its ids are taken as they stand where there is no connection. From a
 * balance of `highValueFrom` on a link is one of high value. In small steps: what is decided meanwhile may be in it or not.
 * Errors: `write-nothing`, `write-no-ids`, and those of the connection.
 */
export async function confirmedLinks(
  { open: { project, review }, connections }: Session,
  signal: AbortSignal,
  offline: boolean,
  { highValueFrom = Number.POSITIVE_INFINITY, rest = setImmediate }: LinkChoice = {},
): Promise<ConfirmedLinks> {
  const accounts = project.records.info('salesforce');
  const customers = project.records.info('quickbooks');
  if (accounts === null || customers === null) throw new AppError('write-nothing');
  if (accounts.origin.kind === 'file' && !accounts.origin.hasIds) throw new AppError('write-no-ids');
  const { ledger } = review;
  const pairs = await inSteps(confirmedPairs(ledger), rest);
  const { origin } = customers;
  const isAlone = offline && connections.info('quickbooks').kind === 'none';
  let resolution: Resolution;
  if (origin.kind === 'service') resolution = await inSteps(resolveFromExport(pairs), rest);
  else if (isAlone) resolution = resolveOffline(pairs, origin);
  else resolution = await resolveFromFile(pairs, origin, connections.quickbooks, signal);
  const { severalAccounts } = project.teaching.policy();
  const found = { pairs: resolution.pairs, blocked: [] };
  const accountsNow = [...ledger.accounts.values()];
  const { pairs: writable, blocked: takenTwice } = severalAccounts
    ? found
    : await inSteps(withoutDoubleClaims(found, accountsNow), rest);
  return {
    links: await inSteps(linksOf(writable, severalAccounts ? accountsNow : [], highValueFrom), rest),
    withoutCustomer: resolution.blocked,
    takenTwice,
    changedSince: await inSteps(driftedPairs(ledger), rest),
  };
}
