import type { MethodOutput } from '#shared/contract.ts';
import type { RunInfo } from '#shared/links.ts';
import { killed } from '../program.ts';
import { type NewActivity, type Order, type Ordered, orderOf } from '../truth/order.ts';
import { textOf } from '../truth/record.ts';
import type { Desk } from './desk.ts';
import { occupy } from './write.ts';

type Plan = MethodOutput<'undo.plan'>;

/** Undoes some run that did something. Gives whether there was one. */
export async function undo(desk: Desk): Promise<boolean> {
  const runs = (await desk.program.call('runs.list', {})).filter(didSomething);
  if (runs.length === 0) return false;
  await undoRun(desk, desk.random.pick(runs));
  return true;
}

/** Perhaps undoes the run that began last, as a person does who sees at once that it was a mistake. Gives whether it began. */
export async function undoLast(desk: Desk): Promise<boolean> {
  const [last] = await desk.program.call('runs.list', {});
  if (last === undefined || !didSomething(last) || !desk.random.chance(shareUndone(last))) return false;
  await undoRun(desk, last);
  return true;
}

/** Runs that created customers, and undos of them, change most. */
function shareUndone({ kind, removals }: RunInfo): number {
  if (kind === 'create-customers') return 0.5;
  return removals === null ? 0.1 : 0.6;
}

function didSomething({ counts, creations, removals }: RunInfo): boolean {
  return (counts.done ?? 0) + (creations?.refused ?? 0) + (removals?.done ?? 0) > 0;
}

async function undoRun(desk: Desk, { id: runId }: RunInfo): Promise<void> {
  const { random, truth, program } = desk;
  const undone = truth.orders.get(runId);
  const came = await program.came('undo.plan', { runId });
  if (undone === undefined || came === killed || !came.ok) return;
  const plan = came.value;
  const links = linksBack(desk, undone, plan);
  const possible = activitiesBack(desk, undone, plan);
  const activities = possible.size > 0 && random.chance(0.75) ? possible : new Map<string, NewActivity>();
  if (links.size + activities.size === 0) return;
  const changed = activities.size === 0 ? '' : ` and customers ${[...activities.keys()].join(' ')}`;
  program.steps.push(`undo run ${runId} ${[...links.keys()].join(' ')}${changed}`);
  occupy(desk, links);
  if (activities.size > 0)
    program.busy = {
      accounts: [...links.keys()],
      customers: [...activities.keys()],
      names: [...activities.values()].map(({ name }) => name),
      likely: ['note', 'inactive', 'rename', 'vendor', 'link'],
    };
  const { fingerprint } = plan;
  await desk.operate(orderOf('undo', truth.clock, { links, activities }), () =>
    program.came('undo.start', { runId, fingerprint, made: activities.size === 0 ? 'keep' : 'change' }),
  );
}

function linksBack({ truth }: Desk, undone: Order, { runId, restored }: Plan): Map<string, Ordered> {
  const links = new Map<string, Ordered>();
  for (const { accountId, after } of restored) {
    const last = undone.written.get(accountId)?.at(-1);
    if (last === undefined || last.seen.id !== after.customerId || last.seen.token !== after.syncToken)
      truth.isWrong(`undoing run ${runId} is to give ${accountId} ${JSON.stringify(after)}`);
    else links.set(accountId, { from: last.to.id, to: last.seen });
  }
  return links;
}

/** The customers that a run created, or that an undo changed, the other way round. */
function activitiesBack(
  { truth }: Desk,
  undone: Order,
  { runId, made }: Plan,
): ReadonlyMap<string, NewActivity> {
  const known = new Map<string, NewActivity>([
    ...[...undone.created].map(([account, { Id, SyncToken, DisplayName }]): [string, NewActivity] => [
      Id,
      { active: false, token: textOf(SyncToken), name: textOf(DisplayName), account },
    ]),
    // Where somebody else did the same while no answer came, nobody can tell who did.
    ...[...undone.activities]
      .filter(([id]) => undone.changed.has(id) || truth.isEdited(id, undone.begun))
      .map(([id, before]): [string, NewActivity] => {
        return [id, { ...before, active: !before.active, token: String(Number(before.token) + 1) }];
      }),
  ]);
  const possible = new Map<string, NewActivity>();
  for (const { recordId } of made?.records ?? []) {
    const activity = known.get(recordId);
    if (activity === undefined || activity.active !== (made?.action === 'reactivate'))
      truth.isWrong(`undoing run ${runId} is to ${made?.action} customer ${recordId}`);
    else possible.set(recordId, activity);
  }
  for (const { recordId, message } of made?.kept ?? []) {
    const activity = known.get(recordId);
    const isSo = truth.customer(recordId)?.Active === activity?.active;
    const isAsLeft = textOf(truth.customer(recordId)?.SyncToken) === activity?.token;
    if (isAsLeft && !isSo && !message.startsWith('It cannot be read'))
      truth.isWrong(`undoing run ${runId} keeps customer ${recordId} for no reason: ${message}`);
  }
  return possible;
}
