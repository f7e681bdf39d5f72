import { type MatchModel, readingModel } from '#app/match/index.ts';
import type { Project } from '#app/project/index.ts';
import { Ledger } from './ledger.ts';
import { type LedgerRecords, readingContent } from './ledger-content.ts';
import { Tally } from './tally.ts';

/** What is read of a project to begin its review. */
export interface ReadReview {
  readonly ledger: Ledger;
  readonly tally: Tally | null;
  readonly model: MatchModel | null;
}

/**
 * Reads a project, gives the turn to others after each step, and takes in what is decided meanwhile. The records are read,
 * too, unless they are `known`.
 */
export function* readingReview(
  project: Project,
  known: LedgerRecords | null,
): Generator<undefined, ReadReview> {
  const model = yield* readingModel(project.proposals.model());
  const content = yield* readingContent(project, known);
  const last = project.decisions.last();
  const ledger = yield* Ledger.making(project, content);
  const tally = yield* Tally.counting(ledger);
  if (ledger.severalAccounts !== project.teaching.policy().severalAccounts) {
    return { ledger: Ledger.of(project, content), tally: null, model };
  }
  if (project.decisions.last() === last) return { ledger, tally, model };
  // What was decided meanwhile was said of the former rows.
  for (const entry of project.decisions.entries()) {
    if (entry.seq <= last) continue;
    for (const id of ledger.apply(entry)) tally.recount(id);
  }
  return { ledger, tally, model };
}
