import { EMAIL_HEADING } from './account-layout.ts';
import { type Layout, manyLike, one } from './layout.ts';

/** The headings of Contacts, of which only the account and the e-mail addresses are used. */
export const contactLayout = {
  record: "contact's account",
  keys: [['accountId']],
  fields: {
    accountId: one('AccountId | Account.Id | Account ID 18 | Case Safe Account ID'),
    emails: manyLike(EMAIL_HEADING, 'Email'),
  },
} as const satisfies Layout<string>;

export type ContactField = keyof typeof contactLayout.fields;
