import { z } from 'zod';
import { RecordId } from './account-record.ts';

const filter = 'FROM Contact WHERE AccountId != null AND Email != null';

/** The e-mail addresses of all contacts, flat: a subquery of the accounts would shrink their pages. */
export const contactsQuery = `SELECT Id, AccountId, Email ${filter} ORDER BY Id`;

/** How many rows {@link contactsQuery} has. */
export const contactsCount = `SELECT COUNT() ${filter}`;

/** A contact that has an e-mail address and belongs to an account. */
export interface Contact {
  readonly id: string;
  readonly accountId: string;
  readonly email: string;
}

/** A contact from a row of {@link contactsQuery}. */
export const ContactSchema: z.ZodType<Contact> = z
  .looseObject({ Id: RecordId, AccountId: RecordId, Email: z.string().min(1) })
  .transform(({ Id, AccountId, Email }) => ({ id: Id, accountId: AccountId, email: Email }));

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
