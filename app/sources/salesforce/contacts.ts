import { z } from 'zod';
import { RecordId } from './account-record.ts';

const filter = 'FROM Contact WHERE AccountId != null AND Email != null';

/** The e-mail addresses of all contacts, flat: a subquery of the accounts would shrink their pages. */
export const contactsQuery = `SELECT Id, AccountId, Email ${filter} ORDER BY Id`;

/** How many rows {@link contactsQuery} has. */
export const contactsCount = `SELECT COUNT() ${filter}`;

/** A contact that has an address and belongs to an account. */
export const ContactRow = z.looseObject({ Id: RecordId, AccountId: RecordId, Email: z.string().min(1) });
export type ContactRow = z.infer<typeof ContactRow>;

/** The addresses of each account's contacts, by the account's id, in the order of the rows. */
export function emailsByAccount(rows: readonly ContactRow[]): Map<string, string[]> {
  const emails = new Map<string, string[]>();
  for (const { AccountId, Email } of rows) {
    const known = emails.get(AccountId);
    if (known === undefined) emails.set(AccountId, [Email]);
    else known.push(Email);
  }
  return emails;
}
