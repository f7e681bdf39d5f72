import { type Matched, type Pace, placeOfString, stringAt } from '#app/match/index.ts';
import { type ProposalRow, rankedCandidates } from '#app/worksheet/index.ts';
import type { ProposalCounts } from '../match-summary.ts';

/** The most candidates of an account that a file of proposals holds. */
const mostCandidates = 3;
const batchSize = 1_000;

/** The rows of a finished match, in the accounts' order, batch by batch; counts what it tells. */
export async function* rowsOf(
  { open, sides, propose }: Matched,
  pace: Pace,
  counts: ProposalCounts,
): AsyncGenerator<readonly ProposalRow[]> {
  const { accounts, customers } = sides;
  let batch: ProposalRow[] = [];
  for (const [done, place] of open.entries()) {
    const proposal = propose(place, mostCandidates);
    counts.add(proposal);
    const isDangling = accounts.links !== null && stringAt(accounts.links, place) !== '';
    const accountName = stringAt(accounts.names, place);
    for (const candidate of rankedCandidates(proposal, true)) {
      const customerName = stringAt(customers.names, placeOfString(customers.ids, candidate.customerId));
      batch.push({
        ...candidate,
        state: isDangling ? 'dangling' : candidate.state,
        accountName,
        customerName,
      });
    }
    if (pace.due()) await pace.rest('Writing the evidence', done, open.length);
    if (batch.length < batchSize) continue;
    yield batch;
    batch = [];
  }
  yield batch;
}
