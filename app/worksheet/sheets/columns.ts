import type { Account, Address, Customer } from '#shared/records.ts';
import { bandWords, standingWord } from '#shared/words.ts';
import { type CellValue, type ColumnSide, momentOf, type SheetColumn } from '../column.ts';
import { decidedOf } from '../decided.ts';
import type { RecordPages, ShownAccount } from './rows.ts';

/** `page` is the web page that a text opens; null where there is none. */
type More<T> = Partial<Pick<SheetColumn<T>, 'kind' | 'colours' | 'currency'>> & {
  readonly page?: (record: T) => string | null;
};

/** Makes the columns of one system for rows from which `of` takes its record. */
export function columnsOf<R, T>(side: ColumnSide, of: (row: R) => T) {
  return (
    heading: string,
    width: number,
    value: (record: T) => CellValue,
    { kind = 'text', colours, page, currency }: More<T> = {},
  ): SheetColumn<R> => ({
    heading,
    side,
    kind,
    width,
    value: (row) => opening(value(of(row)), page?.(of(row)) ?? null),
    ...(colours === undefined ? {} : { colours }),
    ...(currency === undefined ? {} : { currency: (row: R) => currency(of(row)) }),
  });
}

function opening(value: CellValue, address: string | null): CellValue {
  return typeof value === 'string' && address !== null ? { text: value, address } : value;
}

/** The town of a record, from whichever address has one. */
export const town = ({ billing, shipping }: { readonly billing: Address; readonly shipping: Address }) =>
  billing.city || shipping.city;
/** All telephone numbers of an account. */
export const phones = (account: Account) =>
  [account.phone, ...account.otherPhones].filter(Boolean).join(', ');
/** All e-mail addresses of an account. */
export const emails = (account: Account) => account.emails.join(', ');

/** What tells one account from another at a glance. */
export function accountInBrief<R>(of: (row: R) => Account, pages: RecordPages): SheetColumn<R>[] {
  const column = columnsOf('salesforce', of);
  return [
    column('Account ID', 20, ({ id }) => id, { page: ({ id }) => pages.account(id) }),
    column('Account name', 34, ({ name }) => name),
    column('Account city', 16, town),
    column('Account phone', 17, phones),
    column('Account e-mail', 26, emails),
  ];
}

/** What tells one customer from another at a glance, with what it owes. */
export function customerInBrief<R>(of: (row: R) => Customer | null, pages: RecordPages): SheetColumn<R>[] {
  const known = columnsOf('quickbooks', of);
  const column = (
    heading: string,
    width: number,
    value: (customer: Customer) => CellValue,
    { kind = 'text', page, currency }: More<Customer> = {},
  ) =>
    known(heading, width, (customer) => (customer === null ? null : value(customer)), {
      kind,
      ...(page === undefined ? {} : { page: (one: Customer | null) => (one === null ? null : page(one)) }),
      ...(currency === undefined
        ? {}
        : { currency: (one: Customer | null) => (one === null ? '' : currency(one)) }),
    });
  return [
    column('Customer ID', 12, ({ id }) => id, {
      kind: 'entry',
      page: ({ id }) => pages.customer(id),
    }),
    column('Customer name', 34, ({ displayName }) => displayName),
    column('Customer city', 16, town),
    column('Customer phone', 17, ({ phone, mobile }) => phone || mobile),
    column('Customer e-mail', 26, ({ email }) => email),
    column('Active', 8, ({ active }) => (active ? 'yes' : 'no')),
    column('Open balance', 17, ({ balance }) => balance, {
      kind: 'money',
      currency: ({ currency }) => currency,
    }),
    column('Currency', 10, ({ currency }) => currency),
  ];
}

const result = columnsOf('result', ({ row }: ShownAccount) => row);

/** What the review knows of an account's row. */
export const known = {
  score: result('Score', 9, ({ score }) => score, { kind: 'percent' }),
  band: result('Band', 10, ({ band }) => (band === null ? '' : bandWords[band]), { colours: 'band' }),
  state: result('State', 13, standingWord, { colours: 'state' }),
  reason: result('Reason', 46, ({ reason }) => reason),
  rivals: result('Rivals', 8, ({ rivals }) => (rivals === 0 ? null : rivals), { kind: 'count' }),
  decision: result('Decision', 12, ({ state }) => decidedOf(state) ?? '', {
    kind: 'decision',
    colours: 'decision',
  }),
} as const;

/** When a record was changed last. */
export const lastModified = (record: { readonly lastModified: string }) => momentOf(record.lastModified);
