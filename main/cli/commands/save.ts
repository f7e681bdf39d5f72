import type { SavedFile } from '#shared/contract.ts';
import { AppError } from '#shared/errors.ts';
import type { Context } from '../context.ts';
import { type Exit, exit } from '../exit.ts';
import { count } from '../words.ts';

export interface SaveFiles {
  readonly accounts?: string;
  readonly customers?: string;
}

/** `save`: what was exported, as files that `import` reads again. */
export async function save(context: Context, project: string, files: SaveFiles): Promise<Exit> {
  const { accounts = null, customers = null } = files;
  if (accounts === null && customers === null) {
    throw new AppError('usage', { detail: 'Give --accounts FILE, --customers FILE or both.' });
  }
  await context.call('project.open', { path: project });
  const saved = await context.call('sources.save', { to: 'paths', accounts, customers });
  tell(context, 'account', saved.salesforce);
  tell(context, 'customer', saved.quickbooks);
  context.result(saved);
  return exit.done;
}

function tell(context: Context, what: string, file: SavedFile | null): void {
  if (file === null) return;
  context.say(`${count(file.rows, what)} in ${file.path}.`);
  if (file.shortened > 0) {
    context.warn(
      `${count(file.shortened, 'cell')} of ${file.path} would hold more than Excel allows and ${file.shortened === 1 ? 'was' : 'were'} shortened. Save as .csv to keep all.`,
    );
  }
}
