import type { MergePreview } from '#shared/contract.ts';
import type { Context } from '../context.ts';
import { type Exit, exit } from '../exit.ts';
import { count } from '../words.ts';

export interface MergeOptions {
  readonly from: string;
  readonly takeTheirs?: boolean;
  readonly dryRun?: boolean;
}

/** `merge`: another reviewer's decisions into the project; done in part where the two disagree or a decision is refused. */
export async function merge(context: Context, project: string, options: MergeOptions): Promise<Exit> {
  await context.call('project.open', { path: project });
  const preview = await context.call('project.mergePreview', { path: options.from });
  const { disagreements } = preview;
  for (const { accountName, accountId, ours, theirs } of disagreements) {
    context.warn(`${accountName} (${accountId}): here ${phrase(ours)}, there ${phrase(theirs)}.`);
  }
  if (options.dryRun === true) {
    context.say(
      `${count(preview.adopted, 'account')} to take over, ${preview.agreed} decided alike, ${disagreements.length} decided differently, ${count(preview.comments, 'comment')}.`,
    );
    context.result(preview);
    return exit.done;
  }
  const takeTheirs = options.takeTheirs === true ? disagreements.map(({ accountId }) => accountId) : [];
  const done = await context.call('project.merge', { path: options.from, takeTheirs });
  for (const { accountId, message } of done.refused) context.warn(`${accountId}: ${message}`);
  context.say(
    `Took over ${count(done.decided + done.customers, 'decision')} and ${count(done.comments, 'comment')}.`,
  );
  const left = disagreements.length - takeTheirs.length;
  if (left > 0) context.say(`${count(left, 'account')} decided differently: what is decided here stays.`);
  context.result({ ...preview, ...done });
  return left + done.refused.length > 0 ? exit.inPart : exit.done;
}

function phrase(said: MergePreview['disagreements'][number]['ours']): string {
  if (said === null) return 'taken back or not decided';
  const customer = said.customerName === '' ? '' : ` ${said.customerName}`;
  return `${said.kind}${customer} (${said.author}, ${said.at})`;
}
