import type { Evidence, EvidenceField, Pair } from '#shared/pairs.ts';
import { addressLine } from '#shared/record-fields.ts';
import type { Account, Customer } from '#shared/records.ts';
import { bandWords } from '#shared/words.ts';
import type { SheetColumn } from '../column.ts';
import { columnsOf, emails, phones } from './columns.ts';
import type { RecordPages } from './rows.ts';

/** One comparison of a pair. */
export interface EvidenceRow {
  readonly account: Account;
  readonly customer: Customer;
  readonly pair: Pair;
  readonly evidence: Evidence;
}

const fieldWords: Record<EvidenceField, string> = {
  prior: 'Before comparing',
  name: 'Name',
  email: 'E-mail',
  phone: 'Phone',
  website: 'Website',
  address: 'Address',
  competition: 'Competition',
};

const account = columnsOf('salesforce', (row: EvidenceRow) => row.account);
const customer = columnsOf('quickbooks', (row: EvidenceRow) => row.customer);
const result = columnsOf('result', (row: EvidenceRow) => row);

/** The columns of "Evidence": what a pair's score is made of; the bits of a pair add up to it. */
export function evidenceColumns(pages: RecordPages): readonly SheetColumn<EvidenceRow>[] {
  return [
    account('Account ID', 20, ({ id }) => id, { page: ({ id }) => pages.account(id) }),
    account('Account name', 34, ({ name }) => name),
    customer('Customer ID', 12, ({ id }) => id, { page: ({ id }) => pages.customer(id) }),
    customer('Customer name', 34, ({ displayName }) => displayName),
    result('Score', 9, ({ pair }) => pair.score, { kind: 'percent' }),
    result('Band', 10, ({ pair }) => (pair.band === null ? '' : bandWords[pair.band]), { colours: 'band' }),
    result('Comparison', 17, ({ evidence }) => fieldWords[evidence.field]),
    result('What was found', 42, ({ evidence }) => evidence.label),
    result('Bits', 8, ({ evidence }) => evidence.bits, { kind: 'bits', colours: 'bits' }),
    {
      ...result('In Salesforce', 30, (row) => accountSays[row.evidence.field](row.account)),
      side: 'salesforce',
    },
    {
      ...result('In QuickBooks', 30, (row) => customerSays[row.evidence.field](row.customer)),
      side: 'quickbooks',
    },
  ];
}

const nothing = () => '';
const distinct = (values: readonly string[]): string => [...new Set(values.filter(Boolean))].join(', ');

/** What a record says that a comparison looks at; which of several values agreed is told in its label. */
const accountSays: Record<EvidenceField, (account: Account) => string> = {
  prior: nothing,
  name: ({ name }) => name,
  email: emails,
  phone: phones,
  website: ({ website }) => website,
  address: ({ billing, shipping }) => addressLine(billing) || addressLine(shipping),
  competition: nothing,
};
const customerSays: Record<EvidenceField, (customer: Customer) => string> = {
  prior: nothing,
  name: ({ displayName, companyName }) => distinct([displayName, companyName]),
  email: ({ email }) => email,
  phone: ({ phone, mobile, alternatePhone }) => distinct([phone, mobile, alternatePhone]),
  website: ({ website }) => website,
  address: ({ billing, shipping }) => addressLine(billing) || addressLine(shipping),
  competition: nothing,
};
