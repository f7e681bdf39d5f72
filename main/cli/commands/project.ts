import { choiceWords } from '#shared/account-choice.ts';
import type { MethodOutput } from '#shared/contract.ts';
import type { DriftReport } from '#shared/drift.ts';
import { AppError } from '#shared/errors.ts';
import { runTitle } from '#shared/words.ts';
import type { Context } from '../context.ts';
import { type Exit, exit } from '../exit.ts';
import { count } from '../words.ts';
import { type ChoiceOptions, choiceGiven } from './choice.ts';

/** `new`: an empty project file. */
export async function newProject(context: Context, path: string): Promise<Exit> {
  const project = await context.call('project.create', { path });
  context.say(`Made ${project.path}.`);
  context.result(project);
  return exit.done;
}

/** `export`: both services into the project; of the accounts those that the options name, else those of the last time. */
export async function exportBoth(context: Context, project: string, options: ChoiceOptions): Promise<Exit> {
  await context.call('project.open', { path: project });
  const choice = await choiceGiven(context, options);
  const exported = await context.call('sources.export', choice === undefined ? {} : { choice });
  const { origin } = exported.salesforce;
  if (origin.kind === 'service' && origin.choice.kind !== 'all') {
    context.say(`${choiceWords(origin.choice)}, and those linked already.`);
  }
  return told(context, 'Exported', exported);
}

export interface ImportFiles {
  readonly accounts?: string;
  readonly customers?: string;
  readonly contacts?: string;
  readonly map?: string;
}

/** `import`: files into the project; a side without one stays as it is. */
export async function importFiles(context: Context, project: string, files: ImportFiles): Promise<Exit> {
  await context.call('project.open', { path: project });
  const { accounts = null, customers = null, contacts = null, map = null } = files;
  if (accounts === null && customers === null) {
    throw new AppError('usage', { detail: 'Give --accounts FILE, --customers FILE or both.' });
  }
  return told(context, 'Read', await context.call('sources.import', { accounts, customers, contacts, map }));
}

function told(context: Context, verb: string, datasets: MethodOutput<'sources.export'>): Exit {
  const { salesforce, quickbooks, drift, toCheck } = datasets;
  for (const problem of [...salesforce.problems, ...quickbooks.problems]) context.warn(problem);
  context.say(`${verb} ${count(salesforce.count, 'account')} and ${count(quickbooks.count, 'customer')}.`);
  if (drift !== null) sayDrift(context, drift, toCheck);
  context.result({ salesforce, quickbooks, drift, toCheck });
  return exit.done;
}

function sayDrift(context: Context, drift: DriftReport, toCheck: number): void {
  for (const [one, counts] of [
    ['account', drift.salesforce],
    ['customer', drift.quickbooks],
  ] as const) {
    const { new: came, changed, gone } = counts;
    context.say(`Since ${drift.since}: ${count(came, `new ${one}`)}, ${changed} changed, ${gone} gone.`);
  }
  if (toCheck > 0) {
    context.warn(
      `What changed touches the decision or the link of ${count(toCheck, 'account')}; nothing of that is written before it is decided anew.`,
    );
  }
}

/** `status`: what the project holds and how far the work is. */
export async function status(context: Context, project: string): Promise<Exit> {
  await context.call('project.open', { path: project });
  const { datasets, otherNames, matchedAt, review, project: info } = await context.call('app.overview', {});
  const runs = await context.call('runs.list', {});
  context.say(info?.path ?? project);
  for (const [name, data] of [
    ['Accounts', datasets.salesforce],
    ['Customers', datasets.quickbooks],
  ] as const) {
    context.say(
      data === null
        ? `${name}: none yet`
        : `${name}: ${data.count.toLocaleString('en')}, of ${data.exportedAt}`,
    );
  }
  for (const [what, n] of [
    ['vendors', otherNames.vendor],
    ['employees', otherNames.employee],
  ] as const) {
    context.say(`Names of ${what}: ${n === null ? 'not read' : n.toLocaleString('en')}`);
  }
  context.say(matchedAt === null ? 'Not matched yet' : `Matched ${matchedAt}`);
  for (const [queue, n] of Object.entries(review?.queues ?? {})) context.say(`  ${queue.padEnd(16)} ${n}`);
  context.say(`Links to write: ${review?.toWrite ?? 0}`);
  for (const run of runs) {
    const verb = run.kind === 'undo-links' ? 'restored' : 'written';
    context.say(`${runTitle(run)}: ${run.status}, ${run.counts.done} ${verb}, ${run.startedAt}`);
  }
  context.result({ project: info, datasets, otherNames, matchedAt, review, runs });
  return exit.done;
}
