import type { PlannedLink } from '#shared/links.ts';
import { Change } from '../components/change.tsx';
import { SideMark } from '../components/side-mark.tsx';
import { Tag } from '../components/tag.tsx';
import { type TableColumn, VirtualTable } from '../components/virtual-table.tsx';
import { warningWords } from '../format/words.ts';

const columns: readonly TableColumn<PlannedLink>[] = [
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
        Customer
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
  {
    id: 'warnings',
    heading: 'Look closer',
    width: 'minmax(168px, 1fr)',
    cell: ({ warnings }) =>
      warnings.map((warning) => (
        <Tag key={warning} tone="look">
          {warningWords[warning].short}
        </Tag>
      )),
  },
];

/** Every link that would be written, with the two fields before and after. */
export function PlanTable({ links }: { readonly links: readonly PlannedLink[] }) {
  return (
    <VirtualTable
      label="Links to write"
      records={links}
      columns={columns}
      keyOf={({ accountId }) => accountId}
    />
  );
}
