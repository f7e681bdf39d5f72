import type { JournalRecord } from '#app/project/index.ts';
import type { Hooks } from '#app/sources/index.ts';
import type { AppError } from '#shared/errors.ts';
import type { RunId } from '#shared/ids.ts';
import type { RunStatus } from '#shared/links.ts';
import { finishJobs } from './bulk/follow-job.ts';
import { writeByJob } from './bulk/write-job.ts';
import { writeByCalls } from './by-calls.ts';
import { enteredOn, refuseOddBatch } from './first-batch.ts';
import type { LinkRunKind } from './link-run-kind.ts';
import {
  askedToEnd,
  isAppError,
  type LinkRunPorts,
  type LinkWork,
  linkWork,
  outcome,
  rest,
  takeDown,
} from './link-work.ts';
import { settle, verify } from './settle.ts';

export type { LinkRunPorts } from './link-work.ts';

/**
 * Takes a run to its end: settles what was sent and never answered, then block by block re-reads, refuses what changed by
 * the verdict of its kind, journals, sends `after` over `before`, and verifies by re-reading; a few links first, the rest
 * once these came out as planned. May be called again on a run that stopped anywhere; what is done is not sent again.
 * Gives how it ended; the faults that stop it are thrown after the journal is right, and so is `write-first-batch`, after
 * which a person says how to go on.
 */
export async function runLinks(
  run: RunId,
  kind: LinkRunKind,
  ports: LinkRunPorts,
  hooks: Hooks,
): Promise<RunStatus> {
  const work = linkWork(run, kind, ports, hooks);
  try {
    const { bulk } = ports.salesforce;
    if (bulk !== undefined) await finishJobs(work, bulk);
    // What only waits to be read back is settled below with all else.
    work.unverified = [];
    await settle(work, ['sent', 'unknown']);
    const ended = await writeAll(work);
    await verify(work);
    return ended;
  } catch (thrown) {
    if (!isAppError(thrown)) throw thrown;
    await readBack(work);
    if (thrown.code === 'cancelled') return 'cancelled';
    throw thrown;
  }
}

/** What was written before the fault is read back if that can be done; else it is settled when the run goes on. */
async function readBack(work: LinkWork): Promise<void> {
  try {
    await verify(work);
  } catch (thrown) {
    if (!isAppError(thrown)) throw thrown;
  }
}

async function writeAll(work: LinkWork): Promise<RunStatus> {
  const { run, kind, ports, hooks, limits } = work;
  const { journal } = ports;
  const isLarge = journal.counts(run).planned > limits.collectionsUpTo;
  let unanswered = 0;
  let lockTries = 0;
  for (;;) {
    await settle(work, ['unknown']);
    const counts = journal.counts(run);
    const total = Object.values(counts).reduce((sum, count) => sum + count);
    hooks.progress(kind.step, total - counts.planned, total);
    if (counts.planned === 0) {
      await verify(work);
      if (askedToEnd(hooks) !== null || !(await tryLockedAgain(work, lockTries))) return 'finished';
      lockTries += 1;
      continue;
    }
    const ending = askedToEnd(hooks);
    if (ending !== null) return ending;
    const error = await writeNext(work, counts.planned, isLarge, unanswered > 0);
    if (error === null) {
      unanswered = 0;
      continue;
    }
    const pause = limits.pauses[unanswered];
    unanswered += 1;
    if (pause === undefined) throw error;
    await rest(pause, hooks.signal);
  }
}

/** Writes the next block; the first one, of a run of many, is small and is looked at before the others are sent. */
async function writeNext(
  work: LinkWork,
  planned: number,
  isLarge: boolean,
  isTroubled: boolean,
): Promise<AppError | null> {
  const { run, kind, ports, limits } = work;
  const { journal } = ports;
  const next = (most: number) => journal.entriesIn(run, ['planned'], most);
  if (kind.provesFirst && !journal.isProven(run) && planned > limits.provesFrom) {
    return await writeFirst(work, next(limits.firstBatch));
  }
  const { bulk } = ports.salesforce;
  // After trouble less is read at once: what takes too long to be read is too old to be written on.
  if (isLarge && bulk !== undefined && !work.jobsAreSlow) {
    return await writeByJob(work, bulk, next(isTroubled ? Math.ceil(limits.job / 5) : limits.job));
  }
  return await writeByCalls(work, next(isTroubled ? limits.chunk : limits.block));
}

async function writeFirst(work: LinkWork, batch: readonly JournalRecord[]): Promise<AppError | null> {
  const { run, ports } = work;
  const before = await enteredOn(work, batch);
  const error = await writeByCalls(work, batch);
  if (error !== null) return error;
  await verify(work);
  for (const [tries] of work.limits.lockPauses.entries()) {
    if (!(await tryLockedAgain(work, tries))) break;
    const again = await writeByCalls(
      work,
      batch.filter(({ accountId }) => isPlanned(work, accountId)),
    );
    if (again !== null) return again;
    await verify(work);
  }
  await refuseOddBatch(work, batch, before);
  ports.journal.setProven(run);
  return null;
}

function isPlanned({ run, ports }: LinkWork, accountId: JournalRecord['accountId']): boolean {
  return ports.journal.entriesOf(run, [accountId])[0]?.state === 'planned';
}

/** Plans what others had locked once more, after a while; false where there is nothing to try, or it was tried enough. */
async function tryLockedAgain(work: LinkWork, tries: number): Promise<boolean> {
  const pause = work.limits.lockPauses[tries];
  if (work.locked.length === 0 || pause === undefined) return false;
  work.hooks.progress('Waiting for accounts that others are changing', 0, null);
  await rest(pause, work.hooks.signal);
  const locked = work.locked;
  work.locked = [];
  await takeDown(
    work,
    locked.map((entry) => outcome(entry, 'planned')),
  );
  return true;
}
