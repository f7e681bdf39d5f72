import { AppError } from '#shared/errors.ts';
import type { Handlers, Of } from './handlers.ts';
import type { Session } from './session.ts';

/** Looking back at the runs of the open project: what each wrote, created or undid, and what came of it. */
export function runHandlers(session: Session): Handlers<Of<'runs'>> {
  return {
    'runs.list': () => session.open.project.journal.runs(),
    'runs.removals': ({ runId }) =>
      session.open.project.removals
        .entries(runId)
        .map(({ expected: _expected, version: _version, ...entry }) => entry),
    'runs.journal': ({ runId }) => {
      const { project } = session.open;
      if (project.journal.run(runId) === null) throw new AppError('run-not-found', { run: runId });
      return project.journal.entries(runId);
    },
    'runs.journalPage': ({ runId, last }) => {
      const { journal } = session.open.project;
      const entries = journal.entriesAfter(runId, last);
      // Counting a run's entries takes as long as reading a page of them.
      if (entries.length === 0 && journal.run(runId) === null)
        throw new AppError('run-not-found', { run: runId });
      return entries;
    },
  };
}
