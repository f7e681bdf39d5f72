import { createHash } from 'node:crypto';
import type { ServiceOrigin } from '#shared/datasets.ts';
import type { AccountId, RunId } from '#shared/ids.ts';
import type {
  BlockedLink,
  LinkFields,
  LinkWarning,
  PlannedLink,
  WritePlan,
  WritePreview,
} from '#shared/links.ts';
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

const byName = new Intl.Collator('en');

/**
 * The links that these confirmed pairs come to, by the account's name. `linked` are accounts that may carry one of the
 * ids already; from a balance of `highValueFrom` on a link is one of high value. Pure.
 */
export function linksOf(
  pairs: readonly ResolvedPair[],
  linked: Iterable<Account> = [],
  highValueFrom = Number.POSITIVE_INFINITY,
): LinkToWrite[] {
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
      warnings: warningsOf(account, customer, hasSeveral(target.customerId), highValueFrom),
      balance: customer.balance,
      currency: customer.currency,
      decisionSeq,
      accountModstamp: account.systemModstamp,
    }))
    .sort((a, b) => byName.compare(a.accountName, b.accountName) || (a.accountId < b.accountId ? -1 : 1));
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

function warningsOf(
  account: Account,
  customer: Customer,
  several: boolean,
  highValueFrom: number,
): LinkWarning[] {
  const warnings: LinkWarning[] = [];
  if (account.linkedCustomerId !== '') warnings.push('replaces-dangling-id');
  if (!customer.active) warnings.push('inactive-customer');
  if (customer.job || customer.parentId !== '') warnings.push('sub-customer');
  if (several) warnings.push('several-accounts');
  if (customer.balance >= highValueFrom) warnings.push('high-value');
  return warnings;
}

/** The plan without its links. Pure. */
export function previewOf({ links, warnings: _, ...plan }: WritePlan): WritePreview {
  const warnings: Partial<Record<LinkWarning, number>> = {};
  for (const link of links) for (const one of link.warnings) warnings[one] = (warnings[one] ?? 0) + 1;
  return { ...plan, count: links.length, warnings };
}

function fingerprintOf(links: readonly LinkToWrite[], target: ServiceOrigin): string {
  return createHash('sha256')
    .update(JSON.stringify([target.organisationId, links]))
    .digest('base64url');
}
