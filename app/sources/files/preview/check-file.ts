import type { FileCheck, FileKind } from '#shared/files.ts';
import type { Hooks } from '../../hooks.ts';
import { eachBatch } from '../batches.ts';
import type { ColumnMap } from '../columns/column-map.ts';
import { streamAccountsFile } from '../read-accounts.ts';
import { readContacts } from '../read-contacts.ts';
import { streamCustomersFile } from '../read-customers.ts';

/**
 * Reads the whole of a file as an import would and keeps nothing of it but the count and the problems.
 * Errors: those of the readers.
 */
export async function checkFile(
  path: string,
  kind: FileKind,
  map: ColumnMap,
  hooks: Hooks,
): Promise<FileCheck> {
  if (kind === 'contacts') {
    const contacts = await readContacts(path, map, hooks);
    return { count: contacts.count, hasIds: true, problems: contacts.problemsSoFar() };
  }
  let count = 0;
  const take = (batch: readonly unknown[]) => {
    count += batch.length;
  };
  const { origin, found } =
    kind === 'accounts'
      ? await eachBatch(streamAccountsFile(path, { map }, hooks), take)
      : await eachBatch(streamCustomersFile(path, { map }, hooks), take);
  return { count, hasIds: origin.hasIds, problems: found };
}
