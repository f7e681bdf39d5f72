import { resolve } from 'node:path';
import { AppError } from '#shared/errors.ts';
import type { Context } from '../context.ts';
import type { Exit } from '../exit.ts';
import { count } from '../words.ts';
import { type Outputs, saveOutputs } from './outputs.ts';

export interface WorksheetOptions extends Outputs {
  readonly out?: string;
  readonly in?: string;
  readonly dryRun?: boolean;
  readonly takeFile?: boolean;
}

/** `worksheet`: the project as an Excel worksheet and its other files, or what was decided in one back into the project. */
export async function worksheet(
  context: Context,
  project: string,
  { out, in: back, dryRun, takeFile, ...outputs }: WorksheetOptions,
): Promise<Exit> {
  const isGiven = [out, ...Object.values(outputs)].some((path) => typeof path === 'string');
  if (isGiven === (back !== undefined)) {
    const detail =
      'Give either --in FILE, or --out FILE, --sign-off FILE, --data-loader FILE, --written FILE or --proposals FILE.';
    throw new AppError('usage', { detail });
  }
  if (back !== undefined) {
    const { worksheetIn } = await import('./worksheet-in.ts');
    return await worksheetIn(context, project, {
      in: back,
      dryRun: dryRun === true,
      takeFile: takeFile === true,
    });
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
