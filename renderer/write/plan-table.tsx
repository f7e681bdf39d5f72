import { useMemo } from 'react';
import { isHeldBack, type LinkWarning, type PlannedLink } from '#shared/links.ts';
import { Tag } from '../components/marks/tag.tsx';
import { type TableColumn, VirtualTable } from '../components/virtual-table.tsx';
import { formatMoney } from '../format/numbers.ts';
import { warningWords } from '../format/words.ts';
import { accountColumn, customerColumn, linkFieldColumns } from '../preview/link-columns.tsx';

interface PlanTableProps {
  readonly links: readonly PlannedLink[];
  /** Links with one of these warnings are held back from the run. */
  readonly heldBack: readonly LinkWarning[];
}

const columns: readonly TableColumn<PlannedLink>[] = [
  accountColumn(114),
  customerColumn(114, ({ customerName }) => customerName),
  ...linkFieldColumns<PlannedLink>(),
  {
    id: 'balance',
    heading: 'Open balance',
    width: 'minmax(132px, 0.6fr)',
    amount: true,
    cell: ({ balance, currency }) => (balance === 0 ? '' : formatMoney(balance, currency)),
  },
];

/** Every link that would be written, with the two fields before and after. */
export function PlanTable({ links, heldBack }: PlanTableProps) {
  const all = useMemo<readonly TableColumn<PlannedLink>[]>(
    () => [
      ...columns,
      {
        id: 'warnings',
        heading: 'Look closer',
        width: 'minmax(140px, 1fr)',
        whole: true,
        cell: (link) =>
          isHeldBack(link, heldBack) ? (
            <Tag tone="quiet">held back</Tag>
          ) : (
            link.warnings.map((warning) => (
              <Tag key={warning} tone="look">
                {warningWords[warning].short}
              </Tag>
            ))
          ),
      },
    ],
    [heldBack],
  );
  return (
    <VirtualTable label="Links to write" records={links} columns={all} keyOf={({ accountId }) => accountId} />
  );
}
