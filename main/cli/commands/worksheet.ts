import { resolve } from 'node:path';
import type { Context } from '../context.ts';
import { type Exit, exit } from '../exit.ts';
import { count } from '../words.ts';

/** `worksheet --out`: the project as an Excel worksheet. */
export async function worksheet(context: Context, project: string, out: string): Promise<Exit> {
  await context.call('project.open', { path: project });
  const saved = await context.call('worksheet.save', { path: resolve(out) });
  context.say(
    `${count(saved.matches, 'match', 'matches')}, ${count(saved.conflicts, 'pair')} in conflict, ` +
      `${count(saved.accountsWithoutMatch, 'account')} and ${count(saved.customersWithoutMatch, 'customer')} without a match, ` +
      `${count(saved.linked, 'account')} linked already, in ${saved.path}.`,
  );
  context.result(saved);
  return exit.done;
}
