import type { Account, Address, Customer } from '#shared/records.ts';
import type { ReviewRow } from '#shared/review.ts';
import { bandWords, standingWord } from '#shared/words.ts';
import { type ColumnKind, type ColumnSide, momentOf, type SheetColumn } from './column.ts';
import { decidedOf } from './decided.ts';

/** A row of "Matches": an account with the customer that is proposed, chosen or linked. */
export interface Match {
  readonly row: ReviewRow;
  readonly account: Account;
  readonly customer: Customer;
}

/** A row of "Accounts without match". */
export interface Unmatched {
  readonly row: ReviewRow;
  readonly account: Account;
}

/** Makes the columns of one system for rows from which `of` takes its record. */
function columnsOf<R, T>(side: ColumnSide, of: (row: R) => T) {
  return (
    heading: string,
    width: number,
    value: (record: T) => string | number | Date | null,
    kind: ColumnKind = 'text',
  ): SheetColumn<R> => ({
    heading,
    side,
    kind,
    width,
    value: (row) => value(of(row)),
  });
}

const place = (billing: Address, shipping: Address) => billing.city || shipping.city;
const phones = (account: Account) => [account.phone, ...account.otherPhones].filter(Boolean).join(', ');
const emails = (account: Account) => account.emails.join(', ');

const result = columnsOf('result', ({ row }: Unmatched) => row);
const stateColumn = result('State', 13, standingWord);
const reasonColumn = result('Reason', 46, ({ reason }) => reason);
const decisionColumn = result('Decision', 12, ({ state }) => decidedOf(state) ?? '', 'decision');

const matchAccount = columnsOf('salesforce', ({ account }: Match) => account);
const matchCustomer = columnsOf('quickbooks', ({ customer }: Match) => customer);
const matchResult = columnsOf('result', ({ row }: Match) => row);

/** The columns of "Matches": Salesforce left, QuickBooks right, then what is known of the pair. */
export const matchColumns: readonly SheetColumn<Match>[] = [
  matchAccount('Account ID', 20, ({ id }) => id),
  matchAccount('Account name', 34, ({ name }) => name),
  matchAccount('Account city', 18, ({ billing, shipping }) => place(billing, shipping)),
  matchAccount('Account phone', 18, phones),
  matchAccount('Account e-mail', 28, emails),
  matchCustomer('Customer ID', 14, ({ id }) => id),
  matchCustomer('Customer name', 34, ({ displayName }) => displayName),
  matchCustomer('Customer city', 18, ({ billing, shipping }) => place(billing, shipping)),
  matchCustomer('Customer phone', 18, ({ phone, mobile }) => phone || mobile),
  matchCustomer('Customer e-mail', 28, ({ email }) => email),
  matchCustomer('Active', 8, ({ active }) => (active ? 'yes' : 'no')),
  matchCustomer('Open balance', 14, ({ balance }) => balance, 'money'),
  matchCustomer('Currency', 9, ({ currency }) => currency),
  matchResult('Score', 8, ({ score }) => score, 'percent'),
  matchResult('Band', 10, ({ band }) => (band === null ? '' : bandWords[band])),
  stateColumn,
  reasonColumn,
  matchResult('Rivals', 8, ({ rivals }) => (rivals === 0 ? '' : String(rivals))),
  decisionColumn,
];

const account = columnsOf('salesforce', ({ account: one }: Unmatched) => one);

/** The columns of "Accounts without match". */
export const accountColumns: readonly SheetColumn<Unmatched>[] = [
  account('Account ID', 20, ({ id }) => id),
  account('Account name', 34, ({ name }) => name),
  account('Street', 28, ({ billing }) => billing.street),
  account('City', 18, ({ billing, shipping }) => place(billing, shipping)),
  account('State or province', 16, ({ billing }) => billing.region),
  account('Postal code', 12, ({ billing }) => billing.postalCode),
  account('Country', 14, ({ billing }) => billing.country),
  account('Phone', 18, phones),
  account('E-mail', 28, emails),
  account('Website', 24, ({ website }) => website),
  account('Owner', 18, ({ owner }) => owner),
  account('Type', 14, ({ type }) => type),
  account('Annual revenue', 16, ({ annualRevenue }) => annualRevenue, 'money'),
  account('Last modified (UTC)', 18, ({ lastModified }) => momentOf(lastModified), 'date'),
  account('QB Id in Salesforce', 16, ({ linkedCustomerId }) => linkedCustomerId),
  stateColumn,
  reasonColumn,
  decisionColumn,
];

const customer = columnsOf('quickbooks', (one: Customer) => one);

/** The columns of "Customers without match". */
export const customerColumns: readonly SheetColumn<Customer>[] = [
  customer('Customer ID', 14, ({ id }) => id),
  customer('Customer name', 34, ({ displayName }) => displayName),
  customer('Full name', 34, ({ fullyQualifiedName }) => fullyQualifiedName),
  customer('Company', 28, ({ companyName }) => companyName),
  customer('Contact', 22, ({ givenName, familyName }) => `${givenName} ${familyName}`.trim()),
  customer('Street', 28, ({ billing }) => billing.street),
  customer('City', 18, ({ billing, shipping }) => place(billing, shipping)),
  customer('State or province', 16, ({ billing }) => billing.region),
  customer('Postal code', 12, ({ billing }) => billing.postalCode),
  customer('Country', 14, ({ billing }) => billing.country),
  customer('Phone', 18, ({ phone }) => phone),
  customer('Mobile', 18, ({ mobile }) => mobile),
  customer('E-mail', 28, ({ email }) => email),
  customer('Website', 24, ({ website }) => website),
  customer('Active', 8, ({ active }) => (active ? 'yes' : 'no')),
  customer('Open balance', 14, ({ balance }) => balance, 'money'),
  customer('Currency', 9, ({ currency }) => currency),
  customer('Last modified (UTC)', 18, ({ lastModified }) => momentOf(lastModified), 'date'),
];
