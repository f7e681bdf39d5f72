import { setImmediate } from 'node:timers/promises';
import { changesBetween, decidedPairs, settledRejections } from '#app/review/index.ts';
import type { Hooks } from '#app/sources/index.ts';
import type { MatchOutcome } from '#shared/contract.ts';
import { AppError } from '#shared/errors.ts';
import type { Proposal } from '#shared/pairs.ts';
import type { Session } from '../session.ts';
import { groundRulesOf } from './ground-rules.ts';
import type { MatchDone } from './messages.ts';

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
  const lastDecision = review.ledger.history.last;
  const rules = groundRulesOf(project);
  const teaching = { ...rules, ...decidedPairs(review.ledger) };
  // What was turned down before this match; the first proposals of it are no last word that could be turned down.
  const settled = settledRejections(review.ledger);
  const { accounts, customers, proposals } = review.ledger;
  const isFirst = proposals.size === 0;
  const showsEarly = isFirst && accounts.size + customers.size >= worthEarly;
  const renewal = project.proposals.renewal();
  const showEarly = (first: readonly Proposal[]): void => {
    review.showEarly(first);
    told();
  };
  let done: MatchDone;
  try {
    done = await matcher.match(teaching, { early: showsEarly ? showEarly : null, store: renewal.add }, hooks);
    hooks.progress('Putting the proposals in order', 0, null);
    const { model, lesson, doubts } = done;
    const record = { ...rules, lastDecision, lesson, settled, doubts: [...doubts] };
    renewal.commit({ model, at: session.now(), record });
  } catch (error) {
    // A match whose proposals are not in the file is none to go on from.
    await matcher.close();
    renewal.drop();
    if (showsEarly) await review.forgetEarly();
    told();
    throw error;
  }
  // Decisions taken while the match ran are in this ledger, and count for the next match.
  const before = review.ledger;
  await review.reload(setImmediate, before);
  told();
  const changed = isFirst ? { proposals: 0, gone: 0 } : changesBetween(before, review.ledger);
  return { ...done.summary, lesson: done.lesson, changed };
}
