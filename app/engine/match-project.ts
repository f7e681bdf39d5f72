import { type MatchResult, matchInWorker } from '#app/match/index.ts';
import { changesBetween, decidedPairs, settledRejections } from '#app/review/index.ts';
import type { Hooks } from '#app/sources/index.ts';
import type { MatchOutcome, MatchSummary } from '#shared/contract.ts';
import { AppError } from '#shared/errors.ts';
import { ProposalCounts } from './match-summary.ts';
import type { Session } from './session.ts';

/**
 * Matches the open project with all that a person has taught it, and keeps what came of it.
 * Errors: `match-no-data`, `project-none`, `project-read-only`, and those of `matchInWorker`.
 */
export async function matchProject(session: Session, hooks: Hooks): Promise<MatchOutcome> {
  const { project, review } = session.writable;
  for (const [side, what] of [
    ['salesforce', 'The accounts'],
    ['quickbooks', 'The customers'],
  ] as const) {
    if (project.records.info(side) === null) throw new AppError('match-no-data', { missing: what });
  }
  hooks.progress('Reading the project', 0, null);
  const lastDecision = project.decisions.last();
  const [policy, pins] = [project.teaching.policy(), project.teaching.pins()];
  const teaching = { policy, pins, ...decidedPairs(review.ledger) };
  const accounts = [...review.ledger.accounts.values()];
  const customers = [...review.ledger.customers.values()];
  const result = await matchInWorker({ accounts, customers, teaching }, hooks);
  // Decisions taken while the match ran are in this ledger, and count for the next match.
  const before = review.ledger;
  const { proposals, model, lesson } = result;
  const told = { policy, pins, lastDecision, lesson, settled: settledRejections(before) };
  project.proposals.replace(proposals, model, session.now(), told);
  review.refreshProposals();
  session.emit({ name: 'changed', payload: { what: 'proposals' } });
  return { ...summaryOf(result), lesson, changed: changesBetween(before, review.ledger) };
}

function summaryOf({ proposals, milliseconds }: MatchResult): MatchSummary {
  const counts = new ProposalCounts();
  for (const proposal of proposals) counts.add(proposal);
  return counts.summary(milliseconds);
}
