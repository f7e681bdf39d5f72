import { z } from 'zod';
import { AccountId } from '#shared/ids.ts';
import type { Account, Address } from '#shared/records.ts';
import { TextField, textOf, utcTime } from '../service/text.ts';
import { type AccountFields, linkFields } from './fields.ts';

/** A Salesforce record id: 15 characters, or 18 with the suffix that makes it safe in any case. */
export const RecordId = z.string().regex(/^[a-zA-Z0-9]{15}(?:[a-zA-Z0-9]{3})?$/, 'is not a Salesforce id');

const Taxable = z
  .union([z.boolean(), z.literal('true').transform(() => true), z.literal('false').transform(() => false)])
  .nullable()
  .catch(null);

const AccountRow = z.looseObject({
  Id: RecordId.pipe(AccountId),
  Name: TextField,
  SystemModstamp: TextField,
  [linkFields.customerId]: TextField,
  [linkFields.syncToken]: TextField,
  Owner: z.looseObject({ Name: TextField }).nullish(),
  AnnualRevenue: z.number().nullish().catch(null),
  qime__Taxable__c: Taxable.optional(),
});

/** An account of ours from a row of a query of these fields. Its e-mails are its own, without its contacts'. */
export function accountSchema(fields: AccountFields): z.ZodType<Account> {
  return AccountRow.transform((row): Account => {
    const text = (name: string) => textOf(row[name]);
    return {
      id: row.Id,
      name: row.Name,
      phone: text('Phone'),
      otherPhones: fields.otherPhones.map(text).filter((phone) => phone !== ''),
      emails: eachOnce(fields.emails.map(text)),
      website: text('Website'),
      billing: addressOf('Billing', text),
      shipping: addressOf('Shipping', text),
      linkedCustomerId: row[linkFields.customerId],
      syncToken: row[linkFields.syncToken],
      parentId: text('ParentId'),
      owner: row.Owner?.Name ?? '',
      type: text('Type'),
      resaleNumber: text('qime__Resale_Number__c'),
      taxable: row.qime__Taxable__c ?? null,
      taxExemptionReason: text('qime__Tax_Exemption_Reason__c'),
      annualRevenue: row.AnnualRevenue ?? null,
      lastModified: utcTime(text('LastModifiedDate')),
      systemModstamp: utcTime(row.SystemModstamp),
    };
  });
}

/** The account with further e-mail addresses after its own, none twice. */
export function withEmails(account: Account, emails: readonly string[]): Account {
  return { ...account, emails: eachOnce([...account.emails, ...emails]) };
}

/** With State and Country picklists on, the code ("CA") is what QuickBooks has; without them the text is all. */
function addressOf(prefix: 'Billing' | 'Shipping', text: (name: string) => string): Address {
  return {
    street: text(`${prefix}Street`).replace(/\r\n?/g, '\n'),
    city: text(`${prefix}City`),
    region: text(`${prefix}StateCode`) || text(`${prefix}State`),
    postalCode: text(`${prefix}PostalCode`),
    country: text(`${prefix}Country`),
  };
}

function eachOnce(emails: readonly string[]): string[] {
  const byFolded = new Map<string, string>();
  for (const email of emails) {
    const folded = email.trim().toLowerCase();
    if (folded !== '' && !byFolded.has(folded)) byFolded.set(folded, email);
  }
  return [...byFolded.values()];
}
