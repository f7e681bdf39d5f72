import type { RestoredLink } from '#shared/links.ts';
import { Change } from '../../components/change.tsx';
import { SideMark } from '../../components/side-mark.tsx';
import { type TableColumn, VirtualTable } from '../../components/virtual-table.tsx';

const columns: readonly TableColumn<RestoredLink>[] = [
  {
    id: 'account',
    heading: (
      <>
        <SideMark side="salesforce" />
        Account
      </>
    ),
    width: 'minmax(140px, 2fr)',
    cell: ({ accountName }) => <span title={accountName}>{accountName}</span>,
  },
  {
    id: 'customer',
    heading: (
      <>
        <SideMark side="quickbooks" />
        Customer of the link
      </>
    ),
    width: 'minmax(140px, 2fr)',
    cell: ({ customerName }) => <span title={customerName}>{customerName}</span>,
  },
  {
    id: 'qime__QB_ID__c',
    heading: <code>qime__QB_ID__c</code>,
    width: 'minmax(136px, 1fr)',
    cell: ({ before, after }) => <Change before={before.customerId} after={after.customerId} />,
  },
  {
    id: 'qime__QB_SyncToken__c',
    heading: <code>qime__QB_SyncToken__c</code>,
    width: 'minmax(176px, 1fr)',
    cell: ({ before, after }) => <Change before={before.syncToken} after={after.syncToken} />,
  },
];

/** Every account that would be restored, with the two fields now and then. */
export function RestoredTable({ links }: { readonly links: readonly RestoredLink[] }) {
  return (
    <VirtualTable
      label="Accounts to restore"
      records={links}
      columns={columns}
      keyOf={({ accountId }) => accountId}
    />
  );
}
