import { basename } from 'node:path';
import type { FileOrigin } from '#shared/datasets.ts';
import { AccountId } from '#shared/ids.ts';
import type { Account } from '#shared/records.ts';
import type { Hooks } from '../hooks.ts';
import { addressOf } from './address-of.ts';
import { type AccountField, accountLayout } from './columns/account-layout.ts';
import type { ColumnMap } from './columns/column-map.ts';
import { type FileRecord, keepIdentified, noteShortenedId } from './file-records.ts';
import { collectProblems, type Problems } from './problems.ts';
import { readContacts } from './read-contacts.ts';
import { readTable, type TableRow } from './read-table.ts';
import { longSalesforceId } from './salesforce-id.ts';
import { requireUniqueIds } from './unique-ids.ts';
import { parseAmount } from './values/amount.ts';
import { parseFlag } from './values/flag.ts';

/** Accounts as a file gives them; `problems` are sentences for the person about single rows and columns. */
export interface AccountsFile {
  readonly origin: FileOrigin;
  readonly accounts: Account[];
  readonly problems: string[];
}

/**
 * Reads Accounts from a .csv or .xlsx file, and the e-mail addresses of their contacts from another. Ids stay as the
 * file gives them. Accounts of a file without ids are keyed `row-N`, N being the row as Excel shows it.
 * Errors: those of `readTable`, and `file-duplicate-ids`. Nothing is kept of a file with an error.
 */
export async function readAccountsFile(
  path: string,
  options: { readonly contacts?: string; readonly map?: ColumnMap },
  hooks: Hooks,
): Promise<AccountsFile> {
  const problems = collectProblems();
  const records: FileRecord<Account>[] = [];
  const request = { path, layout: accountLayout, map: options.map?.accounts ?? {}, problems };
  await readTable<AccountField>(request, hooks, (row) => {
    const record = accountOf(row, problems);
    if (record !== null) records.push(record);
  });
  const { hasIds, kept } = keepIdentified(records, problems);
  if (hasIds)
    requireUniqueIds(
      path,
      kept.map(({ ownId, row }) => ({ id: ownId, row })),
      longSalesforceId,
    );
  else problems.say(withoutIds(path));
  const accounts = kept.map(({ record }) => record);
  if (options.contacts !== undefined) {
    await addContacts(accounts, options.contacts, options.map, hooks, problems);
  }
  return { origin: { kind: 'file', fileName: basename(path), hasIds }, accounts, problems: problems.list() };
}

function withoutIds(path: string): string {
  return `${basename(path)} has no Account ID, so it serves for matching only: nothing can be written back to Salesforce from it.`;
}

function accountOf(row: TableRow<AccountField>, problems: Problems): FileRecord<Account> | null {
  const ownId = row.text('id');
  const name = row.text('name');
  if (ownId === '' && name === '') {
    problems.note('Neither an id nor a name; the row was left out', row.number);
    return null;
  }
  const id = AccountId.safeParse(ownId === '' ? `row-${row.number}` : ownId);
  if (!id.success) {
    problems.note('An id of more than 500 characters; the row was left out', row.number);
    return null;
  }
  noteShortenedId(ownId, row.number, problems);
  if (name === '') problems.note('No name', row.number);
  const taxable = row.text('taxable');
  const revenue = row.text('annualRevenue');
  const annualRevenue = parseAmount(revenue);
  if (revenue !== '' && annualRevenue === null) {
    problems.note('Annual revenue that is no amount was left out', row.number);
  }
  const record: Account = {
    id: id.data,
    name,
    phone: row.text('phone'),
    otherPhones: row.texts('otherPhones'),
    emails: [...new Set(row.texts('emails'))],
    website: row.text('website'),
    billing: addressOf(row, 'billing', [name]),
    shipping: addressOf(row, 'shipping', [name]),
    linkedCustomerId: row.text('linkedCustomerId'),
    syncToken: row.text('syncToken'),
    parentId: row.text('parentId'),
    owner: row.text('owner'),
    type: row.text('type'),
    resaleNumber: row.text('resaleNumber'),
    taxable: taxable === '' ? null : parseFlag(taxable),
    taxExemptionReason: row.text('taxExemptionReason'),
    annualRevenue,
    lastModified: row.text('lastModified'),
    systemModstamp: row.text('systemModstamp'),
  };
  return { row: row.number, ownId, record };
}

async function addContacts(
  accounts: readonly Account[],
  path: string,
  map: ColumnMap | undefined,
  hooks: Hooks,
  problems: Problems,
): Promise<void> {
  const byId = new Map(accounts.map((account) => [longSalesforceId(account.id), account]));
  let strangers = 0;
  for (const { accountId, emails } of await readContacts(path, map?.contacts ?? {}, problems, hooks)) {
    const account = byId.get(longSalesforceId(accountId));
    if (account === undefined) strangers += 1;
    else account.emails = [...new Set([...account.emails, ...emails])];
  }
  if (strangers > 0) {
    const contacts = strangers === 1 ? '1 contact' : `${strangers.toLocaleString('en-US')} contacts`;
    problems.say(`${basename(path)} has ${contacts} of accounts that were not read.`);
  }
}
