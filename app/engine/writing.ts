import type { Project } from '#app/project/index.ts';
import { planOf } from '#app/write/index.ts';
import type { ServiceOrigin } from '#shared/datasets.ts';
import { AppError } from '#shared/errors.ts';
import { confirmedLinks } from './confirmed-links.ts';
import type { Handlers, Of } from './handlers.ts';
import { carryOut } from './link-runs.ts';
import { refuseOtherOrganisation } from './organisations.ts';
import type { Session } from './session.ts';
import { refuseToUndoElsewhere } from './undoing.ts';

/** Previewing, writing and resuming runs of links, and looking back at them. */
export function writeHandlers(session: Session): Handlers<Of<'write'> | Of<'runs'>> {
  return {
    'write.plan': async () => {
      const { project } = session.open;
      const { links, blocked, target } = await prepare(session);
      return planOf(links, blocked, target, project.journal.unfinished());
    },

    'write.start': ({ fingerprint, acceptWarnings }) =>
      session.operations.run('write', async (hooks) => {
        const { project } = session.writable;
        const unfinished = project.journal.unfinished();
        if (unfinished !== null) throw new AppError('write-unfinished', { run: unfinished });
        const { links, blocked, target } = await prepare(session);
        const plan = planOf(links, blocked, target, null);
        if (links.length === 0) throw new AppError('write-nothing');
        if (plan.fingerprint !== fingerprint) throw new AppError('write-plan-changed');
        if (plan.warnings.length > 0 && !acceptWarnings) {
          throw new AppError('write-acknowledge', { warnings: plan.warnings.join(', ') });
        }
        await refuseWrongTarget(session, project, target, hooks.signal);
        const run = project.journal.begin(links, target, session.options.author, session.now());
        return await carryOut(session, run, hooks);
      }),

    'write.resume': ({ runId }) => {
      const { journal } = session.open.project;
      const isUndo = journal.run(runId)?.kind === 'undo-links';
      return session.operations.run(isUndo ? 'undo' : 'write', async (hooks) => {
        const { project } = session.writable;
        const target = journal.organisationOf(runId);
        if (target === null) throw new AppError('run-not-found', { run: runId });
        if (isUndo) await refuseToUndoElsewhere(session, runId, hooks.signal);
        else await refuseWrongTarget(session, project, target, hooks.signal);
        journal.reopen(runId);
        return await carryOut(session, runId, hooks);
      });
    },

    'write.retryFailed': async () => {
      const requeued = await session.writable.review.retryFailed();
      session.emit({ name: 'changed', payload: { what: 'decisions' } });
      return { requeued };
    },

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
  };
}

/** What would be written, and to which organisation. Errors of {@link confirmedLinks} and of the connections. */
async function prepare(session: Session) {
  const { signal } = new AbortController();
  const { links, withoutCustomer, takenTwice, changedSince } = await confirmedLinks(session, signal, false);
  const origin = session.open.project.records.info('salesforce')?.origin;
  const target =
    origin?.kind === 'service' ? origin : await session.connections.identity('salesforce', signal);
  return { links, blocked: [...withoutCustomer, ...takenTwice, ...changedSince], target };
}

/** The connections must lead to the organisations that were exported and previewed. */
async function refuseWrongTarget(
  session: Session,
  project: Project,
  target: ServiceOrigin,
  signal: AbortSignal,
): Promise<void> {
  const connected = await session.connections.identity('salesforce', signal);
  if (connected.organisationId !== target.organisationId) {
    throw new AppError('project-other-organisation', {
      expected: `${target.organisationName} (${target.organisationId})`,
      found: `${connected.organisationName} (${connected.organisationId})`,
    });
  }
  refuseOtherOrganisation(project, 'quickbooks', await session.connections.identity('quickbooks', signal));
}
