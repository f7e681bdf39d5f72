import { type GoodCandidates, goodCandidate } from '../match-sides.ts';
import { probability } from '../weigh.ts';
import type { Renumbering } from './renumbering.ts';
import type { SettledAgain } from './settle-again.ts';
import type { Moved } from './stage.ts';

function carriedFlags(flags: Uint8Array, { sources }: Renumbering): Uint8Array {
  return Uint8Array.from(sources, (source) => (source < 0 ? 0 : (flags[source] ?? 0)));
}

/** Which records have a good candidate now. */
export function goodAgain(
  before: GoodCandidates,
  { field, odds, part }: SettledAgain,
  { accounts, customers }: Moved,
): GoodCandidates {
  const good = {
    accounts: carriedFlags(before.accounts, accounts),
    customers: carriedFlags(before.customers, customers),
  };
  for (const account of part.records.accounts) good.accounts[account] = 0;
  for (const customer of part.records.customers) good.customers[customer] = 0;
  for (const edge of part.places) {
    if (probability(odds[edge] ?? 0) < goodCandidate) continue;
    good.accounts[field.edges.accounts[edge] ?? 0] = 1;
    good.customers[field.edges.customers[edge] ?? 0] = 1;
  }
  return good;
}
