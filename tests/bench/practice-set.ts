import { z } from 'zod';
import { generate } from '#app/practice/company/generate.ts';
import { CustomerSchema } from '#app/sources/quickbooks/customer-record.ts';
import { accountSchema, withEmails } from '#app/sources/salesforce/account-record.ts';
import { contactsTable, emailsByAccount } from '#app/sources/salesforce/contacts.ts';
import type { Account } from '#shared/records.ts';
import { type LinkageSet, pairKey } from './linkage-set.ts';

/** How a true pair of the practice company came to differ, by its key. */
export interface PracticeSet extends LinkageSet {
  readonly labels: ReadonlyMap<string, string>;
}

/**
 * The practice company of a seed as an export gives it, with the truth of what is left to match: pairs of accounts
 * that are linked already, and of their customers, are not counted.
 */
export function practiceSet(seed: number): PracticeSet {
  const { company, matches } = generate(seed);
  const contacts = z
    .array(contactsTable.schema)
    .parse(company.salesforce.Contact.filter(({ Email, AccountId }) => Boolean(Email) && Boolean(AccountId)));
  const emails = emailsByAccount(contacts);
  const accounts = z
    .array(
      accountSchema({
        select: [],
        otherPhones: [],
        emails: [],
        readOnly: [],
        numeric: new Set(),
        entered: [],
      }),
    )
    .parse(company.salesforce.Account)
    .map((account): Account => withEmails(account, emails.get(account.id) ?? []));
  const customers = z.array(CustomerSchema).parse(company.quickbooks.Customer);
  const existing = new Set<string>(customers.map(({ id }) => id));
  const linked = accounts.filter(({ linkedCustomerId }) => existing.has(linkedCustomerId));
  const settled = new Set<string>(linked.flatMap(({ id, linkedCustomerId }) => [id, linkedCustomerId]));
  const open = matches.filter(
    ({ accountId, customerId }) => !settled.has(accountId) && !settled.has(customerId),
  );
  return {
    name: `practice company ${seed}`,
    accounts,
    customers,
    truth: new Set(open.map(({ accountId, customerId }) => pairKey(accountId, customerId))),
    labels: new Map(open.map(({ accountId, customerId, label }) => [pairKey(accountId, customerId), label])),
  };
}
