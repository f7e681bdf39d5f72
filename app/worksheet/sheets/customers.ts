import type { CustomerState } from '#shared/decisions.ts';
import type { SheetColumn } from '../column.ts';
import { decidedOfCustomer } from '../decided.ts';
import { columnsOf, lastModified, town } from './columns.ts';
import type { LoneCustomer, RecordPages } from './rows.ts';

const stateWords: Record<CustomerState, string> = {
  matched: 'matched',
  'no-match': 'no match',
  'create-new': 'create new',
  ignored: 'ignored',
  skipped: 'skipped',
};

const customer = columnsOf('quickbooks', (row: LoneCustomer) => row.customer);
const result = columnsOf('result', ({ row }: LoneCustomer) => row);

/** The columns of "Customers without match". */
export function customerColumns(pages: RecordPages): readonly SheetColumn<LoneCustomer>[] {
  return [
    customer('Customer ID', 12, ({ id }) => id, { page: ({ id }) => pages.customer(id) }),
    customer('Customer name', 34, ({ displayName }) => displayName),
    customer('Full name', 34, ({ fullyQualifiedName }) => fullyQualifiedName),
    customer('Company', 28, ({ companyName }) => companyName),
    customer('Contact', 22, ({ givenName, familyName }) => `${givenName} ${familyName}`.trim()),
    customer('Street', 28, ({ billing }) => billing.street),
    customer('City', 16, town),
    customer('State or province', 16, ({ billing }) => billing.region),
    customer('Postal code', 12, ({ billing }) => billing.postalCode),
    customer('Country', 14, ({ billing }) => billing.country),
    customer('Phone', 17, ({ phone }) => phone),
    customer('Mobile', 17, ({ mobile }) => mobile),
    customer('E-mail', 26, ({ email }) => email),
    customer('Website', 24, ({ website }) => website),
    customer('Active', 8, ({ active }) => (active ? 'yes' : 'no')),
    customer('Open balance', 17, ({ balance }) => balance, {
      kind: 'money',
      currency: ({ currency }) => currency,
    }),
    customer('Currency', 10, ({ currency }) => currency),
    customer('Last modified (UTC)', 18, lastModified, { kind: 'date' }),
    result('Nearest account', 34, ({ nearest }) => nearest?.name ?? ''),
    result('Its score', 9, ({ nearest }) => nearest?.score ?? null, { kind: 'percent' }),
    result('State', 13, ({ state }) => stateWords[state], { colours: 'state' }),
    result('Decision', 12, ({ state }) => decidedOfCustomer(state) ?? '', {
      kind: 'customer-decision',
      colours: 'decision',
    }),
  ];
}
