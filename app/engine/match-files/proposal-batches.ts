import { accountIdAt, customerIdAt, type Matched, type Pace, stringAt } from '#app/match/index.ts';
import { type ProposalRow, rankedCandidates } from '#app/worksheet/index.ts';
import type { ProposalCounts } from '../proposal-counts.ts';

/** The most candidates of an account that a file of proposals holds. */
const mostCandidates = 3;
const batchSize = 1_000;

/** The rows of a finished match, in the accounts' order, batch by batch; counts what it tells. */
export async function* rowsOf(
  { open, sides: { accounts, customers }, list }: Matched,
  pace: Pace,
  counts: ProposalCounts,
): AsyncGenerator<readonly ProposalRow[]> {
  let batch: ProposalRow[] = [];
  for (const [done, place] of open.entries()) {
    const listing = list(place, mostCandidates);
    counts.add(listing);
    const candidates = rankedCandidates(listing, true);
    if (candidates.length > 0) {
      const isDangling = accounts.links !== null && stringAt(accounts.links, place) !== '';
      const account = {
        accountId: accountIdAt(accounts, place),
        accountName: stringAt(accounts.names, place),
      };
      for (const { customer, rank, score, band, state, reason } of candidates) {
        batch.push({
          ...account,
          customerId: customerIdAt(customers, customer),
          customerName: stringAt(customers.names, customer),
          rank,
          score,
          band,
          state: isDangling ? 'dangling' : state,
          reason,
        });
      }
    }
    if (pace.due()) await pace.rest('Writing the evidence', done, open.length);
    if (batch.length < batchSize) continue;
    yield batch;
    batch = [];
  }
  yield batch;
}
