import { ArrowDown, ArrowUp } from 'lucide-react';
import type { KeyboardEvent, RefObject } from 'react';
import type { CustomerDecisionKind } from '#shared/decisions.ts';
import type { CustomerId } from '#shared/ids.ts';
import type { CustomerRow } from '#shared/review.ts';
import { useCommands } from '../../commands/commands-provider.tsx';
import { commandOf } from '../../commands/keys/key-choice.ts';
import { useKeys } from '../../commands/keys/use-keys.ts';
import { movesByCommand } from '../../commands/review-commands.ts';
import { classes } from '../../components/classes.ts';
import { formatAmount, formatScore } from '../../format/numbers.ts';
import grid from '../table/grid.module.css';
import { moved } from '../table/movement.ts';
import { useRowWindow } from '../table/use-row-window.ts';
import {
  type CustomerColumn,
  type CustomerSorting,
  customerColumns,
  customerStateWords,
  sortedBy,
} from './customer-order.ts';
import styles from './customers.module.css';

const idOf = (customerId: string) => `customer-${customerId}`;

interface CustomerGridProps {
  readonly gridRef: RefObject<HTMLTableElement | null>;
  readonly rows: readonly CustomerRow[];
  readonly sorting: CustomerSorting;
  readonly onSort: (sorting: CustomerSorting) => void;
  readonly activeIndex: number;
  readonly onActivate: (customerId: CustomerId) => void;
  readonly onDecide: (kind: CustomerDecisionKind) => void;
  readonly onSearch: () => void;
}

/** The customers as an ARIA grid: the same keys as among the accounts, as far as they mean something here. */
export function CustomerGrid(props: CustomerGridProps) {
  const { gridRef, rows, activeIndex, onActivate, onDecide, onSearch } = props;
  const commands = useCommands();
  const keysInForce = useKeys();
  const { rows: shown, inOrder, height, page } = useRowWindow(gridRef, rows.length, activeIndex);

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.target !== event.currentTarget) return;
    const pressed = commandOf(event, keysInForce.table);
    if (pressed === null) return;
    const { id, where } = pressed.command;
    const move = movesByCommand.get(id);
    if (move !== undefined) {
      const isOpen = (index: number) => rows[index]?.state === 'no-match';
      const row = rows[moved(move, activeIndex, rows.length, page, isOpen)];
      if (row !== undefined) onActivate(row.customerId);
    } else if (id === 'review.create-new') onDecide('create-new');
    else if (id === 'review.skip') onDecide('skip');
    else if (id === 'customer.ignore') onDecide('ignore');
    else if (id === 'review.search') onSearch();
    else if (where === 'row') return;
    else commands.perform(pressed.command, pressed.key, page);
    event.preventDefault();
  };

  const active = rows[activeIndex];
  const control = {
    role: 'grid',
    tabIndex: 0,
    'aria-activedescendant': active === undefined ? undefined : idOf(active.customerId),
  };
  return (
    <table
      ref={gridRef}
      {...control}
      aria-label="Customers without match"
      aria-rowcount={rows.length + 1}
      aria-colcount={customerColumns.length}
      className={classes(grid.grid, styles.grid)}
      onKeyDown={onKeyDown}
    >
      <thead className={grid.head}>
        <tr aria-rowindex={1} className={grid.header}>
          {customerColumns.map(({ by, label }) => (
            <Heading key={by} by={by} label={label} sorting={props.sorting} onSort={props.onSort} />
          ))}
        </tr>
      </thead>
      <tbody
        aria-owns={inOrder
          .flatMap(({ index }) => rows[index] ?? [])
          .map((row) => idOf(row.customerId))
          .join(' ')}
        className={grid.body}
        style={{ height }}
      >
        {shown.map(({ index, slot, top }) => {
          const row = rows[index];
          return row === undefined ? null : (
            <CustomerLine
              key={slot}
              row={row}
              index={index}
              top={top}
              active={index === activeIndex}
              onActivate={() => {
                onActivate(row.customerId);
                gridRef.current?.focus();
              }}
            />
          );
        })}
      </tbody>
    </table>
  );
}

interface HeadingProps {
  readonly by: CustomerColumn;
  readonly label: string;
  readonly sorting: CustomerSorting;
  readonly onSort: (sorting: CustomerSorting) => void;
}

/** A column's heading; a click sorts. Its button is no tab stop, "Sort customers by" does the same by key. */
function Heading({ by, label, sorting, onSort }: HeadingProps) {
  const isSorted = sorting.by === by;
  const Arrow = sorting.desc ? ArrowDown : ArrowUp;
  return (
    <th
      scope="col"
      aria-sort={isSorted ? (sorting.desc ? 'descending' : 'ascending') : 'none'}
      className={classes(grid.heading, by === 'balance' && grid.end)}
    >
      <button
        type="button"
        tabIndex={-1}
        onMouseDown={(event) => event.preventDefault()}
        onClick={() => onSort(sortedBy(sorting, by))}
      >
        {label}
        {isSorted ? <Arrow size={14} aria-hidden="true" /> : null}
      </button>
    </th>
  );
}

interface CustomerLineProps {
  readonly row: CustomerRow;
  readonly index: number;
  readonly top: number;
  readonly active: boolean;
  readonly onActivate: () => void;
}

function CustomerLine({ row, index, top, active, onActivate }: CustomerLineProps) {
  const { nearest } = row;
  return (
    <tr
      id={idOf(row.customerId)}
      aria-rowindex={index + 2}
      aria-selected={active}
      className={classes(grid.row, active && grid.active, row.state !== 'no-match' && grid.settled)}
      style={{ transform: `translateY(${top}px)` }}
      onMouseDown={(event) => {
        event.preventDefault();
        onActivate();
      }}
    >
      <td className={grid.cell} title={row.name}>
        {row.active ? null : <span className={grid.trait}>inactive</span>}
        {row.subCustomer ? <span className={grid.trait}>sub-customer</span> : null}
        {row.name}
        {row.place === '' ? null : <span className={grid.place}>{row.place}</span>}
      </td>
      <td className={classes(grid.cell, grid.amount)} title={row.currency}>
        {formatAmount(row.balance)}
      </td>
      <td className={grid.cell} title={nearest?.name}>
        {nearest === null ? <span className={grid.none}>none</span> : nearest.name}
        {nearest === null ? null : <span className={grid.place}>{formatScore(nearest.score)}</span>}
      </td>
      <td className={grid.cell}>{customerStateWords[row.state]}</td>
    </tr>
  );
}
