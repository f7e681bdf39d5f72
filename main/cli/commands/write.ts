import { AppError } from '#shared/errors.ts';
import { LinkWarning, type RunInfo, type WritePlan } from '#shared/links.ts';
import type { Context } from '../context.ts';
import { type Exit, exit } from '../exit.ts';
import { count, fieldWords, runSentence, warningWords } from '../words.ts';
import { sayProblems } from './problems.ts';

export interface WriteOptions {
  readonly dryRun?: boolean;
  readonly out?: string;
  readonly retryFailed?: boolean;
  readonly holdBack?: readonly string[];
  readonly highValue?: string;
  readonly production?: boolean;
  readonly sendRest?: boolean;
  readonly leaveOut?: boolean;
}

/**
 * `write`: the confirmed links. A run that was interrupted is finished first; nothing is sent twice. One whose first links
 * did not come out as planned waits for `--send-rest` or `--leave-out`.
 */
export async function write(context: Context, project: string, options: WriteOptions): Promise<Exit> {
  const { highValueFrom, holdBack } = choiceOf(options);
  const asked = highValueFrom === null ? {} : { highValueFrom };
  await context.call('project.open', { path: project });
  if (options.dryRun === true) return await preview(context, asked, options.out);
  if (options.out !== undefined) throw new AppError('usage', { detail: '--out goes with --dry-run.' });

  const runs: RunInfo[] = [];
  const first = await context.call('write.plan', asked);
  if (first.unfinishedRun !== null) {
    const { unfinishedRun: runId } = first;
    const acceptFirst = options.sendRest === true;
    runs.push(
      options.leaveOut === true
        ? await context.call('write.leaveOut', { runId })
        : await context.call('write.resume', { runId, acceptFirst }),
    );
  }
  if (options.retryFailed === true) {
    const { requeued } = await context.call('write.retryFailed', {});
    context.say(`${count(requeued, 'failed link')} tried again.`);
  }
  const plan = await context.call('write.plan', asked);
  for (const warning of plan.warnings) context.warn(warningSentence(plan, warning, holdBack));
  for (const { accountName, message } of plan.blocked) context.warn(`${accountName}: ${message}`);
  const isAllHeldBack = plan.links.every(({ warnings }) => warnings.some((one) => holdBack.includes(one)));
  if (!isAllHeldBack && plan.unfinishedRun === null && options.leaveOut !== true) {
    const { fingerprint } = plan;
    const acceptProduction = options.production === true;
    const accepted = { acceptWarnings: true, acceptProduction, holdBack };
    runs.push(await context.call('write.start', { ...asked, ...accepted, fingerprint }));
  }
  return await report(context, runs, plan);
}

function choiceOf({ holdBack = [], highValue }: WriteOptions): {
  readonly highValueFrom: number | null;
  readonly holdBack: LinkWarning[];
} {
  const warnings = holdBack.map((name) => {
    const warning = LinkWarning.safeParse(name);
    if (warning.success) return warning.data;
    const detail = `${name} is no warning; there are ${LinkWarning.options.join(', ')}.`;
    throw new AppError('usage', { detail });
  });
  const highValueFrom = highValue === undefined ? null : Number(highValue);
  if (highValueFrom !== null && !(highValueFrom > 0 && Number.isFinite(highValueFrom))) {
    throw new AppError('usage', { detail: `${highValue} is no amount.` });
  }
  return { highValueFrom, holdBack: warnings };
}

async function preview(
  context: Context,
  asked: { readonly highValueFrom?: number },
  out: string | undefined,
): Promise<Exit> {
  const plan = await context.call('write.plan', asked);
  if (out !== undefined) {
    const saved = await context.call('write.savePlan', { ...asked, path: out });
    context.say(`${count(saved.links, 'link')} and ${saved.blocked} left out: ${saved.path}`);
    context.result({ ...plan, path: saved.path });
    return exit.done;
  }
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
  for (const run of runs) if (run.status === 'held') context.warn(`${run.error} (--send-rest, --leave-out)`);
  const problems = await sayProblems(context, runs);
  context.result({ runs, problems, blocked: plan.blocked });
  return problems.length > 0 || plan.blocked.length > 0 ? exit.inPart : exit.done;
}

function warningSentence(
  { links }: WritePlan,
  warning: LinkWarning,
  holdBack: readonly LinkWarning[] = [],
): string {
  const concerned = links.filter((link) => link.warnings.includes(warning));
  const held = holdBack.includes(warning) ? ' Held back.' : '';
  return `${count(concerned.length, 'link')}: ${warningWords[warning]}.${held}`;
}
