import type { LinkFields } from '#shared/links.ts';
import { Change } from '../components/marks/change.tsx';
import { SideMark } from '../components/marks/side-mark.tsx';
import type { TableColumn } from '../components/virtual-table.tsx';

/** The column of the accounts' names, not narrower than so many pixels. */
export function accountColumn<R extends { readonly accountName: string }>(least: number): TableColumn<R> {
  return {
    id: 'account',
    heading: (
      <>
        <SideMark side="salesforce" />
        Account
      </>
    ),
    width: `minmax(${least}px, 2fr)`,
    cell: ({ accountName }) => <span title={accountName}>{accountName}</span>,
  };
}

/** The column of the customers' names, not narrower than so many pixels. */
export function customerColumn<R>(
  least: number,
  nameOf: (record: R) => string,
  heading = 'Customer',
): TableColumn<R> {
  return {
    id: 'customer',
    heading: (
      <>
        <SideMark side="quickbooks" />
        {heading}
      </>
    ),
    width: `minmax(${least}px, 2fr)`,
    cell: (record) => <span title={nameOf(record)}>{nameOf(record)}</span>,
  };
}

/** The two fields of a link, before and after. */
export function linkFieldColumns<
  R extends { readonly before: LinkFields; readonly after: LinkFields },
>(): readonly TableColumn<R>[] {
  return [
    {
      id: 'qime__QB_ID__c',
      heading: <code>qime__QB_ID__c</code>,
      width: 'minmax(124px, 1fr)',
      cell: ({ before, after }) => <Change before={before.customerId} after={after.customerId} />,
    },
    {
      id: 'qime__QB_SyncToken__c',
      heading: <code>qime__QB_SyncToken__c</code>,
      width: 'minmax(170px, 1fr)',
      cell: ({ before, after }) => <Change before={before.syncToken} after={after.syncToken} />,
    },
  ];
}
