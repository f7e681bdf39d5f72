import { setImmediate } from 'node:timers/promises';
import type { Project } from '#app/project/index.ts';
import { type Hooks, thriftily } from '#app/sources/index.ts';
import { type LinkToWrite, previewOf, shownLink } from '#app/write/index.ts';
import type { ServiceOrigin } from '#shared/datasets.ts';
import { AppError } from '#shared/errors.ts';
import type { RunId } from '#shared/ids.ts';
import { isHeldBack, LinkWarning, type RunInfo, type WritePlan } from '#shared/links.ts';
import { inSteps } from '#shared/steps.ts';
import { confirmedLinks } from './confirmed-links.ts';
import type { Handlers, Of } from './handlers.ts';
import { carryOut } from './link-runs.ts';
import { clashOf, refuseOtherOrganisation } from './organisations.ts';
import { restTelling } from './rest-telling.ts';
import type { Session } from './session.ts';
import { refuseToUndoElsewhere } from './undoing.ts';

/** Links that go to the screen in one piece. */
const piece = 2_000;

/** Previewing and writing links, and taking up a run of them that stopped. */
export function writeHandlers(session: Session): Handlers<Of<'write'>> {
  /** The links of the plan that the screen was given last, for the pieces that it asks for next. */
  let shown: { readonly fingerprint: string; readonly links: readonly LinkToWrite[] } | null = null;

  async function preview(highValueFrom: number) {
    const { links, blocked, target } = await prepare(session, { highValueFrom });
    const unfinished = session.open.project.journal.unfinished();
    const made = await inSteps(previewOf(links, blocked, target, unfinished), setImmediate);
    return { links, preview: made };
  }

  async function plan(highValueFrom: number): Promise<WritePlan> {
    const {
      links,
      preview: { count: _, warnings, ...made },
    } = await preview(highValueFrom);
    return {
      ...made,
      links: links.map(shownLink),
      warnings: LinkWarning.options.filter((one) => one in warnings).sort(),
    };
  }

  return {
    'write.plan': ({ highValueFrom }) => plan(highValueFrom),

    'write.preview': async ({ highValueFrom }) => {
      const planned = await preview(highValueFrom);
      shown = { fingerprint: planned.preview.fingerprint, links: planned.links };
      return planned.preview;
    },

    'write.previewLinks': ({ fingerprint, from }) => {
      if (shown?.fingerprint !== fingerprint) throw new AppError('write-plan-changed');
      return shown.links.slice(from, from + piece).map(shownLink);
    },

    'write.savePlan': async ({ path, highValueFrom, holdBack }) => {
      // What makes workbooks takes long to load, and few previews are saved.
      const { savePlan } = await import('./saving-plan.ts');
      return await savePlan(session, await plan(highValueFrom), { holdBack, path });
    },

    'write.start': ({ fingerprint, acceptWarnings, acceptProduction, holdBack, highValueFrom }) =>
      session.operations.run('write', async (hooks) => {
        const { project } = session.writable;
        const unfinished = project.journal.unfinished();
        if (unfinished !== null) throw new AppError('write-unfinished', { run: unfinished });
        const rest = restTelling(hooks, 'Working out what is to be written');
        const { links, blocked, target } = await prepare(session, { highValueFrom, rest });
        const whole = await inSteps(previewOf(links, blocked, target, null), rest);
        if (links.length === 0) throw new AppError('write-nothing');
        if (whole.fingerprint !== fingerprint) throw new AppError('write-plan-changed');
        const chosen = links.filter((link) => !isHeldBack(link, holdBack));
        if (chosen.length === 0) throw new AppError('write-nothing');
        const warnings = LinkWarning.options.filter((one) =>
          chosen.some((link) => link.warnings.includes(one)),
        );
        if (warnings.length > 0 && !acceptWarnings) {
          throw new AppError('write-acknowledge', { warnings: warnings.sort().join(', ') });
        }
        if (target.environment === 'production' && !acceptProduction) {
          throw new AppError('write-production', { organisation: target.organisationName });
        }
        await refuseWrongTarget(session, project, target, hooks.signal);
        // What was shown is not asked for again, and takes much room.
        shown = null;
        const { author } = session.options;
        const run = await inSteps(
          project.journal.beginning(chosen, target, author, session.now()),
          restTelling(hooks, 'Noting what is to be written'),
        );
        return await carryOut(session, run, hooks);
      }),

    'write.resume': ({ runId, acceptFirst }) => {
      const { journal } = session.open.project;
      const stopped = journal.run(runId);
      const isUndo = stopped?.kind === 'undo-links';
      return session.operations.run(isUndo ? 'undo' : 'write', async (hooks) => {
        const { project } = session.writable;
        const target = journal.organisationOf(runId);
        if (target === null) throw new AppError('run-not-found', { run: runId });
        if (stopped?.status === 'held' && !acceptFirst) {
          throw new AppError('write-held', { run: runId, why: stopped.error ?? '' });
        }
        if (isUndo) await refuseToUndoElsewhere(session, runId, hooks.signal);
        else await refuseWrongTarget(session, project, target, hooks.signal);
        if (stopped?.status === 'held') journal.setProven(runId);
        journal.reopen(runId);
        return await carryOut(session, runId, hooks);
      });
    },

    'write.leaveOut': ({ runId }) =>
      session.operations.run('write', (hooks) => leaveOut(session, runId, hooks)),

    'write.retryFailed': async () => {
      const requeued = await session.writable.review.retryFailed();
      session.emit({ name: 'changed', payload: { what: 'decisions' } });
      return { requeued };
    },
  };
}

/**
 * Takes what a stopped run never sent out of it, of an undo also the customers that it was to make inactive or active.
 * Errors: `run-not-found`.
 */
async function leaveOut(session: Session, runId: RunId, hooks: Hooks): Promise<RunInfo> {
  const { project, review } = session.writable;
  const { journal } = project;
  const stopped = journal.run(runId);
  if (stopped === null || stopped.creations !== null) throw new AppError('run-not-found', { run: runId });
  // In this order no end of the program in between lets a run go on that leaves a link to an inactive customer.
  project.removals.leaveOut(runId, 'deactivate');
  await inSteps(journal.leaveOut(runId), restTelling(hooks, 'Taking what was not sent out of the run'));
  project.removals.leaveOut(runId, 'reactivate');
  // What was sent without an answer is still to be settled, by going on with what is left of the run.
  if (journal.unfinished() !== runId) journal.finish(runId, 'finished', stopped.error, session.now());
  review.refresh();
  session.emit({ name: 'changed', payload: { what: 'runs' } });
  const run = journal.run(runId);
  if (run === null) throw new AppError('run-not-found', { run: runId });
  return run;
}

/** What would be written, and to which organisation. Errors of {@link confirmedLinks} and of the connections. */
async function prepare(session: Session, choice: Parameters<typeof confirmedLinks>[3]) {
  const { signal } = new AbortController();
  // The heap that planning may grow to is what the run begins with.
  const confirmed = await thriftily(() => confirmedLinks(session, signal, false, choice));
  const { links, withoutCustomer, takenTwice, changedSince } = confirmed;
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
  const clash = clashOf(target, connected);
  if (clash !== null) throw new AppError('project-other-organisation', { ...clash });
  refuseOtherOrganisation(project, 'quickbooks', await session.connections.identity('quickbooks', signal));
}
