import { createHash } from 'node:crypto';
import type { ServiceOrigin } from '#shared/datasets.ts';
import type { AccountId, RunId } from '#shared/ids.ts';
import type { BlockedLink, LinkFields, LinkWarning, PlannedLink, WritePlan } from '#shared/links.ts';
import type { Account, Customer } from '#shared/records.ts';

/** A confirmed pair with the decision that confirmed it. */
export interface ConfirmedPair {
  readonly account: Account;
  readonly customer: Customer;
  readonly decisionSeq: number;
}

/** A confirmed pair whose customer is known in QuickBooks: `target` is what the account is to carry. */
export interface ResolvedPair extends ConfirmedPair {
  readonly target: LinkFields;
}

/** A link of the plan with what the writer needs besides. */
export interface LinkToWrite extends PlannedLink {
  readonly decisionSeq: number;
  readonly accountModstamp: string;
}

/**
 * The links that these confirmed pairs come to, by the account's name. `linked` are accounts that may carry one of the
 * ids already. Pure.
 */
export function linksOf(pairs: readonly ResolvedPair[], linked: Iterable<Account> = []): LinkToWrite[] {
  const accountsOf = new Map(pairs.map(({ target }) => [target.customerId, new Set<AccountId>()]));
  for (const { account, target } of pairs) accountsOf.get(target.customerId)?.add(account.id);
  for (const { id, linkedCustomerId } of linked) accountsOf.get(linkedCustomerId)?.add(id);
  const hasSeveral = (customerId: string) => (accountsOf.get(customerId)?.size ?? 0) > 1;
  return pairs
    .map(({ account, customer, decisionSeq, target }) => ({
      accountId: account.id,
      accountName: account.name,
      customerId: customer.id,
      customerName: customer.displayName,
      before: { customerId: account.linkedCustomerId, syncToken: account.syncToken },
      after: target,
      warnings: warningsOf(account, customer, hasSeveral(target.customerId)),
      decisionSeq,
      accountModstamp: account.systemModstamp,
    }))
    .sort((a, b) => a.accountName.localeCompare(b.accountName, 'en') || (a.accountId < b.accountId ? -1 : 1));
}

/** The preview that a person sees and accepts; its fingerprint is what they accept. Pure. */
export function planOf(
  links: readonly LinkToWrite[],
  blocked: readonly BlockedLink[],
  target: ServiceOrigin,
  unfinishedRun: RunId | null,
): WritePlan {
  const shown = links.map(({ decisionSeq, accountModstamp, ...link }): PlannedLink => link);
  return {
    fingerprint: fingerprintOf(links, target),
    organisationName: target.organisationName,
    environment: target.environment,
    links: shown,
    blocked: [...blocked],
    warnings: [...new Set(shown.flatMap((link) => link.warnings))].sort(),
    unfinishedRun,
  };
}

function warningsOf(account: Account, customer: Customer, several: boolean): LinkWarning[] {
  const warnings: LinkWarning[] = [];
  if (account.linkedCustomerId !== '') warnings.push('replaces-dangling-id');
  if (!customer.active) warnings.push('inactive-customer');
  if (customer.job || customer.parentId !== '') warnings.push('sub-customer');
  if (several) warnings.push('several-accounts');
  return warnings;
}

function fingerprintOf(links: readonly LinkToWrite[], target: ServiceOrigin): string {
  return createHash('sha256')
    .update(JSON.stringify([target.organisationId, links]))
    .digest('base64url');
}
