import { resolve } from 'node:path';
import { AppError } from '#shared/errors.ts';
import type { Context } from '../context.ts';
import { type Exit, exit } from '../exit.ts';
import { count } from '../words.ts';

export interface WorksheetOptions {
  readonly out?: string;
  readonly in?: string;
  readonly dryRun?: boolean;
  readonly takeFile?: boolean;
}

/** `worksheet`: the project as an Excel worksheet, or what was decided in one back into the project. */
export async function worksheet(context: Context, project: string, options: WorksheetOptions): Promise<Exit> {
  const { out, in: back } = options;
  if ((out === undefined) === (back === undefined)) {
    throw new AppError('usage', { detail: 'Give either --out FILE or --in FILE.' });
  }
  if (out !== undefined) return await worksheetOut(context, project, out);
  const { worksheetIn } = await import('./worksheet-in.ts');
  return await worksheetIn(context, project, { ...options, in: back ?? '' });
}

async function worksheetOut(context: Context, project: string, out: string): Promise<Exit> {
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
