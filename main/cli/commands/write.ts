import type { RunInfo, WritePlan } from '#shared/links.ts';
import type { Context } from '../context.ts';
import { type Exit, exit } from '../exit.ts';
import { count, fieldWords, runSentence, warningWords } from '../words.ts';
import { sayProblems } from './problems.ts';

export interface WriteOptions {
  readonly dryRun?: boolean;
  readonly retryFailed?: boolean;
}

/** `write`: the confirmed links. A run that was interrupted is finished first; nothing is sent twice. */
export async function write(context: Context, project: string, options: WriteOptions): Promise<Exit> {
  await context.call('project.open', { path: project });
  if (options.dryRun === true) return await preview(context);

  const runs: RunInfo[] = [];
  const first = await context.call('write.plan', {});
  if (first.unfinishedRun !== null)
    runs.push(await context.call('write.resume', { runId: first.unfinishedRun }));
  if (options.retryFailed === true) {
    const { requeued } = await context.call('write.retryFailed', {});
    context.say(`${count(requeued, 'failed link')} tried again.`);
  }
  const plan = await context.call('write.plan', {});
  for (const warning of plan.warnings) context.warn(warningSentence(plan, warning));
  for (const { accountName, message } of plan.blocked) context.warn(`${accountName}: ${message}`);
  if (plan.links.length > 0 && plan.unfinishedRun === null) {
    runs.push(await context.call('write.start', { fingerprint: plan.fingerprint, acceptWarnings: true }));
  }
  return await report(context, runs, plan);
}

async function preview(context: Context): Promise<Exit> {
  const plan = await context.call('write.plan', {});
  const { links, environment, organisationName } = plan;
  context.say(`${count(links.length, 'link')} would be written to ${organisationName} (${environment}):`);
  for (const { accountName, accountId, customerName, before, after } of links) {
    context.say(
      `  ${accountName} (${accountId}) → ${customerName}: ${fieldWords(before)} → ${fieldWords(after)}`,
    );
  }
  for (const warning of plan.warnings) context.warn(warningSentence(plan, warning));
  for (const { accountName, message } of plan.blocked) context.warn(`${accountName}: ${message}`);
  if (plan.unfinishedRun !== null)
    context.warn(`Run ${plan.unfinishedRun} was interrupted and is finished first.`);
  context.result(plan);
  return exit.done;
}

async function report(context: Context, runs: readonly RunInfo[], plan: WritePlan): Promise<Exit> {
  if (runs.length === 0) context.say('There are no confirmed links to write.');
  for (const run of runs) context.say(runSentence(run));
  const problems = await sayProblems(context, runs);
  context.result({ runs, problems, blocked: plan.blocked });
  return problems.length > 0 || plan.blocked.length > 0 ? exit.inPart : exit.done;
}

function warningSentence({ links }: WritePlan, warning: keyof typeof warningWords): string {
  const concerned = links.filter((link) => link.warnings.includes(warning));
  return `${count(concerned.length, 'link')}: ${warningWords[warning]}.`;
}
