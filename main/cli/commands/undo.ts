import { AppError } from '#shared/errors.ts';
import { RunId } from '#shared/ids.ts';
import type { RunInfo, UndoPlan } from '#shared/links.ts';
import type { RemovalPlan } from '#shared/removals.ts';
import type { Context } from '../context.ts';
import { type Exit, exit } from '../exit.ts';
import { count, fieldWords, runSentence } from '../words.ts';
import { sayProblems } from './problems.ts';

export interface UndoOptions {
  readonly run: string;
  readonly dryRun?: boolean;
  readonly keepCreated?: boolean;
}

/**
 * `undo`: a run's accounts back to what they carried before it, and the customers that it created made inactive unless they are
 * to be kept. An undo of it that was interrupted is finished.
 */
export async function undo(context: Context, project: string, options: UndoOptions): Promise<Exit> {
  const asked = RunId.safeParse(/^\d+$/.test(options.run) ? Number(options.run) : options.run);
  if (!asked.success) throw new AppError('usage', { detail: `${options.run} is no number of a run.` });
  const runId = asked.data;
  await context.call('project.open', { path: project });
  const plan = await context.call('undo.plan', { runId });
  if (options.dryRun === true) return preview(context, plan);
  if (await isUnfinishedUndo(context, plan)) {
    const resumed = await context.call('write.resume', { runId: RunId.parse(plan.unfinishedRun) });
    return await report(context, resumed);
  }
  const changed = options.keepCreated === true ? 0 : (plan.made?.records.length ?? 0);
  if (plan.restored.length + changed === 0 && plan.unfinishedRun === null) return nothing(context, plan);
  const made = changed > 0 ? 'change' : 'keep';
  const { fingerprint } = plan;
  return await report(context, await context.call('undo.start', { runId, fingerprint, made }));
}

async function isUnfinishedUndo(context: Context, { runId, unfinishedRun }: UndoPlan): Promise<boolean> {
  const runs = await context.call('runs.list', {});
  return runs.some(({ id, undoes }) => id === unfinishedRun && undoes === runId);
}

function preview(context: Context, plan: UndoPlan): Exit {
  const { runId, restored, organisationName, environment, unfinishedRun } = plan;
  context.say(
    `Undoing run ${runId} would restore ${count(restored.length, 'account')} in ${organisationName} (${environment}):`,
  );
  for (const { accountName, accountId, customerName, before, after } of restored) {
    context.say(
      `  ${accountName} (${accountId}), linked to ${customerName}: ${fieldWords(before)} → ${fieldWords(after)}`,
    );
  }
  if (plan.made !== null) sayMade(context, plan.made);
  saySkipped(context, plan);
  if (unfinishedRun !== null)
    context.warn(`Run ${unfinishedRun} was interrupted and has to be finished first.`);
  context.result(plan);
  return exit.done;
}

function nothing(context: Context, plan: UndoPlan): Exit {
  const { runId, skipped, asBefore } = plan;
  if (skipped.length > 0) context.say(`Nothing of run ${runId} can be undone.`);
  else if (asBefore === 0) context.say(`There is nothing to undo: run ${runId} changed no account.`);
  else
    context.say(`There is nothing to undo: the accounts of run ${runId} are again as they were before it.`);
  saySkipped(context, plan);
  context.result({ run: null, problems: [], skipped });
  return skipped.length > 0 ? exit.inPart : exit.done;
}

function saySkipped(context: Context, { skipped, asBefore, restored }: UndoPlan): void {
  if (asBefore > 0 && skipped.length + restored.length > 0) {
    context.say(`${count(asBefore, 'account')} as before the run already.`);
  }
  for (const { accountName, accountId, message } of skipped) {
    context.warn(`${accountName} (${accountId}): cannot be restored. ${message}`);
  }
}

const madeWords = { deactivate: 'made inactive', reactivate: 'made active again' } as const;

function sayMade(context: Context, { action, records, kept }: RemovalPlan): void {
  if (records.length > 0) {
    context.say(`${count(records.length, 'customer')} would be ${madeWords[action]}:`);
    for (const { name, recordId } of records) context.say(`  ${name} (${recordId})`);
  }
  for (const { name, recordId, message } of kept) {
    context.warn(`${name} (${recordId}): stays as it is in QuickBooks. ${message}`);
  }
}

async function report(context: Context, run: RunInfo): Promise<Exit> {
  context.say(runSentence(run));
  const problems = await sayProblems(context, [run]);
  const removals = run.removals === null ? [] : await context.call('runs.removals', { runId: run.id });
  const [first] = removals;
  if (first !== undefined) {
    const done = removals.filter(({ state }) => state === 'done').length;
    context.say(`${count(done, 'customer')} ${madeWords[first.action]}.`);
  }
  const left = removals.filter(({ state }) => state !== 'done');
  for (const { name, recordId, state, message, serviceMessage } of left) {
    const said = serviceMessage === '' ? '' : ` The service: ${serviceMessage}`;
    context.warn(`${name} (${recordId}): ${state}. ${message}${said}`);
  }
  context.result({ run, problems, removals, skipped: [] });
  return problems.length + left.length > 0 ? exit.inPart : exit.done;
}
