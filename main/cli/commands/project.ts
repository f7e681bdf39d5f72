import type { MethodOutput } from '#shared/contract.ts';
import type { Context } from '../context.ts';
import { type Exit, exit } from '../exit.ts';
import { count } from '../words.ts';

/** `new`: an empty project file. */
export async function newProject(context: Context, path: string): Promise<Exit> {
  const project = await context.call('project.create', { path });
  context.say(`Made ${project.path}.`);
  context.result(project);
  return exit.done;
}

/** `export`: both services into the project. */
export async function exportBoth(context: Context, project: string): Promise<Exit> {
  await context.call('project.open', { path: project });
  return told(context, 'Exported', await context.call('sources.export', {}));
}

export interface ImportFiles {
  readonly accounts: string;
  readonly customers: string;
  readonly contacts?: string;
  readonly map?: string;
}

/** `import`: files into the project. */
export async function importFiles(context: Context, project: string, files: ImportFiles): Promise<Exit> {
  await context.call('project.open', { path: project });
  const { accounts, customers, contacts = null, map = null } = files;
  return told(context, 'Read', await context.call('sources.import', { accounts, customers, contacts, map }));
}

function told(context: Context, verb: string, datasets: MethodOutput<'sources.export'>): Exit {
  const { salesforce, quickbooks } = datasets;
  for (const problem of [...salesforce.problems, ...quickbooks.problems]) context.warn(problem);
  context.say(`${verb} ${count(salesforce.count, 'account')} and ${count(quickbooks.count, 'customer')}.`);
  context.result({ salesforce, quickbooks });
  return exit.done;
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
  for (const run of runs)
    context.say(`Run ${run.id}: ${run.status}, ${run.counts.done} written, ${run.startedAt}`);
  context.result({ project: info, datasets, otherNames, matchedAt, review, runs });
  return exit.done;
}
