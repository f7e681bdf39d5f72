import type { LinkFileKind, SavedLinkFile } from '#shared/links.ts';
import type { Context } from '../context.ts';
import { type Exit, exit } from '../exit.ts';
import { count, warningWords } from '../words.ts';

/** Files that `worksheet` gives out beside the worksheet itself. */
export interface Outputs {
  readonly signOff?: string;
  readonly dataLoader?: string;
  readonly written?: string;
  readonly proposals?: string;
}

/** What was saved, and whether all of it. */
interface Saved {
  readonly exit: Exit;
  readonly saved: Readonly<Record<string, unknown>>;
}

/** The other files of the open project: those that are asked for. */
export async function saveOutputs(context: Context, outputs: Outputs): Promise<Saved> {
  const { signOff, dataLoader, written, proposals } = outputs;
  const saved: Record<string, unknown> = {};
  if (signOff !== undefined) saved.signOff = await saveSignOff(context, signOff);
  if (proposals !== undefined) {
    const file = await context.call('match.save', { path: proposals });
    context.say(`${count(file.rows, 'row')} in ${file.path}.`);
    saved.proposals = file;
  }
  if (written !== undefined) saved.written = await saveLinks(context, 'written', written);
  if (dataLoader === undefined) return { exit: exit.done, saved };
  const links = await saveLinks(context, 'to-write', dataLoader);
  saved.dataLoader = links;
  return { exit: links.leftOut.length > 0 ? exit.inPart : exit.done, saved };
}

async function saveSignOff(context: Context, path: string) {
  const saved = await context.call('worksheet.saveSignOff', { path });
  const { pairs, rejected, accountsWithoutMatch, customersWithoutMatch } = saved;
  context.say(
    `${count(pairs, 'pair')}, ${count(rejected, 'rejected pair')}, ${count(accountsWithoutMatch, 'account')} and ` +
      `${count(customersWithoutMatch, 'customer')} without a match, in ${saved.path}.`,
  );
  return saved;
}

async function saveLinks(context: Context, what: LinkFileKind, path: string): Promise<SavedLinkFile> {
  const saved = await context.call('worksheet.saveLinks', { what, path });
  context.say(
    `${count(saved.rows, 'link')} ${what === 'written' ? 'that were written' : 'to load'}, in ${saved.path}.`,
  );
  for (const [warning, links] of Object.entries(saved.warnings)) {
    context.warn(`${count(links, 'link')}: ${warningWords[warning as keyof typeof warningWords]}.`);
  }
  if (saved.leftOut.length > 0) context.warn(`${count(saved.leftOut.length, 'confirmed pair')} left out:`);
  for (const { accountName, message } of saved.leftOut) context.warn(`${accountName}: ${message}`);
  return saved;
}
