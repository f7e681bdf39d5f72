import { AppError } from '#shared/errors.ts';
import type { RunId } from '#shared/ids.ts';
import { isHeldBack, LinkWarning, type RunInfo, type WritePlan, type WritePreview } from '#shared/links.ts';
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
  if (options.dryRun === true) return await preview(context, asked, holdBack, options.out);

  const runs: RunInfo[] = [];
  let plan = await context.call('write.preview', asked);
  const { unfinishedRun } = plan;
  if (unfinishedRun === null) refuseWithoutRun(options);
  else runs.push(await takeUp(context, unfinishedRun, options));
  if (options.retryFailed === true) {
    const { requeued } = await context.call('write.retryFailed', {});
    context.say(`${count(requeued, 'failed link')} tried again.`);
  }
  if (runs.length > 0 || options.retryFailed === true) plan = await context.call('write.preview', asked);
  warn(context, plan, holdBack);
  const mayStart = plan.unfinishedRun === null && options.leaveOut !== true;
  if (mayStart && (await isAnyLeft(context, plan, holdBack))) {
    const { fingerprint, environment, organisationName } = plan;
    const acceptProduction = options.production === true;
    if (environment === 'production' && !acceptProduction) {
      const detail = `${organisationName} is a production organisation. Look at write --dry-run, then write with --production.`;
      throw new AppError('usage', { detail });
    }
    const accepted = { acceptWarnings: true, acceptProduction, holdBack };
    runs.push(await context.call('write.start', { ...asked, ...accepted, fingerprint }));
  }
  return await report(context, runs, plan);
}

function refuseWithoutRun({ sendRest, leaveOut }: WriteOptions): void {
  if (sendRest !== true && leaveOut !== true) return;
  const detail = `No run was stopped, so there is nothing to ${sendRest === true ? 'send the rest' : 'leave out'} of.`;
  throw new AppError('usage', { detail });
}

/** Goes on with a run that was stopped, or takes what it never sent out of it. */
async function takeUp(
  context: Context,
  runId: RunId,
  { sendRest, leaveOut }: WriteOptions,
): Promise<RunInfo> {
  if (leaveOut === true) return await context.call('write.leaveOut', { runId });
  const stopped = (await context.call('runs.list', {})).find(({ id }) => id === runId);
  if (stopped?.status === 'held' && sendRest !== true) {
    const detail = `Run ${runId} waits for you. ${stopped.error ?? ''} Give --send-rest or --leave-out.`;
    throw new AppError('usage', { detail });
  }
  return await context.call('write.resume', { runId, acceptFirst: sendRest === true });
}

/** Whether there are links beside those that are held back. */
async function isAnyLeft(
  context: Context,
  { fingerprint, count: all }: WritePreview,
  holdBack: readonly LinkWarning[],
): Promise<boolean> {
  if (holdBack.length === 0) return all > 0;
  for (let from = 0; from < all; ) {
    const links = await context.call('write.previewLinks', { fingerprint, from });
    if (links.some((link) => !isHeldBack(link, holdBack))) return true;
    from += links.length;
  }
  return false;
}

/** Reads what was typed. Errors: `usage`. */
function choiceOf({ holdBack = [], highValue, out, dryRun, sendRest, leaveOut }: WriteOptions): {
  readonly highValueFrom: number | null;
  readonly holdBack: LinkWarning[];
} {
  if (out !== undefined && dryRun !== true)
    throw new AppError('usage', { detail: '--out goes with --dry-run.' });
  if (sendRest === true && leaveOut === true) {
    throw new AppError('usage', { detail: 'Give either --send-rest or --leave-out.' });
  }
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
  holdBack: readonly LinkWarning[],
  out: string | undefined,
): Promise<Exit> {
  const plan = await context.call('write.plan', asked);
  const { links, environment, organisationName, unfinishedRun } = plan;
  if (out !== undefined) {
    const saved = await context.call('write.savePlan', { ...asked, path: out, holdBack: [...holdBack] });
    context.say(`${count(saved.links, 'link')} and ${saved.blocked} left out: ${saved.path}`);
    context.result({ ...plan, path: saved.path });
    return exit.done;
  }
  const sent = links.filter((link) => !isHeldBack(link, holdBack));
  context.say(`${count(sent.length, 'link')} would be written to ${organisationName} (${environment}):`);
  for (const { accountName, accountId, customerName, before, after } of sent) {
    context.say(
      `  ${accountName} (${accountId}) → ${customerName}: ${fieldWords(before)} → ${fieldWords(after)}`,
    );
  }
  warn(context, { ...plan, warnings: countsOf(links) }, holdBack);
  if (unfinishedRun !== null) context.warn(`Run ${unfinishedRun} was interrupted and is finished first.`);
  context.result(plan);
  return exit.done;
}

function countsOf(links: WritePlan['links']): WritePreview['warnings'] {
  const counts: WritePreview['warnings'] = {};
  for (const { warnings } of links) for (const one of warnings) counts[one] = (counts[one] ?? 0) + 1;
  return counts;
}

async function report(context: Context, runs: readonly RunInfo[], plan: WritePreview): Promise<Exit> {
  if (runs.length === 0) context.say('There are no confirmed links to write.');
  for (const run of runs) context.say(runSentence(run));
  for (const run of runs) if (run.status === 'held') context.warn(`${run.error} (--send-rest, --leave-out)`);
  const problems = await sayProblems(context, runs);
  context.result({ runs, problems, blocked: plan.blocked });
  return problems.length > 0 || plan.blocked.length > 0 ? exit.inPart : exit.done;
}

/** What a person should know of the links, by kind, and every pair that is left out. */
function warn(
  context: Context,
  { warnings, blocked }: Pick<WritePreview, 'warnings' | 'blocked'>,
  holdBack: readonly LinkWarning[] = [],
): void {
  for (const one of LinkWarning.options) {
    const concerned = warnings[one];
    if (concerned === undefined) continue;
    const held = holdBack.includes(one) ? ' Held back.' : '';
    context.warn(`${count(concerned, 'link')}: ${warningWords[one]}.${held}`);
  }
  for (const { accountName, message } of blocked) context.warn(`${accountName}: ${message}`);
}
