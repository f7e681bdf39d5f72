import type { Band, Proposal } from '#shared/pairs.ts';
import type { Account, Customer } from '#shared/records.ts';
import { type LinkageSet, pairKey } from './linkage-set.ts';

/** How good a list of links is: shares of 0 to 1. */
export interface Quality {
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
  readonly links: number;
}

/** Precision, recall and F1 of links (pair keys) against the truth. */
export function qualityOf(links: readonly string[], truth: ReadonlySet<string>): Quality {
  const right = links.filter((link) => truth.has(link)).length;
  const precision = links.length === 0 ? 1 : right / links.length;
  const recall = truth.size === 0 ? 1 : right / truth.size;
  return {
    precision,
    recall,
    f1: right === 0 ? 0 : (2 * precision * recall) / (precision + recall),
    links: links.length,
  };
}

/** The pairs that the matcher puts forward in these bands. */
export function proposedLinks(proposals: readonly Proposal[], bands: readonly Band[]): string[] {
  return proposals.flatMap(({ state, candidates: [first] }) =>
    state === 'suggested' && first?.band != null && bands.includes(first.band)
      ? [pairKey(first.accountId, first.customerId)]
      : [],
  );
}

/** The share of true pairs that are among an account's candidates, first or not. */
export function candidateRecall(proposals: readonly Proposal[], truth: ReadonlySet<string>): number {
  const found = proposals
    .flatMap(({ candidates }) => candidates)
    .filter(({ accountId, customerId }) => truth.has(pairKey(accountId, customerId)));
  return truth.size === 0 ? 1 : found.length / truth.size;
}

/**
 * What a spreadsheet gives: VLOOKUP of the account's name in DisplayName, as Excel compares (case and outer blanks
 * aside), then of its e-mail in the e-mail column; the first hit counts.
 */
export function vlookupLinks({ accounts, customers }: Pick<LinkageSet, 'accounts' | 'customers'>): string[] {
  const cell = (text: string): string => text.trim().toLowerCase();
  const firsts = (keyOf: (customer: Customer) => string): Map<string, Customer> =>
    new Map(customers.toReversed().map((customer) => [cell(keyOf(customer)), customer]));
  const byName = firsts(({ displayName }) => displayName);
  const byEmail = firsts(({ email }) => email);
  const find = ({ name, emails }: Account): Customer | undefined =>
    (cell(name) === '' ? undefined : byName.get(cell(name))) ??
    emails.map((email) => byEmail.get(cell(email))).find((customer) => customer !== undefined);
  return accounts.flatMap((account) => {
    const customer = find(account);
    return customer === undefined ? [] : [pairKey(account.id, customer.id)];
  });
}
