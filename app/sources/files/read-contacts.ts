import { basename } from 'node:path';
import { splitCell } from '#shared/cell-list.ts';
import type { FileProblem } from '#shared/files.ts';
import type { Hooks } from '../hooks.ts';
import type { ColumnMap } from './columns/column-map.ts';
import { type ContactField, contactLayout } from './columns/contact-layout.ts';
import { collectProblems, type Problems } from './problems.ts';
import { readTable } from './read-table.ts';
import { longSalesforceId } from './salesforce-id.ts';

/** The e-mail addresses of contacts by account. */
export interface Contacts {
  /** How many have an account and an e-mail address. */
  readonly count: number;
  /** What was not as it should be in the file itself. */
  problemsSoFar(): FileProblem[];
  /** The addresses of this account's contacts, as written; given once. */
  take(accountId: string): readonly string[];
  /** What was not as it should be; called when all accounts have taken theirs. */
  problems(): Pick<Problems, 'list' | 'found'>;
}

interface Entry {
  readonly emails: string[];
  contacts: number;
}

/**
 * Reads Contacts from a .csv or .xlsx file. Contacts without an e-mail address or an account are left out.
 * Errors: those of `readTable`.
 */
export async function readContacts(path: string, map: ColumnMap, hooks: Hooks): Promise<Contacts> {
  const collected = collectProblems();
  const problems = {
    ...collected,
    note: (kind: string, row: number, column?: string) =>
      collected.note(`${basename(path)}: ${kind}`, row, column),
  };
  const byAccount = new Map<string, Entry>();
  let count = 0;
  const request = {
    path,
    layout: contactLayout,
    map: map.contacts ?? {},
    sheet: map.sheets?.contacts ?? null,
    headingRow: map.headingRows?.contacts ?? null,
    problems,
  };
  const reading = readTable<ContactField, null>(request, hooks, (fields) => {
    const accountIdOf = fields.text('accountId');
    const emailsOf = fields.texts('emails');
    return (row) => {
      const emails = emailsOf(row).flatMap(splitCell);
      if (emails.length === 0) {
        problems.note('A contact without an e-mail address was left out', row.number);
        return null;
      }
      const accountId = accountIdOf(row);
      if (accountId === '') {
        problems.note('A contact without an Account ID was left out', row.number);
        return null;
      }
      const key = longSalesforceId(accountId);
      const entry = byAccount.get(key) ?? { emails: [], contacts: 0 };
      entry.emails.push(...emails);
      entry.contacts += 1;
      count += 1;
      byAccount.set(key, entry);
      return null;
    };
  });
  for await (const _ of reading);
  return {
    count,
    problemsSoFar: () => collected.found(),
    take(accountId) {
      const key = longSalesforceId(accountId);
      const found = byAccount.get(key);
      byAccount.delete(key);
      return found?.emails ?? [];
    },
    problems() {
      const strangers = byAccount.values().reduce((sum, { contacts }) => sum + contacts, 0);
      if (strangers > 0) {
        const contacts = strangers === 1 ? '1 contact' : `${strangers.toLocaleString('en-US')} contacts`;
        problems.say(`${basename(path)} has ${contacts} of accounts that were not read.`);
      }
      return problems;
    },
  };
}
