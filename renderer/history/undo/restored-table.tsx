import type { RestoredLink } from '#shared/links.ts';
import { type TableColumn, VirtualTable } from '../../components/virtual-table.tsx';
import { accountColumn, customerColumn, linkFieldColumns } from '../../preview/link-columns.tsx';

const columns: readonly TableColumn<RestoredLink>[] = [
  accountColumn(140),
  customerColumn(140, ({ customerName }) => customerName, 'Customer of the link'),
  ...linkFieldColumns<RestoredLink>(),
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
