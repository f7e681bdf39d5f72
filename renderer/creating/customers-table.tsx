import type { PlannedCustomer } from '#shared/creating.ts';
import { accountColumn } from '../components/link-columns.tsx';
import { SideMark } from '../components/side-mark.tsx';
import { Tag } from '../components/tag.tsx';
import { type TableColumn, VirtualTable } from '../components/virtual-table.tsx';
import { formatCounted } from '../format/numbers.ts';
import styles from './customers-table.module.css';
import { createWarningWords, duplicatePhrase } from './words.ts';

interface CustomersTableProps {
  readonly customers: readonly PlannedCustomer[];
  readonly onOpen: (customer: PlannedCustomer) => void;
}

/** Every customer that would be created, with what a person should look at; its name opens all of its fields. */
export function CustomersTable({ customers, onOpen }: CustomersTableProps) {
  const columns: readonly TableColumn<PlannedCustomer>[] = [
    accountColumn(120),
    {
      id: 'customer',
      heading: (
        <>
          <SideMark side="quickbooks" />
          New customer
        </>
      ),
      width: 'minmax(136px, 2fr)',
      cell: (customer) => (
        <button type="button" className={styles.open} onClick={() => onOpen(customer)}>
          {customer.fields.displayName}
        </button>
      ),
    },
    {
      id: 'phone',
      heading: 'Phone',
      width: 'minmax(104px, 1fr)',
      cell: ({ fields }) => <span title={fields.phone}>{fields.phone}</span>,
    },
    {
      id: 'billing',
      heading: 'Billing address',
      width: 'minmax(120px, 2fr)',
      cell: ({ fields }) => <span title={billingOf(fields)}>{billingOf(fields)}</span>,
    },
    {
      id: 'look',
      heading: 'Look closer',
      width: 'minmax(240px, 3fr)',
      whole: true,
      cell: (customer) => <LookCloser customer={customer} />,
    },
  ];
  return (
    <VirtualTable
      label="Customers to create"
      records={customers}
      columns={columns}
      keyOf={({ accountId }) => accountId}
    />
  );
}

function LookCloser({ customer }: { readonly customer: PlannedCustomer }) {
  const { clash, duplicates, warnings, changes, edited, lastTry } = customer;
  const [first, ...others] = duplicates;
  return (
    <span className={styles.look}>
      {clash === null ? null : (
        <span>
          <Tag tone="wrong">name taken</Tag> by {clash.holder}
        </span>
      )}
      {first === undefined ? null : (
        <span>
          <Tag tone="look">likely duplicate</Tag> {duplicatePhrase(first)}
          {others.length === 0 ? '' : `, and ${formatCounted(others.length, 'other')}`}
        </span>
      )}
      {warnings
        .filter((warning) => warning !== 'likely-duplicate')
        .map((warning) => (
          <span key={warning}>
            <Tag tone="look">{createWarningWords[warning].short}</Tag>
          </span>
        ))}
      {lastTry === '' ? null : (
        <span>
          <Tag tone="wrong">last time</Tag> {lastTry}
        </span>
      )}
      {edited.length === 0 && changes.length === 0 ? null : (
        <span className={styles.quiet}>
          {[
            ...(edited.length === 0 ? [] : [`${formatCounted(edited.length, 'field')} edited`]),
            ...(changes.length === 0 ? [] : [`${formatCounted(changes.length, 'value')} made to fit`]),
          ].join(', ')}
        </span>
      )}
    </span>
  );
}

function billingOf({
  billingStreet,
  billingCity,
  billingRegion,
  billingPostalCode,
}: PlannedCustomer['fields']): string {
  return [billingStreet.replaceAll('\n', ', '), billingCity, `${billingRegion} ${billingPostalCode}`.trim()]
    .filter((part) => part !== '')
    .join(', ');
}
