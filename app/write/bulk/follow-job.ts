import type { JournalRecord } from '#app/project/index.ts';
import type { BulkJob, BulkLinks, BulkOutcome } from '#app/sources/index.ts';
import { AppError } from '#shared/errors.ts';
import { takeDownAnswers } from '../by-calls.ts';
import { isAppError, type LinkWork, mayPass, outcome, rest, takeDown, toTheEnd } from '../link-work.ts';

/**
 * Follows a job to its end and takes down what became of its entries; what its results do not tell is `unknown`. One that
 * has not begun is taken back when the run is stopped, or when it waits for so long that what was read again grows old.
 * The job itself is never deleted. Gives an error where results were missing.
 */
export async function followJob(
  work: LinkWork,
  bulk: BulkLinks,
  job: string,
  entries: readonly JournalRecord[],
): Promise<AppError | null> {
  const { hooks, limits, ports, run, kind } = work;
  const began = ports.now().getTime();
  const counts = ports.journal.counts(run);
  const total = Object.values(counts).reduce((sum, count) => sum + count);
  const before = total - counts.planned - counts.sent;
  let takenBack = false;
  for (let poll = 0; ; poll += 1) {
    const state = await patientState(work, bulk, job);
    if (state === null) {
      // Forgotten by Salesforce: reading the records says what became of them.
      await takeDown(
        work,
        entries.map((entry) => outcome(entry, 'unknown', 'Salesforce no longer knows the job.')),
      );
      ports.journal.settleJob(job);
      return null;
    }
    if (state.stage === 'over') return await takeDownJob(work, bulk, job, entries, state, takenBack);
    const isLate = ports.now().getTime() - began > limits.queuedFor;
    const isToEnd = state.stage === 'open' || (state.stage === 'queued' && (isLate || hooks.signal.aborted));
    if (isToEnd && !takenBack) {
      work.jobsAreSlow ||= isLate;
      takenBack = await abort(bulk, job);
      if (takenBack) continue;
    }
    hooks.progress(stepOf(state, kind.step), before + state.processed, total);
    const pause = limits.polls[Math.min(poll, limits.polls.length - 1)] ?? 0;
    // What Salesforce does not let end is waited for, whoever wants to stop.
    await rest(pause, isToEnd || takenBack || state.stage === 'under-way' ? toTheEnd : hooks.signal);
  }
}

function stepOf({ stage }: BulkJob, step: string): string {
  return stage === 'under-way'
    ? `${step} (a bulk job is under way)`
    : `${step} (a bulk job waits in Salesforce)`;
}

/** Whether it was still to be ended; one that has ended by itself meanwhile says so when asked again. */
async function abort(bulk: BulkLinks, job: string): Promise<boolean> {
  try {
    await bulk.abort(job, toTheEnd);
    return true;
  } catch (error) {
    if (isAppError(error) && error.code === 'service-refused') return false;
    throw error;
  }
}

/** The state of a job, through a network that comes and goes. */
async function patientState(
  { limits: { pauses } }: LinkWork,
  bulk: BulkLinks,
  job: string,
): Promise<BulkJob | null> {
  for (const pause of pauses) {
    try {
      return await bulk.stateOf(job, toTheEnd);
    } catch (error) {
      if (!isAppError(error) || !mayPass(error)) throw error;
    }
    await rest(pause, toTheEnd);
  }
  return await bulk.stateOf(job, toTheEnd);
}

async function takeDownJob(
  work: LinkWork,
  bulk: BulkLinks,
  job: string,
  entries: readonly JournalRecord[],
  { error }: BulkJob,
  takenBack: boolean,
): Promise<AppError | null> {
  const answers = await outcomesOf(bulk, job, entries);
  await takeDownAnswers(work, entries, answers);
  const open = entries.filter((_entry, at) => (answers[at]?.kind ?? 'unsettled') === 'unsettled');
  await takeDown(
    work,
    open.map((entry) => outcome(entry, 'unknown', 'The bulk job gave no outcome for this account.')),
  );
  work.ports.journal.settleJob(job);
  if (open.length === 0 || takenBack) return null;
  const detail = error === '' ? 'outcomes of a bulk job are missing' : `a bulk job failed: ${error}`;
  return new AppError('service-answer', { service: 'Salesforce', detail });
}

/** What a job's results say; nothing where Salesforce gives none of a job that was taken back. */
async function outcomesOf(
  bulk: BulkLinks,
  job: string,
  entries: readonly JournalRecord[],
): Promise<readonly BulkOutcome[]> {
  const ids = entries.map(({ accountId }) => accountId);
  try {
    return await bulk.outcomes(job, ids, toTheEnd);
  } catch (error) {
    if (isAppError(error) && error.code === 'service-refused') return [];
    throw error;
  }
}

/** Finishes the jobs that an earlier attempt of the run left behind. */
export async function finishJobs(work: LinkWork, bulk: BulkLinks): Promise<void> {
  const { ports, run } = work;
  for (const job of ports.journal.openJobs(run)) {
    const entries = ports.journal.entriesIn(run, ['sent'], Number.MAX_SAFE_INTEGER);
    await followJob(work, bulk, job, entries);
  }
}
