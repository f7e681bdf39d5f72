import { useVirtualizer } from '@tanstack/react-virtual';
import { type ReactNode, useCallback, useLayoutEffect, useRef } from 'react';
import { classes } from './classes.ts';
import styles from './virtual-table.module.css';

/** A column: its heading, its share of the width as CSS grid writes it, and what it shows of a record. */
export interface TableColumn<T> {
  readonly id: string;
  readonly heading: ReactNode;
  readonly width: string;
  readonly cell: (record: T) => ReactNode;
  /** The text is shown whole, on more lines if need be, instead of being cut. */
  readonly whole?: boolean;
  /** It holds amounts, which stand under each other at the right. */
  readonly amount?: boolean;
}

const leastRowHeight = 32;

interface VirtualTableProps<T> {
  readonly label: string;
  readonly records: readonly T[];
  readonly columns: readonly TableColumn<T>[];
  readonly keyOf: (record: T) => string;
}

/** A table to read, of any length: only the rows in sight are in the page. It scrolls by itself, by keys too. */
export function VirtualTable<T>({ label, records, columns, keyOf }: VirtualTableProps<T>) {
  const scroller = useRef<HTMLDivElement>(null);
  const latestKeyOf = useRef(keyOf);
  useLayoutEffect(() => {
    latestKeyOf.current = keyOf;
  });
  // A row keeps its height wherever it goes: by place, a list in another order would have gaps. Another function would have
  // the places of all rows worked out anew.
  const getItemKey = useCallback(
    (index: number) => {
      const record = records[index];
      return record === undefined ? index : latestKeyOf.current(record);
    },
    [records],
  );
  const virtual = useVirtualizer({
    count: records.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => leastRowHeight,
    getItemKey,
    overscan: 10,
  });
  const template = { gridTemplateColumns: columns.map(({ width }) => width).join(' ') };
  // A place that scrolls is a tab stop, so that the arrow keys can scroll it.
  const focusable = { tabIndex: 0 };
  return (
    <section ref={scroller} className={styles.scroller} aria-label={`${label}, scrollable`} {...focusable}>
      <table aria-label={label} aria-rowcount={records.length + 1} className={styles.table}>
        <thead className={styles.head}>
          <tr aria-rowindex={1} className={classes(styles.row, styles.header)} style={template}>
            {columns.map(({ id, heading, amount = false }) => (
              <th key={id} scope="col" className={classes(styles.cell, amount && styles.amount)}>
                {heading}
              </th>
            ))}
          </tr>
        </thead>
        <tbody className={styles.body} style={{ height: virtual.getTotalSize() }}>
          {virtual.getVirtualItems().map(({ index, start }) => {
            const record = records[index];
            return record === undefined ? null : (
              <tr
                key={keyOf(record)}
                ref={virtual.measureElement}
                data-index={index}
                aria-rowindex={index + 2}
                className={classes(styles.row, styles.record)}
                style={{ ...template, transform: `translateY(${start}px)` }}
              >
                {columns.map(({ id, cell, whole, amount = false }) => {
                  const content = cell(record);
                  const isCut = typeof content === 'string' && !whole;
                  return (
                    <td
                      key={id}
                      className={classes(styles.cell, whole && styles.whole, amount && styles.amount)}
                      title={isCut ? content : undefined}
                    >
                      {content}
                    </td>
                  );
                })}
              </tr>
            );
          })}
        </tbody>
      </table>
    </section>
  );
}
