import { randomUUID } from 'node:crypto';
import { setImmediate } from 'node:timers/promises';
import type { Hooks } from '#app/sources/index.ts';
import { fingerprintOfCreations, readyOf, runCreates } from '#app/write/index.ts';
import type { CreatePlan, CreationEntry } from '#shared/creating.ts';
import { AppError, reportOf } from '#shared/errors.ts';
import type { RunId } from '#shared/ids.ts';
import type { RunInfo } from '#shared/links.ts';
import type { Handlers, Of } from '../handlers.ts';
import { refuseOtherOrganisation } from '../organisations.ts';
import type { Session } from '../session.ts';
import { type PreparedCreations, prepareCreations } from './prepare.ts';

/** Previewing, editing, creating and resuming runs that create customers, and looking back at them. */
export function createHandlers(session: Session): Handlers<Of<'create'>> {
  return {
    'create.plan': async ({ emails }) => {
      const prepared = await prepareCreations(session.open, emails);
      const { organisationName, environment } = prepared.quickbooks;
      return {
        fingerprint: fingerprintOf(prepared),
        organisationName,
        environment,
        customers: prepared.customers.map(
          ({ decisionSeq, accountModstamp, beforeSyncToken, ...shown }) => shown,
        ),
        blocked: [...prepared.blocked],
        warnings: warningsOf(prepared),
        unfinishedRun: session.open.project.creations.unfinished(),
      };
    },

    'create.edit': ({ accountId, field, value }) => {
      const { project, review } = session.writable;
      if (!review.ledger.accounts.has(accountId)) {
        throw new AppError('decision-unknown-record', { side: 'account', id: accountId });
      }
      project.creations.edit(accountId, field, value);
      session.emit({ name: 'changed', payload: { what: 'creations' } });
      return {};
    },

    'create.start': ({ fingerprint, emails, acceptWarnings }) =>
      session.operations.run('create', async (hooks) => {
        const { project } = session.writable;
        const prepared = await prepareCreations(session.open, emails);
        const ready = readyOf(prepared);
        refuseUnsettled(session);
        if (ready.length === 0) throw new AppError('create-nothing');
        if (fingerprintOf(prepared) !== fingerprint) throw new AppError('create-plan-changed');
        const warnings = warningsOf(prepared);
        if (warnings.length > 0 && !acceptWarnings) {
          throw new AppError('create-acknowledge', { warnings: warnings.join(', ') });
        }
        await refuseOthers(session, hooks.signal);
        const run = project.creations.begin(
          ready.map((customer) => ({ ...customer, requestId: randomUUID() })),
          prepared.salesforce,
          session.options.author,
          session.now(),
        );
        return await carryOut(session, run, hooks);
      }),

    'create.resume': ({ runId }) =>
      session.operations.run('create', async (hooks) => {
        const { project } = session.writable;
        if (!project.creations.isRun(runId)) throw new AppError('run-not-found', { run: runId });
        await refuseOthers(session, hooks.signal);
        project.journal.reopen(runId);
        return await carryOut(session, runId, hooks);
      }),

    'create.journal': ({ runId }) => {
      const { creations } = session.open.project;
      if (!creations.isRun(runId)) throw new AppError('run-not-found', { run: runId });
      return creations.entries(runId).map(
        ({
          accountId,
          accountName,
          fields,
          state,
          customerId,
          syncToken,
          message,
          serviceMessage,
          at,
        }): CreationEntry => ({
          accountId,
          accountName,
          fields,
          state,
          customerId,
          syncToken,
          message,
          serviceMessage,
          at,
        }),
      );
    },
  };
}

function fingerprintOf(prepared: PreparedCreations): string {
  const { salesforce, quickbooks } = prepared;
  return fingerprintOfCreations(prepared, [salesforce.organisationId, quickbooks.organisationId]);
}

function warningsOf(prepared: PreparedCreations): CreatePlan['warnings'] {
  return [...new Set(readyOf(prepared).flatMap(({ warnings }) => warnings))].sort();
}

/** A run whose customers may be there or not is finished first; one that only waits to be linked stands in nobody's way. */
function refuseUnsettled({ open: { project } }: Session): void {
  const run = project.creations.unfinished();
  if (run === null) return;
  const isOpen = project.creations
    .entries(run)
    .some(({ state }) => state === 'planned' || state === 'sent' || state === 'unknown');
  if (isOpen) throw new AppError('write-unfinished', { run });
}

/** The connections must lead to the organisations that the project belongs to. */
async function refuseOthers(session: Session, signal: AbortSignal): Promise<void> {
  const { project } = session.open;
  for (const side of ['salesforce', 'quickbooks'] as const) {
    refuseOtherOrganisation(project, side, await session.connections.identity(side, signal));
  }
}

/** Takes the run as far as it goes; however it ends, the run says so and the screen is told. */
async function carryOut(session: Session, run: RunId, hooks: Hooks): Promise<RunInfo> {
  const { project, review } = session.writable;
  const { creations, journal, records } = project;
  try {
    const status = await runCreates(
      run,
      {
        salesforce: session.connections.salesforce,
        quickbooks: session.connections.quickbooks,
        creations,
        journal,
        now: session.now,
        isInForce: (account, decisionSeq) => review.isInForce(account, decisionSeq),
        onCreated: (customer) => records.addCustomer(customer),
        onLinked: (link, current) => {
          const account = review.ledger.accounts.get(link.accountId);
          if (account === undefined) return;
          const linked = {
            ...account,
            linkedCustomerId: link.customerId,
            syncToken: current.link.syncToken,
            systemModstamp: current.systemModstamp,
          };
          records.updateAccount(linked);
          review.noteWritten(linked);
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
    session.emit({ name: 'changed', payload: { what: 'datasets' } });
  }
  const info = journal.run(run);
  if (info === null) throw new AppError('run-not-found', { run });
  return info;
}
