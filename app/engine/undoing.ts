import { setImmediate } from 'node:timers/promises';
import type { JournalLink, NewRemoval } from '#app/project/index.ts';
import { type PreparedUndo, restoring, sharing, undoJudge, undoPlanOf } from '#app/write/index.ts';
import type { ServiceOrigin } from '#shared/datasets.ts';
import { AppError } from '#shared/errors.ts';
import type { RunId } from '#shared/ids.ts';
import type { UndoPlan } from '#shared/links.ts';
import { inPieces } from '#shared/pieces.ts';
import { sorting } from '#shared/sorting.ts';
import { inSteps } from '#shared/steps.ts';
import type { Handlers, Of } from './handlers.ts';
import { carryOut } from './link-runs.ts';
import { madeBy } from './made-records.ts';
import { clashOf } from './organisations.ts';
import { restTelling } from './rest-telling.ts';
import type { Session } from './session.ts';

/** Accounts of each kind that go to the screen in one piece. */
const piece = 2_000;

/** Previewing and starting undos of runs. One that was broken off is taken up as every run is. */
export function undoHandlers(session: Session): Handlers<Of<'undo'>> {
  /** The plan that the screen was given last, for the pieces that it asks for next. */
  let shown: UndoPlan | null = null;
  const plan = async (runId: RunId) =>
    (await prepare(session, runId, new AbortController().signal, setImmediate)).plan;

  return {
    'undo.plan': ({ runId }) => plan(runId),

    'undo.preview': async ({ runId }) => {
      shown = await plan(runId);
      const { restored, skipped, ...preview } = shown;
      return { ...preview, restoredCount: restored.length, skippedCount: skipped.length };
    },

    'undo.previewAccounts': ({ fingerprint, from }) => {
      if (shown?.fingerprint !== fingerprint) throw new AppError('undo-plan-changed');
      const { restored, skipped } = shown;
      return { restored: restored.slice(from, from + piece), skipped: skipped.slice(from, from + piece) };
    },

    'undo.start': ({ runId, fingerprint, made: wanted }) =>
      session.operations.run('undo', async (hooks) => {
        const { project } = session.writable;
        const rest = restTelling(hooks, 'Working out what is to be undone');
        const { links, plan, target, removals } = await prepare(session, runId, hooks.signal, rest);
        if (plan.unfinishedRun !== null) throw new AppError('write-unfinished', { run: plan.unfinishedRun });
        const changed = wanted === 'change' ? removals : [];
        if (plan.restored.length + changed.length === 0)
          throw new AppError('undo-nothing', { run: runId, why: whyNothing(plan) });
        if (plan.fingerprint !== fingerprint) throw new AppError('undo-plan-changed');
        shown = null;
        const at = session.now();
        const undone = { run: runId, more: (run: RunId) => project.removals.plan(run, changed, at) };
        const { author } = session.options;
        const run = await inSteps(
          project.journal.beginning(links, target, author, at, undone),
          restTelling(hooks, 'Noting what is to be undone'),
        );
        return await carryOut(session, run, hooks);
      }),
  };
}

/**
 * The connection must lead to the organisation that the run wrote to, which is given.
 * Errors: `run-not-found`, `undo-other-organisation`, and those of the connection.
 */
export async function refuseToUndoElsewhere(
  session: Session,
  run: RunId,
  signal: AbortSignal,
): Promise<ServiceOrigin> {
  const target = session.open.project.journal.organisationOf(run);
  if (target === null) throw new AppError('run-not-found', { run });
  const connected = await session.connections.identity('salesforce', signal);
  const clash = clashOf(target, connected);
  if (clash !== null) throw new AppError('undo-other-organisation', { run, ...clash });
  return target;
}

/** Reads the accounts that the run changed, and says what can be undone. */
async function prepare(
  session: Session,
  run: RunId,
  signal: AbortSignal,
  rest: () => Promise<unknown>,
): Promise<PreparedUndo & { readonly target: ServiceOrigin; readonly removals: readonly NewRemoval[] }> {
  const { journal, teaching } = session.open.project;
  const target = await refuseToUndoElsewhere(session, run, signal);
  const effect = journal.effectOf(run);
  if (effect === null) throw new AppError('run-not-found', { run });
  const { salesforce } = session.connections;
  const restored = await inSteps(restoring(journal.entryBatches(run)), rest);
  const links = await inSteps(sorting(restored, byAccountName), rest);
  const { severalAccounts } = teaching.policy();
  const basis = {
    effect,
    trails: await inSteps(journal.trails(), rest),
    sharing: await inSteps(sharing(inPieces(links, piece)), rest),
    severalAccounts,
  };
  const [current, judge, made] = await Promise.all([
    salesforce.readLinks(
      links.map(({ accountId }) => accountId),
      signal,
    ),
    undoJudge(basis, salesforce, links, signal),
    madeBy(session, run, signal),
  ]);
  const unfinishedRun = journal.unfinished();
  const input = { run, links, current, judge, target, unfinishedRun, made: made?.plan ?? null };
  const prepared = await inSteps(undoPlanOf(input), rest);
  return { ...prepared, target, removals: made?.removals ?? [] };
}

const byName = new Intl.Collator('en');

function byAccountName(a: JournalLink, b: JournalLink): number {
  return byName.compare(a.accountName, b.accountName) || (a.accountId < b.accountId ? -1 : 1);
}

function whyNothing({ skipped, asBefore }: UndoPlan): string {
  if (skipped.length > 0) return 'none of its accounts is as the run left it; the preview says why';
  return asBefore > 0 ? 'its accounts are again as they were before it' : 'it changed no account';
}
