import type { JournalRecord } from '#app/project/index.ts';
import type { BulkLinks } from '#app/sources/index.ts';
import { AppError } from '#shared/errors.ts';
import { isAppError, type LinkWork, mayPass, outcome, takeDown, toTheEnd } from '../link-work.ts';
import { nothingWasWritten } from '../nothing-was-written.ts';
import { isStale, readAgain } from '../read-again.ts';
import { followJob } from './follow-job.ts';

/**
 * Writes a block by one bulk job. Its id is stored before it is given anything, so that whatever breaks, the job is found
 * again. Gives an error where not all of the block was settled and trying again may help; throws the others.
 */
export async function writeByJob(
  work: LinkWork,
  bulk: BulkLinks,
  block: readonly JournalRecord[],
): Promise<AppError | null> {
  const { ports, run, limits } = work;
  const read = await readAgain(work, block);
  const { ready } = read;
  if (ready.length === 0) return null;
  if (isStale(work, read)) return new AppError('write-stale', { seconds: limits.freshFor / 1_000 });
  let job: string;
  try {
    job = await bulk.open(toTheEnd);
  } catch (thrown) {
    // A job without data writes nothing, whether or not it was opened.
    if (isAppError(thrown) && mayPass(thrown)) return thrown;
    throw thrown;
  }
  ports.journal.beginJob(run, job, ports.now());
  await takeDown(
    work,
    ready.map((entry) => outcome(entry, 'sent')),
  );
  try {
    await bulk.upload(
      job,
      ready.map(({ accountId, after }) => ({ accountId, link: after })),
      toTheEnd,
    );
    await bulk.start(job, toTheEnd);
  } catch (thrown) {
    if (!isAppError(thrown)) throw thrown;
    return await afterBreak(work, bulk, job, ready, thrown);
  }
  return await followJob(work, bulk, job, ready);
}

/** A job whose upload or start was not answered: taken back where it has not begun to wait, else gone on with. */
async function afterBreak(
  work: LinkWork,
  bulk: BulkLinks,
  job: string,
  entries: readonly JournalRecord[],
  error: AppError,
): Promise<AppError | null> {
  const state = nothingWasWritten(error) && !mayPass(error) ? null : await bulk.stateOf(job, toTheEnd);
  if (state !== null && state.stage !== 'open') return await followJob(work, bulk, job, entries);
  if (state !== null) await bulk.abort(job, toTheEnd);
  await takeBack(work, job, entries);
  if (!mayPass(error)) throw error;
  return error;
}

/** Takes entries of a job that never began back into the plan. */
async function takeBack(work: LinkWork, job: string, entries: readonly JournalRecord[]): Promise<void> {
  await takeDown(
    work,
    entries.map((entry) => outcome(entry, 'planned')),
  );
  work.ports.journal.settleJob(job);
}
