import { basename } from 'node:path';
import type { Hooks } from '../hooks.ts';
import type { MappedHeadings } from './columns/column-map.ts';
import { type ContactField, contactLayout } from './columns/contact-layout.ts';
import type { Problems } from './problems.ts';
import { readTable } from './read-table.ts';

/** The e-mail addresses of one contact, as written, and the account it belongs to. */
export interface FileContact {
  readonly accountId: string;
  readonly emails: readonly string[];
}

/**
 * Reads Contacts from a .csv or .xlsx file. Contacts without an e-mail address or an account are left out.
 * Errors: those of `readTable`.
 */
export async function readContacts(
  path: string,
  map: MappedHeadings<ContactField>,
  problems: Problems,
  hooks: Hooks,
): Promise<FileContact[]> {
  const contacts: FileContact[] = [];
  const within: Problems = {
    ...problems,
    note: (kind, row) => problems.note(`${basename(path)}: ${kind}`, row),
  };
  await readTable<ContactField>({ path, layout: contactLayout, map, problems: within }, hooks, (row) => {
    const accountId = row.text('accountId');
    const emails = row.texts('emails');
    if (emails.length === 0) return;
    if (accountId === '') within.note('A contact without an Account ID was left out', row.number);
    else contacts.push({ accountId, emails });
  });
  return contacts;
}
