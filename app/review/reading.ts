import { type MatchModel, readingModel } from '#app/match/index.ts';
import type { Project } from '#app/project/index.ts';
import type { ProposalOutline } from '#shared/pairs.ts';
import type { Steps } from '#shared/steps.ts';
import { manyLines } from './history.ts';
import { Ledger } from './ledger.ts';
import { type LedgerContent, type LedgerRecords, readingContent } from './ledger-content.ts';
import { Tally } from './tally.ts';

/** A ledger with its counts, as of one moment. */
export interface ReadLedger {
  readonly ledger: Ledger;
  readonly tally: Tally;
}

/** What is read of a project to begin its review. */
export interface ReadReview extends ReadLedger {
  readonly model: MatchModel | null;
}

/** Reads a project in small steps, with what is decided meanwhile. The records are read, too, unless they are `known`. */
export function* readingReview(project: Project, known: LedgerRecords | null): Steps<ReadReview> {
  const model = yield* readingModel(project.proposals.model());
  const content = yield* readingContent(project, known);
  return { ...(yield* readingLedger(project, content, [])), model };
}

/**
 * Makes the ledger of a project anew in small steps, with what was decided and what rule was chosen since; `former` is the
 * one to be replaced, whose records and proposals are known. `early` are proposals of a match that still runs.
 */
export function* renewingLedger(
  project: Project,
  former: Ledger | null,
  early: readonly ProposalOutline[],
): Steps<ReadLedger> {
  // A ledger with early proposals does not tell them from those of the project.
  const isKnown = former !== null && !former.isPartial;
  return yield* readingLedger(project, isKnown ? former : yield* readingContent(project, former), early);
}

function* readingLedger(
  project: Project,
  content: LedgerContent,
  early: readonly ProposalOutline[],
): Steps<ReadLedger> {
  const ledger = yield* Ledger.making(project, content);
  if (early.length > 0) ledger.proposeEarly(early);
  const tally = yield* Tally.counting(ledger);
  yield* takingInWhatFollowed(project, ledger, tally);
  const isOfThisRule = ledger.severalAccounts === project.teaching.policy().severalAccounts;
  return isOfThisRule ? { ledger, tally } : yield* readingLedger(project, content, early);
}

/** What was decided since the ledger read the log was said of the former rows. */
function* takingInWhatFollowed(project: Project, ledger: Ledger, tally: Tally): Steps<void> {
  for (const lines of project.decisions.since(ledger.history.last)) {
    for (const line of lines) for (const id of ledger.apply(line)) tally.recount(id);
    if (lines.length >= manyLines) yield;
  }
}
