import type { SheetColumn } from '../column.ts';
import { columnsOf, emails, known, lastModified, phones, town } from './columns.ts';
import type { RecordPages, ShownAccount } from './rows.ts';

const account = columnsOf('salesforce', (row: ShownAccount) => row.account);

/** The columns of "Accounts without match". */
export function accountColumns(pages: RecordPages): readonly SheetColumn<ShownAccount>[] {
  return [
    account('Account ID', 20, ({ id }) => id, { page: ({ id }) => pages.account(id) }),
    account('Account name', 34, ({ name }) => name),
    account('Street', 28, ({ billing }) => billing.street),
    account('City', 16, town),
    account('State or province', 16, ({ billing }) => billing.region),
    account('Postal code', 12, ({ billing }) => billing.postalCode),
    account('Country', 14, ({ billing }) => billing.country),
    account('Phone', 17, phones),
    account('E-mail', 26, emails),
    account('Website', 24, ({ website }) => website),
    account('Owner', 18, ({ owner }) => owner),
    account('Type', 14, ({ type }) => type),
    account('Annual revenue', 16, ({ annualRevenue }) => annualRevenue, { kind: 'money' }),
    account('Last modified (UTC)', 18, lastModified, { kind: 'date' }),
    known.state,
    known.reason,
    // A customer of one's own choice is confirmed by writing its id here.
    { heading: 'Customer ID', side: 'quickbooks', kind: 'entry', width: 12, value: () => null },
    known.decision,
  ];
}
