import { type CreatePlan, type CreationEntry, createAnyway, isReady } from '#shared/creating.ts';
import { Side } from '#shared/datasets.ts';
import { AppError } from '#shared/errors.ts';
import type { RunInfo } from '#shared/links.ts';
import type { Context } from '../context.ts';
import { type Exit, exit } from '../exit.ts';
import { count } from '../words.ts';
import { sentencesOn } from './create-words.ts';
import { fillings } from './fillings.ts';

export interface CreateOptions {
  readonly in: string;
  readonly dryRun?: boolean;
  readonly withEmails?: boolean;
  readonly useOfferedNames?: boolean;
  readonly createAnyway?: boolean;
  readonly fill?: readonly string[];
}

const nouns: Record<Side, string> = { quickbooks: 'customer', salesforce: 'account' };

/**
 * `create`: customers or accounts from what is decided so on the other side. A run that was interrupted is finished first;
 * nothing is created twice.
 */
export async function create(context: Context, project: string, options: CreateOptions): Promise<Exit> {
  const side = Side.safeParse(options.in).data;
  if (side === undefined) {
    const detail = `--in takes quickbooks or salesforce, not "${options.in}".`;
    throw new AppError('usage', { detail });
  }
  await context.call('project.open', { path: project });
  const asked = { in: side };
  await fill(context, await context.call('create.plan', asked), options);
  if (options.dryRun === true) return preview(context, await context.call('create.plan', asked));

  const runs: RunInfo[] = [];
  const { unfinishedRun } = await context.call('create.plan', asked);
  if (unfinishedRun !== null) runs.push(await context.call('create.resume', { runId: unfinishedRun }));
  await settleObstacles(context, side, options);
  const plan = await context.call('create.plan', asked);
  warn(context, plan);
  if (plan.records.some(isReady)) {
    const { fingerprint } = plan;
    runs.push(await context.call('create.start', { in: side, fingerprint, acceptWarnings: true }));
  }
  return await report(context, runs, plan);
}

/** Keeps in the project what fields are filled from. */
async function fill(
  context: Context,
  { in: side, targets, sources }: CreatePlan,
  { fill: wanted = [], withEmails }: CreateOptions,
): Promise<void> {
  const emails = withEmails === true ? targets.filter(({ name }) => /email/i.test(name)) : [];
  if (withEmails === true && emails.length === 0) {
    throw new AppError('usage', { detail: 'new records have no field for an e-mail address there.' });
  }
  for (const { field, source } of [
    ...emails.map(({ name }) => ({ field: name, source: { kind: 'field', field: 'email' } as const })),
    ...fillings(wanted, targets, sources),
  ]) {
    await context.call('create.template', { in: side, field, source });
  }
}

/** Gives every customer whose name is taken the one that is offered, and overrules duplicate rules, where that was asked for. */
async function settleObstacles(
  context: Context,
  side: Side,
  { useOfferedNames, createAnyway: overrules }: CreateOptions,
): Promise<void> {
  const { records } = await context.call('create.plan', { in: side });
  for (const { sourceId, clash, duplicateRule } of records) {
    if (useOfferedNames === true && clash !== null) {
      await context.call('create.edit', { in: side, sourceId, field: 'displayName', value: clash.offered });
    }
    if (overrules === true && duplicateRule === 'refused') {
      await context.call('create.edit', { in: side, sourceId, field: createAnyway, value: 'yes' });
    }
  }
}

function preview(context: Context, plan: CreatePlan): Exit {
  const ready = plan.records.filter(isReady);
  const labels = new Map(plan.targets.map(({ name, label }) => [name, label]));
  context.say(
    `${count(ready.length, nouns[plan.in])} would be created in ${plan.organisationName} (${plan.environment}):`,
  );
  for (const { sourceName, sourceId, name, changes } of ready) {
    context.say(`  ${sourceName} (${sourceId}) → ${name}`);
    for (const { field, message } of changes) context.say(`    ${labels.get(field) ?? field}: ${message}`);
  }
  warn(context, plan);
  if (plan.unfinishedRun !== null) {
    context.warn(`Run ${plan.unfinishedRun} was not finished and is finished first.`);
  }
  context.result(plan);
  return exit.done;
}

async function report(context: Context, runs: readonly RunInfo[], plan: CreatePlan): Promise<Exit> {
  const noun = nouns[plan.in];
  if (runs.length === 0) context.say(`There is no ${noun} to create.`);
  const problems: CreationEntry[] = [];
  for (const run of runs) {
    const { creations } = run;
    const open = run.status === 'finished' ? '' : ` (${run.status})`;
    context.say(`Run ${run.id}${open}: ${count(creations?.linked ?? 0, noun)} created and linked.`);
    const journal = await context.call('create.journal', { runId: run.id });
    problems.push(...journal.filter(({ state }) => state !== 'linked'));
  }
  for (const { sourceName, sourceId, state, targetId, message, serviceMessage } of problems) {
    const id = targetId === '' ? '' : ` as ${targetId}`;
    const said = serviceMessage === '' ? '' : ` The service: ${serviceMessage}`;
    context.warn(`${sourceName} (${sourceId}): ${state}${id}. ${message}${said}`);
  }
  const leftOut = plan.records.filter((record) => !isReady(record));
  context.result({ runs, problems, leftOut, blocked: plan.blocked });
  const isInPart = problems.length > 0 || leftOut.length > 0 || plan.blocked.length > 0;
  return isInPart ? exit.inPart : exit.done;
}

/** What a person should know of the plan, each record that needs a look with why. */
function warn(context: Context, { records, blocked, notes }: CreatePlan): void {
  for (const note of notes) context.warn(note);
  for (const record of records) {
    for (const sentence of sentencesOn(record)) context.warn(`${record.sourceName}: ${sentence}`);
  }
  for (const { sourceName, message } of blocked) context.warn(`${sourceName}: ${message}`);
}
