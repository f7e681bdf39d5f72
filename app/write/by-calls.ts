import type { JournalOutcome, JournalRecord } from '#app/project/index.ts';
import type { BulkOutcome, WriteOutcome } from '#app/sources/index.ts';
import { AppError } from '#shared/errors.ts';
import { askedToEnd, isAppError, type LinkWork, mayPass, outcome, takeDown, toTheEnd } from './link-work.ts';
import { nothingWasWritten } from './nothing-was-written.ts';
import { isStale, readAgain } from './read-again.ts';

/**
 * Writes a block by Collections calls. Gives the error where Salesforce did not answer for all of it (what it did not
 * answer for is `unknown` then), null where it did; what was not sent stays `planned`. Throws what no further call can
 * help.
 */
export async function writeByCalls(
  work: LinkWork,
  block: readonly JournalRecord[],
): Promise<AppError | null> {
  const { hooks, kind, limits, ports, run } = work;
  const read = await readAgain(work, block);
  const counts = ports.journal.counts(run);
  const total = Object.values(counts).reduce((sum, count) => sum + count);
  for (let from = 0; from < read.ready.length; from += limits.chunk) {
    if (from > 0 && askedToEnd(hooks) !== null) return null;
    if (isStale(work, read)) {
      return from === 0 ? new AppError('write-stale', { seconds: limits.freshFor / 1_000 }) : null;
    }
    const chunk = read.ready.slice(from, from + limits.chunk);
    const error = await send(work, chunk);
    if (error !== null) return error;
    hooks.progress(kind.step, total - counts.planned + from + chunk.length, total);
  }
  return null;
}

async function send(work: LinkWork, chunk: readonly JournalRecord[]): Promise<AppError | null> {
  const { ports } = work;
  const recordAll = (entries: readonly JournalRecord[], state: JournalOutcome['state'], message = '') =>
    takeDown(
      work,
      entries.map((entry) => outcome(entry, state, message)),
    );
  await recordAll(chunk, 'sent');
  let answers: WriteOutcome[];
  try {
    answers = await ports.salesforce.writeLinks(
      chunk.map(({ accountId, after }) => ({ accountId, link: after })),
      toTheEnd,
    );
  } catch (thrown) {
    if (!isAppError(thrown)) throw thrown;
    const unsent = nothingWasWritten(thrown);
    await recordAll(chunk, unsent ? 'planned' : 'unknown', unsent ? '' : thrown.message);
    if (!mayPass(thrown)) throw thrown;
    return thrown;
  }
  await takeDownAnswers(work, chunk, answers);
  const unanswered = chunk.slice(answers.length);
  if (unanswered.length === 0) return null;
  await recordAll(unanswered, 'unknown', 'Salesforce gave no outcome for this account.');
  return new AppError('service-answer', { service: 'Salesforce', detail: 'outcomes are missing' });
}

/** Takes down what failed, and keeps in mind what is to be read back and what is to be tried again. */
export async function takeDownAnswers(
  work: LinkWork,
  entries: readonly JournalRecord[],
  answers: readonly BulkOutcome[],
): Promise<void> {
  const failed: JournalOutcome[] = [];
  for (const [index, entry] of entries.entries()) {
    const answer = answers[index];
    if (answer?.kind === 'done') work.unverified.push(entry);
    if (answer?.kind !== 'failed') continue;
    failed.push({ ...outcome(entry, 'failed', answer.message), serviceMessage: answer.serviceMessage });
    if (answer.transient) work.locked.push(entry);
  }
  await takeDown(work, failed);
}
