import type { CreatePlan, PlannedRecord } from '#shared/creating.ts';
import { SideMark } from '../components/marks/side-mark.tsx';
import { Tag } from '../components/marks/tag.tsx';
import { type TableColumn, VirtualTable } from '../components/virtual-table.tsx';
import { formatCounted } from '../format/numbers.ts';
import styles from './records-table.module.css';
import { createWarningWords, creatingWords, duplicatePhrase } from './words.ts';

interface RecordsTableProps {
  readonly plan: CreatePlan;
  readonly onOpen: (record: PlannedRecord) => void;
}

/** Every record that would be created, with what a person should look at; its name opens all of its fields. */
export function RecordsTable({ plan: { in: side, records }, onOpen }: RecordsTableProps) {
  const { noun, nouns, source, from } = creatingWords[side];
  const sourceColumn: TableColumn<PlannedRecord> = {
    id: 'source',
    heading: (
      <>
        <SideMark side={from} />
        {source === 'account' ? 'Account' : 'Customer'}
      </>
    ),
    width: 'minmax(120px, 2fr)',
    cell: ({ sourceName }) => <span title={sourceName}>{sourceName}</span>,
  };
  const newColumn: TableColumn<PlannedRecord> = {
    id: 'new',
    heading: (
      <>
        <SideMark side={side} />
        New {noun}
      </>
    ),
    width: 'minmax(136px, 2fr)',
    cell: (record) => (
      <button type="button" className={styles.open} title={record.name} onClick={() => onOpen(record)}>
        {record.name === '' ? 'No name' : record.name}
      </button>
    ),
  };
  const columns: readonly TableColumn<PlannedRecord>[] = [
    // Salesforce stands left, whichever way it goes.
    ...(side === 'quickbooks' ? [sourceColumn, newColumn] : [newColumn, sourceColumn]),
    {
      id: 'phone',
      heading: 'Phone',
      width: 'minmax(104px, 1fr)',
      cell: ({ fields }) => <span title={phoneOf(fields)}>{phoneOf(fields)}</span>,
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
      cell: (record) => <LookCloser record={record} />,
    },
  ];
  return (
    <VirtualTable
      label={`${nouns === 'accounts' ? 'Accounts' : 'Customers'} to create`}
      records={records}
      columns={columns}
      keyOf={({ sourceId }) => sourceId}
    />
  );
}

function LookCloser({ record }: { readonly record: PlannedRecord }) {
  const { clash, missing, duplicateRule, duplicates, warnings, changes, edited, lastTry } = record;
  const [first, ...others] = duplicates;
  return (
    <span className={styles.look}>
      {clash === null ? null : (
        <span>
          <Tag tone="wrong">name taken</Tag> by {clash.holder}
        </span>
      )}
      {missing.length === 0 ? null : (
        <span>
          <Tag tone="wrong">missing</Tag> {missing.join(', ')}
        </span>
      )}
      {duplicateRule === 'overruled' ? (
        <span>
          <Tag tone="look">duplicate rule overruled</Tag>
        </span>
      ) : null}
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
      {duplicateRule === 'refused' ? (
        <span>
          <Tag tone="wrong">duplicate rule</Tag> refused it: open it to see why
        </span>
      ) : lastTry === '' ? null : (
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

type Fields = PlannedRecord['fields'];

function phoneOf(fields: Fields): string {
  return fields.phone ?? fields.Phone ?? '';
}

/** The billing address on one line, whichever side's fields these are. */
function billingOf(fields: Fields): string {
  const part = (...names: string[]) =>
    names.map((name) => fields[name] ?? '').find((text) => text !== '') ?? '';
  const region = part('billingRegion', 'BillingState', 'BillingStateCode');
  return [
    part('billingStreet', 'BillingStreet').replaceAll('\n', ', '),
    part('billingCity', 'BillingCity'),
    `${region} ${part('billingPostalCode', 'BillingPostalCode')}`.trim(),
  ]
    .filter((text) => text !== '')
    .join(', ');
}
