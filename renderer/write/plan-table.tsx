import type { PlannedLink } from '#shared/links.ts';
import { accountColumn, customerColumn, linkFieldColumns } from '../components/link-columns.tsx';
import { Tag } from '../components/tag.tsx';
import { type TableColumn, VirtualTable } from '../components/virtual-table.tsx';
import { warningWords } from '../format/words.ts';

const columns: readonly TableColumn<PlannedLink>[] = [
  accountColumn(140),
  customerColumn(140, ({ customerName }) => customerName),
  ...linkFieldColumns<PlannedLink>(),
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
