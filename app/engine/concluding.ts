import { setImmediate } from 'node:timers/promises';
import type { AppEvent } from '#shared/contract.ts';
import { AppError, type ErrorCode, reportOf } from '#shared/errors.ts';
import type { RunId } from '#shared/ids.ts';
import type { RunInfo, RunStatus } from '#shared/links.ts';
import type { Session } from './session.ts';

type Changed = Extract<AppEvent, { name: 'changed' }>['payload']['what'];

/**
 * Takes a run as far as the work does, which says how it ended. However that is, the journal holds it, the review is read
 * anew and the screen is told what changed. Errors: those of the work that leave the run interrupted.
 */
export async function concluding(
  session: Session,
  run: RunId,
  changed: readonly Changed[],
  work: () => Promise<RunStatus>,
): Promise<RunInfo> {
  const { project, review } = session.writable;
  const { journal } = project;
  try {
    journal.finish(run, await work(), null, session.now());
  } catch (thrown) {
    const { code, message } = reportOf(thrown);
    const status = endings[code] ?? 'interrupted';
    journal.finish(run, status, status === 'cancelled' ? null : message, session.now());
    if (status === 'interrupted') throw thrown;
  } finally {
    if (session.options.preparesAhead === true) await review.reload(setImmediate);
    else review.refresh();
    for (const what of changed) session.emit({ name: 'changed', payload: { what } });
  }
  const info = journal.run(run);
  if (info === null) throw new AppError('run-not-found', { run });
  return info;
}

/** How a run stands that ended by such an error, which then is no fault. */
const endings: Partial<Record<ErrorCode, RunStatus>> = {
  cancelled: 'cancelled',
  'write-first-batch': 'held',
};
