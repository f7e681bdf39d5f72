import { resolve } from 'node:path';
import { AppError } from '#shared/errors.ts';
import type { Context } from '../context.ts';
import type { Exit } from '../exit.ts';
import { count } from '../words.ts';
import { type Outputs, saveOutputs } from './outputs.ts';

export interface WorksheetOptions extends Outputs {
  readonly out?: string;
}

/** `worksheet`: the project as an Excel worksheet, and its other files. */
export async function worksheet(
  context: Context,
  project: string,
  { out, ...outputs }: WorksheetOptions,
): Promise<Exit> {
  if ([out, ...Object.values(outputs)].every((path) => typeof path !== 'string')) {
    const detail =
      'Give --out FILE, --sign-off FILE, --data-loader FILE, --written FILE or --proposals FILE.';
    throw new AppError('usage', { detail });
  }
  await context.call('project.open', { path: project });
  const saved = out === undefined ? null : await saveWorksheet(context, out);
  const { exit: others, saved: files } = await saveOutputs(context, outputs);
  context.result({ ...saved, ...files });
  return others;
}

async function saveWorksheet(context: Context, out: string) {
  const saved = await context.call('worksheet.save', { path: resolve(out) });
  context.say(
    `${count(saved.matches, 'match', 'matches')}, ${count(saved.conflicts, 'pair')} in conflict, ` +
      `${count(saved.accountsWithoutMatch, 'account')} and ${count(saved.customersWithoutMatch, 'customer')} without a match, ` +
      `${count(saved.linked, 'account')} linked already, in ${saved.path}.`,
  );
  return saved;
}
