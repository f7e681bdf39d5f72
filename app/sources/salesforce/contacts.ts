import { z } from 'zod';
import { RecordId } from './account-record.ts';
import type { Table } from './table.ts';

/** A contact that has an e-mail address and belongs to an account. */
export interface Contact {
  readonly id: string;
  readonly accountId: string;
  readonly email: string;
}

const ContactRow = z
  .looseObject({ Id: RecordId, AccountId: RecordId, Email: z.string().min(1) })
  .transform(({ Id, AccountId, Email }) => ({ id: Id, accountId: AccountId, email: Email }));

/**
 * The e-mail addresses of all contacts, flat: a subquery of the accounts would shrink their pages. Where only some accounts
 * are exported it is all contacts still: those of other accounts are joined to none, and a person's condition on accounts
 * can be asked of contacts only by a subquery, which SOQL takes neither beside OR nor around another subquery.
 */
export const contactsTable: Table<Contact> = {
  what: 'contacts',
  object: 'Contact',
  select: ['Id', 'AccountId', 'Email'],
  filter: 'AccountId != null AND Email != null',
  stamped: true,
  schema: ContactRow,
};

/** The addresses of each account's contacts, by the account's id, in the order of the contacts. */
export function emailsByAccount(contacts: readonly Contact[]): Map<string, string[]> {
  const emails = new Map<string, string[]>();
  for (const { accountId, email } of contacts) {
    const known = emails.get(accountId);
    if (known === undefined) emails.set(accountId, [email]);
    else known.push(email);
  }
  return emails;
}
