import type { Dataset } from '#app/project/index.ts';
import {
  type ColumnMap,
  checkedColumnMap,
  type Hooks,
  loadColumnMap,
  readAccountsFile,
  readCustomersFile,
} from '#app/sources/index.ts';
import type { MethodInput } from '#shared/contract.ts';
import { AppError } from '#shared/errors.ts';
import type { Account, Customer } from '#shared/records.ts';

/** Both sides as files give them; null where there is no file. */
export interface ReadSides {
  readonly accounts: Dataset<Account> | null;
  readonly customers: Dataset<Customer> | null;
}

/** Reads the files of an import. Errors: those of the readers and of the column map. */
export async function readFiles(
  files: MethodInput<'sources.import'>,
  exportedAt: Date,
  hooks: Hooks,
): Promise<ReadSides> {
  if (files.contacts !== null && files.accounts === null) {
    throw new AppError('usage', {
      detail: 'Contacts are joined to accounts, so a file with the accounts is needed too.',
    });
  }
  const map = await mapOf(files.map);
  const contacts = files.contacts === null ? {} : { contacts: files.contacts };
  const accounts =
    files.accounts === null ? null : await readAccountsFile(files.accounts, { map, ...contacts }, hooks);
  const customers =
    files.customers === null ? null : await readCustomersFile(files.customers, { map }, hooks);
  return {
    accounts: accounts === null ? null : { ...accounts, exportedAt, records: accounts.accounts },
    customers: customers === null ? null : { ...customers, exportedAt, records: customers.customers },
  };
}

async function mapOf(map: MethodInput<'sources.import'>['map']): Promise<ColumnMap> {
  if (typeof map === 'string') return await loadColumnMap(map);
  return checkedColumnMap(map ?? {}, 'of the screen');
}
