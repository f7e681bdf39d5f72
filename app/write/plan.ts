import { createHash } from 'node:crypto';
import type { ServiceOrigin } from '#shared/datasets.ts';
import type { AccountId, RunId } from '#shared/ids.ts';
import type { BlockedLink, LinkFields, LinkWarning, PlannedLink, WritePreview } from '#shared/links.ts';
import { inPieces } from '#shared/pieces.ts';
import type { Account, Customer } from '#shared/records.ts';
import { sorting } from '#shared/sorting.ts';
import type { Steps } from '#shared/steps.ts';

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

/** So many links are worked out between two turns of others. */
const linksAtOnce = 1_000;

/**
 * The links that these confirmed pairs come to, by the account's name, in small steps. `linked` are accounts that may carry
 * one of the ids already; from a balance of `highValueFrom` on a link is one of high value. Pure.
 */
export function* linksOf(
  pairs: readonly ResolvedPair[],
  linked: readonly Account[] = [],
  highValueFrom = Number.POSITIVE_INFINITY,
): Steps<LinkToWrite[]> {
  const accountsOf = new Map<string, Set<AccountId>>();
  for (const some of inPieces(pairs, linksAtOnce)) {
    for (const { account, target } of some) {
      const accounts = accountsOf.get(target.customerId);
      if (accounts === undefined) accountsOf.set(target.customerId, new Set([account.id]));
      else accounts.add(account.id);
    }
    yield;
  }
  for (const some of inPieces(linked, linksAtOnce)) {
    for (const { id, linkedCustomerId } of some) accountsOf.get(linkedCustomerId)?.add(id);
    yield;
  }
  const links: LinkToWrite[] = [];
  for (const some of inPieces(pairs, linksAtOnce)) {
    for (const pair of some) {
      const hasSeveral = (accountsOf.get(pair.target.customerId)?.size ?? 0) > 1;
      links.push(linkOf(pair, hasSeveral, highValueFrom));
    }
    yield;
  }
  return yield* sorting(
    links,
    (a, b) => byName.compare(a.accountName, b.accountName) || (a.accountId < b.accountId ? -1 : 1),
  );
}

function linkOf(
  { account, customer, decisionSeq, target }: ResolvedPair,
  hasSeveral: boolean,
  highValueFrom: number,
): LinkToWrite {
  return {
    accountId: account.id,
    accountName: account.name,
    customerId: customer.id,
    customerName: customer.displayName,
    before: { customerId: account.linkedCustomerId, syncToken: account.syncToken },
    after: target,
    warnings: warningsOf(account, customer, hasSeveral, highValueFrom),
    balance: customer.balance,
    currency: customer.currency,
    decisionSeq,
    accountModstamp: account.systemModstamp,
  };
}

/** The preview that a person sees and accepts, in small steps; its fingerprint is what they accept. Pure. */
export function* previewOf(
  links: readonly LinkToWrite[],
  blocked: readonly BlockedLink[],
  target: ServiceOrigin,
  unfinishedRun: RunId | null,
): Steps<WritePreview> {
  const fingerprint = createHash('sha256').update(target.organisationId);
  const warnings: Partial<Record<LinkWarning, number>> = {};
  for (const some of inPieces(links, linksAtOnce)) {
    fingerprint.update(JSON.stringify(some));
    for (const link of some) for (const one of link.warnings) warnings[one] = (warnings[one] ?? 0) + 1;
    yield;
  }
  return {
    fingerprint: fingerprint.digest('base64url'),
    organisationName: target.organisationName,
    environment: target.environment,
    blocked: [...blocked],
    unfinishedRun,
    count: links.length,
    warnings,
  };
}

/** A link as a person sees it. */
export function shownLink({ decisionSeq, accountModstamp, ...link }: LinkToWrite): PlannedLink {
  return link;
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
