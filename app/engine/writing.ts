import { setImmediate } from 'node:timers/promises';
import type { Project } from '#app/project/index.ts';
import type { Hooks } from '#app/sources/index.ts';
import { planOf, runLinks } from '#app/write/index.ts';
import type { ServiceOrigin } from '#shared/datasets.ts';
import { AppError, reportOf } from '#shared/errors.ts';
import type { RunId } from '#shared/ids.ts';
import type { RunInfo } from '#shared/links.ts';
import { confirmedLinks } from './confirmed-links.ts';
import type { Handlers, Of } from './handlers.ts';
import { refuseOtherOrganisation } from './organisations.ts';
import type { Session } from './session.ts';

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

    'write.resume': ({ runId }) =>
      session.operations.run('write', async (hooks) => {
        const { project } = session.writable;
        const target = project.journal.organisationOf(runId);
        if (target === null) throw new AppError('run-not-found', { run: runId });
        await refuseWrongTarget(session, project, target, hooks.signal);
        project.journal.reopen(runId);
        return await carryOut(session, runId, hooks);
      }),

    'write.retryFailed': async () => {
      const requeued = await session.writable.review.retryFailed();
      session.emit({ name: 'changed', payload: { what: 'decisions' } });
      return { requeued };
    },

    'runs.list': () => session.open.project.journal.runs(),
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

/** Takes the run as far as it goes; however it ends, the run says so and the screen is told. */
async function carryOut(session: Session, run: RunId, hooks: Hooks): Promise<RunInfo> {
  const { project, review } = session.writable;
  const { journal, records } = project;
  try {
    const status = await runLinks(
      run,
      {
        salesforce: session.connections.salesforce,
        quickbooks: session.connections.quickbooks,
        journal,
        severalAccounts: project.teaching.policy().severalAccounts,
        now: session.now,
        isInForce: (account, decisionSeq) => review.isInForce(account, decisionSeq),
        onWritten: (link, current) => {
          const account = review.ledger.accounts.get(link.accountId);
          if (account === undefined) return;
          const written = {
            ...account,
            linkedCustomerId: link.customerId,
            syncToken: current.link.syncToken,
            systemModstamp: current.systemModstamp,
          };
          records.updateAccount(written);
          review.noteWritten(written);
        },
      },
      hooks,
    );
    journal.finish(run, status, null, session.now());
  } catch (thrown) {
    const { code, message } = reportOf(thrown);
    const status = code === 'cancelled' ? 'cancelled' : 'interrupted';
    journal.finish(run, status, status === 'cancelled' ? null : message, session.now());
    if (status !== 'cancelled') throw thrown;
  } finally {
    if (session.options.preparesAhead === true) await review.reload(setImmediate);
    else review.refresh();
    session.emit({ name: 'changed', payload: { what: 'runs' } });
  }
  const info = journal.run(run);
  if (info === null) throw new AppError('run-not-found', { run });
  return info;
}
