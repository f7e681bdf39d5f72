import type { Hooks } from '#app/sources/index.ts';
import type { CreatePlan, CreationEntry, PlannedRecord } from '#shared/creating.ts';
import { Side } from '#shared/datasets.ts';
import { AppError } from '#shared/errors.ts';
import type { RunId } from '#shared/ids.ts';
import type { RunInfo } from '#shared/links.ts';
import { inSteps } from '#shared/steps.ts';
import { concluding } from '../concluding.ts';
import type { Handlers, Of } from '../handlers.ts';
import { refuseOtherOrganisations } from '../organisations.ts';
import { restTelling } from '../rest-telling.ts';
import type { Session } from '../session.ts';
import type { Direction } from './direction.ts';
import { inQuickBooks } from './in-quickbooks.ts';
import { inSalesforce } from './in-salesforce.ts';

/** Records that go to the screen in one piece; each has a value for every field. */
const piece = 500;

/** Previewing, editing, creating and resuming runs that create records, and looking back at them. */
export function createHandlers(session: Session): Handlers<Of<'create'>> {
  const directions: Record<Side, Direction> = {
    quickbooks: inQuickBooks(session),
    salesforce: inSalesforce(session),
  };

  /** Errors: `run-not-found`. */
  function directionOf(run: RunId): Direction {
    const side = Side.options.find((one) => directions[one].isRun(run));
    if (side === undefined) throw new AppError('run-not-found', { run });
    return directions[side];
  }

  /** The records of the plans that the screen was given last, for the pieces that it asks for next. */
  const shown = new Map<Side, { readonly number: number; readonly records: readonly PlannedRecord[] }>();
  let plans = 0;

  async function planned(side: Side): Promise<CreatePlan> {
    const { plan } = await directions[side].prepare(new AbortController().signal);
    return { ...plan, unfinishedRun: directions[side].unfinished() };
  }

  return {
    'create.plan': ({ in: side }) => planned(side),

    'create.preview': async ({ in: side }) => {
      const { records, ...preview } = await planned(side);
      plans += 1;
      shown.set(side, { number: plans, records });
      return { ...preview, count: records.length, number: plans };
    },

    'create.previewRecords': ({ in: side, number, from }) => {
      const plan = shown.get(side);
      if (plan?.number !== number) throw new AppError('create-plan-changed');
      return plan.records.slice(from, from + piece);
    },

    'create.edit': ({ in: side, sourceId, field, value }) => {
      session.writable;
      directions[side].edit(sourceId, field, value);
      session.emit({ name: 'changed', payload: { what: 'creations' } });
      return {};
    },

    'create.template': ({ in: side, field, source }) => {
      session.writable;
      directions[side].setTemplate(field, source);
      session.emit({ name: 'changed', payload: { what: 'creations' } });
      return {};
    },

    'create.start': ({ in: side, fingerprint, acceptWarnings }) =>
      session.operations.run('create', async (hooks) => {
        session.writable;
        const direction = directions[side];
        const { plan, ready, beginning } = await direction.prepare(hooks.signal);
        refuseUnsettled(direction);
        if (ready === 0) throw new AppError('create-nothing');
        if (plan.fingerprint !== fingerprint) throw new AppError('create-plan-changed');
        if (plan.warnings.length > 0 && !acceptWarnings) {
          throw new AppError('create-acknowledge', { warnings: plan.warnings.join(', ') });
        }
        await refuseOtherOrganisations(session, hooks.signal);
        const run = await inSteps(beginning(), restTelling(hooks, 'Noting what is to be created'));
        return await carryOut(session, direction, run, hooks);
      }),

    'create.resume': ({ runId }) =>
      session.operations.run('create', async (hooks) => {
        const { project } = session.writable;
        const direction = directionOf(runId);
        await refuseOtherOrganisations(session, hooks.signal);
        project.journal.reopen(runId);
        return await carryOut(session, direction, runId, hooks);
      }),

    'create.journal': ({ runId }): CreationEntry[] => directionOf(runId).entries(runId),
  };
}

/** A run whose records may be there or not is finished first; one that only waits to be linked stands in nobody's way. */
function refuseUnsettled(direction: Direction): void {
  const run = direction.unfinished();
  if (run === null) return;
  const isOpen = direction
    .entries(run)
    .some(({ state }) => state === 'planned' || state === 'sent' || state === 'unknown');
  if (isOpen) throw new AppError('write-unfinished', { run });
}

/** Takes the run as far as it goes. */
function carryOut(session: Session, direction: Direction, run: RunId, hooks: Hooks): Promise<RunInfo> {
  return concluding(session, run, ['runs', 'datasets'], () => direction.carryOn(run, hooks));
}
