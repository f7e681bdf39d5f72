import { createHash } from 'node:crypto';
import type { ServiceOrigin } from '#shared/datasets.ts';
import type { RunId } from '#shared/ids.ts';
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

/** The links that these confirmed pairs come to, by the account's name. Pure. */
export function linksOf(pairs: readonly ResolvedPair[]): LinkToWrite[] {
  return pairs
    .map(({ account, customer, decisionSeq, target }) => ({
      accountId: account.id,
      accountName: account.name,
      customerId: customer.id,
      customerName: customer.displayName,
      before: { customerId: account.linkedCustomerId, syncToken: account.syncToken },
      after: target,
      warnings: warningsOf(account, customer),
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

function warningsOf(account: Account, customer: Customer): LinkWarning[] {
  const warnings: LinkWarning[] = [];
  if (account.linkedCustomerId !== '') warnings.push('replaces-dangling-id');
  if (!customer.active) warnings.push('inactive-customer');
  if (customer.job || customer.parentId !== '') warnings.push('sub-customer');
  return warnings;
}

function fingerprintOf(links: readonly LinkToWrite[], target: ServiceOrigin): string {
  return createHash('sha256')
    .update(JSON.stringify([target.organisationId, links]))
    .digest('base64url');
}
