import { setImmediate } from 'node:timers/promises';
import { changesBetween, decidedPairs } from '#app/review/index.ts';
import type { Hooks } from '#app/sources/index.ts';
import type { Rematch } from '#shared/contract.ts';
import type { Session } from '../session.ts';

/**
 * After another export: matches again what changed, where the last match can go on, and else forgets its proposals;
 * decisions stay. `replace` puts the new records in place of the former ones, step by step. Gives what was matched again, null where
 * everything has to be. Errors: those of `replace` and of `ProjectMatcher`.
 */
export async function replaceAndMatchAgain(
  session: Session,
  replace: () => Iterable<unknown>,
  hooks: Hooks,
): Promise<Rematch | null> {
  const { project, review, matcher } = session.writable;
  const told = (): void => session.emit({ name: 'changed', payload: { what: 'datasets' } });
  const goesOn = matcher.canGoOn && project.proposals.matchedAt() !== null;
  const before = goesOn ? review.ledger : null;
  for (const _ of replace()) await setImmediate();
  try {
    if (before !== null) {
      hooks.progress('Matching what changed', 0, null);
      await review.reload(setImmediate);
      told();
      const again = await matcher.again(decidedPairs(review.ledger), hooks);
      if (again !== null) {
        const { proposals, without, doubts, changedAccounts, changedCustomers } = again;
        for (const _ of project.proposals.amending(proposals, without, doubts, session.now()))
          await setImmediate();
        await review.reload(setImmediate, review.ledger);
        const changed = changesBetween(before, review.ledger);
        return {
          accounts: changedAccounts,
          customers: changedCustomers,
          proposals: proposals.length,
          changed,
        };
      }
    }
  } catch (error) {
    // The export is complete all the same. What failed, or was stopped, is only the matching of what changed: everything
    // is matched when the person asks, who is then told what stands in its way.
    session.log.noteError('match again', error);
  } finally {
    if (project.proposals.isOutdated()) {
      project.proposals.clear();
      await review.reload(setImmediate);
    }
  }
  return null;
}
