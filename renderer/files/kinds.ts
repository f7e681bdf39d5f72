import type { Side } from '#shared/datasets.ts';
import type { FileKind } from '#shared/files.ts';

/** The words for a kind of file, and whose it is. */
export const kindWords: Readonly<
  Record<
    FileKind,
    { readonly title: string; readonly one: string; readonly side: Side; readonly hint: string }
  >
> = {
  accounts: {
    title: 'Accounts',
    one: 'account',
    side: 'salesforce',
    hint: 'A Salesforce report or a Data Loader export. With the Account ID, links can be written back.',
  },
  customers: {
    title: 'Customers',
    one: 'customer',
    side: 'quickbooks',
    hint: 'The customer list or the Customer Contact List of QuickBooks Online, or a list of QuickBooks Desktop.',
  },
  contacts: {
    title: 'Contacts (optional)',
    one: 'contact',
    side: 'salesforce',
    hint: 'Salesforce contacts with Account ID and Email: their addresses help to match the accounts.',
  },
};
