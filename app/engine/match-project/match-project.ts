import { setImmediate } from 'node:timers/promises';
import { changesBetween, decidedPairs, settledRejections } from '#app/review/index.ts';
import type { Hooks } from '#app/sources/index.ts';
import type { MatchOutcome } from '#shared/contract.ts';
import { AppError } from '#shared/errors.ts';
import type { Session } from '../session.ts';

/** A match of fewer records is done before anybody could look at its first proposals. */
const worthEarly = 5_000;

/**
 * Matches the open project with all that a person has taught it, and keeps what came of it. Where there are no proposals
 * yet, the first ones are shown while the match goes on.
 * Errors: `match-no-data`, `project-none`, `project-read-only`, and those of `ProjectMatcher`.
 */
export async function matchProject(session: Session, hooks: Hooks): Promise<MatchOutcome> {
  const { project, review, matcher } = session.writable;
  for (const [side, what] of [
    ['salesforce', 'The accounts'],
    ['quickbooks', 'The customers'],
  ] as const) {
    if (project.records.info(side) === null) throw new AppError('match-no-data', { missing: what });
  }
  hooks.progress('Reading the project', 0, null);
  const told = (): void => session.emit({ name: 'changed', payload: { what: 'proposals' } });
  const lastDecision = project.decisions.last();
  const [policy, pins] = [project.teaching.policy(), project.teaching.pins()];
  const teaching = { policy, pins, ...decidedPairs(review.ledger) };
  const { accounts, customers, proposals } = review.ledger;
  const isFirst = proposals.size === 0;
  const showsEarly = isFirst && accounts.size + customers.size >= worthEarly;
  const renewal = project.proposals.renewal();
  const { model, lesson, summary, doubts } = await matcher
    .match(
      teaching,
      {
        early: showsEarly
          ? (first) => {
              review.showEarly(first);
              told();
            }
          : null,
        store: renewal.add,
      },
      hooks,
    )
    .catch((error: unknown) => {
      renewal.drop();
      if (review.early > 0) {
        review.refreshProposals();
        told();
      }
      throw error;
    });
  hooks.progress('Putting the proposals in order', 0, null);
  // Decisions taken while the match ran are in this ledger, and count for the next match.
  const before = review.ledger;
  const settled = settledRejections(before);
  renewal.commit({
    model,
    at: session.now(),
    record: { policy, pins, lastDecision, lesson, settled, doubts: [...doubts] },
  });
  await review.reload(setImmediate, before);
  told();
  const changed = isFirst ? { proposals: 0, gone: 0 } : changesBetween(before, review.ledger);
  return { ...summary, lesson, changed };
}
