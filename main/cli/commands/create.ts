import {
  type CreatePlan,
  type CreateWarning,
  newCustomerLabels,
  type PlannedCustomer,
} from '#shared/creating.ts';
import { AppError } from '#shared/errors.ts';
import type { RunInfo } from '#shared/links.ts';
import type { Context } from '../context.ts';
import { type Exit, exit } from '../exit.ts';
import { count } from '../words.ts';

export interface CreateOptions {
  readonly in: string;
  readonly dryRun?: boolean;
  readonly withEmails?: boolean;
  readonly useOfferedNames?: boolean;
}

const warningWords: Record<Exclude<CreateWarning, 'likely-duplicate'>, string> = {
  'names-not-read': 'the names of vendors or employees could not be read, so one of them may have its name',
  'exempt-without-reason': 'not taxable, and no reason is given',
};

/** `create`: customers from the accounts decided so. A run that was interrupted is finished first; nothing is created twice. */
export async function create(context: Context, project: string, options: CreateOptions): Promise<Exit> {
  if (options.in !== 'quickbooks') {
    const detail = `--in takes quickbooks; records cannot be created in "${options.in}" yet.`;
    throw new AppError('usage', { detail });
  }
  const emails = options.withEmails === true;
  await context.call('project.open', { path: project });
  if (options.dryRun === true) return preview(context, await context.call('create.plan', { emails }));

  const runs: RunInfo[] = [];
  const { unfinishedRun } = await context.call('create.plan', { emails });
  if (unfinishedRun !== null) runs.push(await context.call('create.resume', { runId: unfinishedRun }));
  if (options.useOfferedNames === true) await takeOffered(context, emails);
  const plan = await context.call('create.plan', { emails });
  warn(context, plan);
  if (plan.customers.some(({ clash }) => clash === null)) {
    const { fingerprint } = plan;
    runs.push(await context.call('create.start', { fingerprint, emails, acceptWarnings: true }));
  }
  return await report(context, runs, plan);
}

/** Gives every customer whose name is taken the one that is offered. */
async function takeOffered(context: Context, emails: boolean): Promise<void> {
  const { customers } = await context.call('create.plan', { emails });
  for (const { accountId, clash } of customers) {
    if (clash === null) continue;
    await context.call('create.edit', { accountId, field: 'displayName', value: clash.offered });
  }
}

function preview(context: Context, plan: CreatePlan): Exit {
  const ready = plan.customers.filter(({ clash }) => clash === null);
  context.say(
    `${count(ready.length, 'customer')} would be created in ${plan.organisationName} (${plan.environment}):`,
  );
  for (const { accountName, accountId, fields, changes } of ready) {
    context.say(`  ${accountName} (${accountId}) → ${fields.displayName}`);
    for (const { field, message } of changes) context.say(`    ${newCustomerLabels[field]}: ${message}`);
  }
  warn(context, plan);
  if (plan.unfinishedRun !== null) {
    context.warn(`Run ${plan.unfinishedRun} was not finished and is finished first.`);
  }
  context.result(plan);
  return exit.done;
}

async function report(context: Context, runs: readonly RunInfo[], plan: CreatePlan): Promise<Exit> {
  if (runs.length === 0) context.say('There is no customer to create.');
  const problems = [];
  for (const run of runs) {
    const { creations } = run;
    const open = run.status === 'finished' ? '' : ` (${run.status})`;
    context.say(`Run ${run.id}${open}: ${count(creations?.linked ?? 0, 'customer')} created and linked.`);
    const journal = await context.call('create.journal', { runId: run.id });
    problems.push(...journal.filter(({ state }) => state !== 'linked'));
  }
  for (const { accountName, accountId, state, customerId, message, serviceMessage } of problems) {
    const id = customerId === '' ? '' : ` as ${customerId}`;
    const said = serviceMessage === '' ? '' : ` The service: ${serviceMessage}`;
    context.warn(`${accountName} (${accountId}): ${state}${id}. ${message}${said}`);
  }
  const clashes = plan.customers.filter(({ clash }) => clash !== null);
  context.result({ runs, problems, clashes, blocked: plan.blocked });
  const isInPart = problems.length > 0 || clashes.length > 0 || plan.blocked.length > 0;
  return isInPart ? exit.inPart : exit.done;
}

/** What a person should know of the plan, each customer that needs a look with why. */
function warn(context: Context, { customers, blocked }: CreatePlan): void {
  for (const customer of customers) {
    for (const sentence of sentencesOn(customer)) context.warn(`${customer.accountName}: ${sentence}`);
  }
  for (const { accountName, message } of blocked) context.warn(`${accountName}: ${message}`);
}

function sentencesOn({ clash, duplicates, warnings, lastTry }: PlannedCustomer): string[] {
  const sentences: string[] = [];
  if (clash !== null)
    sentences.push(`left out, the name is taken by ${clash.holder}. Free: “${clash.offered}”.`);
  for (const { displayName, active, score, heldBy } of duplicates) {
    const more = [...(active ? [] : ['inactive']), ...(heldBy === '' ? [] : [`with ${heldBy}`])];
    sentences.push([`${Math.round(score * 100)}% ${displayName}`, ...more].join(', '));
  }
  for (const warning of warnings) {
    if (warning !== 'likely-duplicate') sentences.push(`${warningWords[warning]}.`);
  }
  if (lastTry !== '') sentences.push(`Last time: ${lastTry}`);
  return sentences;
}
