import { basename } from 'node:path';
import type { Account } from '#shared/records.ts';
import type { Hooks } from '../hooks.ts';
import { accountReader, withoutRepeats } from './account-of.ts';
import { type Batches, eachBatch, type FileSummary } from './batches.ts';
import { type AccountField, accountLayout } from './columns/account-layout.ts';
import type { ColumnMap } from './columns/column-map.ts';
import { type FileRecord, IdentifiedRecords } from './file-records.ts';
import { collectProblems } from './problems.ts';
import { readContacts } from './read-contacts.ts';
import { readTable } from './read-table.ts';
import { longSalesforceId } from './salesforce-id.ts';
import { UniqueIds } from './unique-ids.ts';

/** Where contacts are, if they are wanted, and how the columns of the files are named, if otherwise than usual. */
export interface AccountsRequest {
  readonly contacts?: string;
  readonly map?: ColumnMap;
}

/** Accounts as a file gives them. */
export interface AccountsFile extends FileSummary {
  readonly accounts: Account[];
}

/**
 * Reads Accounts from a .csv or .xlsx file, and the e-mail addresses of their contacts from another, some at a time.
 * Ids stay as the file gives them; of several rows with one id and one name (a report of accounts with their contacts has
 * such) the first is taken. Accounts of a file without ids are keyed `row-N`, N being the row as Excel shows it.
 * Errors: those of `readTable`, and, at the end only, `file-duplicate-ids` where an id comes with two names: after an error
 * nothing that came before it is to be kept.
 */
export async function* streamAccountsFile(
  path: string,
  { contacts: contactsPath, map }: AccountsRequest,
  hooks: Hooks,
): Batches<Account> {
  const contacts = contactsPath === undefined ? null : await readContacts(contactsPath, map ?? {}, hooks);
  const problems = collectProblems();
  const identified = new IdentifiedRecords<Account>(problems);
  const unique = new UniqueIds(longSalesforceId);
  const finish = ({ record, ownId, row }: FileRecord<Account>): Account[] => {
    if (ownId !== null && ownId !== '' && unique.add(ownId, record.name, row) === 'again') {
      problems.note('The id and the name of an earlier row; the row was left out', row);
      return [];
    }
    if (contacts !== null) record.emails = withoutRepeats([...record.emails, ...contacts.take(record.id)]);
    return [record];
  };

  const request = {
    path,
    layout: accountLayout,
    map: map?.accounts ?? {},
    sheet: map?.sheets?.accounts ?? null,
    headingRow: map?.headingRows?.accounts ?? null,
    problems,
  };
  const batches = readTable<AccountField, FileRecord<Account>>(request, hooks, (fields) =>
    accountReader(fields, problems),
  );
  for await (const batch of batches) yield identified.take(batch).flatMap(finish);
  yield identified.end().flatMap(finish);
  unique.require(path, 'id');
  const { hasIds } = identified;
  if (!hasIds) {
    problems.say(
      `${basename(path)} has no Account ID, so it serves for matching only: nothing can be written back to Salesforce from it.`,
    );
  }
  return {
    origin: { kind: 'file', fileName: basename(path), hasIds },
    problems: [...problems.list(), ...(contacts?.problems().list() ?? [])],
    found: [...problems.found(), ...(contacts?.problems().found() ?? [])],
  };
}

/** Reads all of what {@link streamAccountsFile} gives. Errors: the same. */
export async function readAccountsFile(
  path: string,
  request: AccountsRequest,
  hooks: Hooks,
): Promise<AccountsFile> {
  const accounts: Account[] = [];
  const summary = await eachBatch(streamAccountsFile(path, request, hooks), (batch) => {
    for (const account of batch) accounts.push(account);
  });
  return { ...summary, accounts };
}
