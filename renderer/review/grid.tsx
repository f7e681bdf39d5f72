import { type SortingState, useTable } from '@tanstack/react-table';
import { defaultRangeExtractor, type Range, useVirtualizer } from '@tanstack/react-virtual';
import { ArrowDown, ArrowUp } from 'lucide-react';
import { type KeyboardEvent, type RefObject, useCallback, useEffect, useLayoutEffect, useMemo } from 'react';
import type { ReviewRow } from '#shared/review.ts';
import { useCommands } from '../commands/commands-provider.tsx';
import { commandOf } from '../commands/key-choice.ts';
import { useKeys } from '../commands/use-keys.ts';
import { classes } from '../components/classes.ts';
import { SideMark } from '../components/side-mark.tsx';
import { columnTemplate } from './column-widths.ts';
import { columns, features } from './columns.ts';
import styles from './grid.module.css';
import { GridRow, rowElementId } from './grid-row.tsx';
import { type RowTable, rowOf } from './rows.ts';
import { useReviewSession } from './session-context.ts';
import { activate, setReviewView, useReviewView } from './view.ts';

const rowHeight = 32;
const headerHeight = 28;
/** The table is asked for its headings only: a hundred thousand rows of it would have to be made at every filter. */
const noRows: ReviewRow[] = [];

interface ReviewGridProps {
  readonly gridRef: RefObject<HTMLTableElement | null>;
  /** The rows as they were when the queue was opened, filtered and in their order. */
  readonly members: readonly ReviewRow[];
  /** The rows as they are now. */
  readonly table: RowTable;
  /** The filter has been applied; while it has not, the active row may be out of the rows for a moment. */
  readonly settledFilter: boolean;
}

/** The table of the review: an ARIA grid with one tab stop and an active row that the arrow keys move. */
export function ReviewGrid({ gridRef, members, table, settledFilter }: ReviewGridProps) {
  const session = useReviewSession();
  const commands = useCommands();
  const keysInForce = useKeys();
  const queue = useReviewView((view) => view.queue);
  const sorting = useReviewView((view) => view.sorting);
  const activeId = useReviewView((view) => view.activeId);
  const tableModel = useTable({
    features,
    columns,
    data: noRows,
    state: { sorting },
    manualSorting: true,
    enableMultiSort: false,
    onSortingChange: (update) =>
      setReviewView((view) => ({
        sorting: typeof update === 'function' ? update(view.sorting) : update,
        // Sorted by what is shown now, not by what was shown when the queue was opened.
        members: view.members.map((member) => rowOf(table, member.accountId) ?? member),
      })),
  });
  const template = useMemo(() => columnTemplate(members), [members]);
  const indexes = useMemo(
    () => new Map(members.map(({ accountId }, index) => [accountId, index])),
    [members],
  );
  const activeIndex = activeId === null ? -1 : (indexes.get(activeId) ?? -1);

  useLayoutEffect(() => session.setOrder(members, indexes), [session, members, indexes]);
  useEffect(() => {
    if (settledFilter && activeIndex === -1) activate(members[0]?.accountId ?? null);
  }, [settledFilter, activeIndex, members]);

  const virtual = useVirtualizer({
    count: members.length,
    getScrollElement: () => gridRef.current,
    estimateSize: () => rowHeight,
    overscan: 8,
    scrollMargin: 0,
    scrollPaddingStart: headerHeight,
    // The active row stays in the page however far one scrolls, or the grid would name a row that is not there.
    rangeExtractor: useCallback(
      (range: Range) => {
        const shown = defaultRangeExtractor(range);
        return activeIndex < 0 || shown.includes(activeIndex)
          ? shown
          : [...shown, activeIndex].sort((left, right) => left - right);
      },
      [activeIndex],
    ),
  });
  useLayoutEffect(() => {
    if (activeIndex >= 0) virtual.scrollToIndex(activeIndex, { align: 'auto' });
  }, [virtual, activeIndex]);

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.target !== event.currentTarget) return;
    const page = Math.floor(((gridRef.current?.clientHeight ?? 0) - headerHeight) / rowHeight);
    const pressed = commandOf(event, keysInForce.table);
    if (pressed === null) return;
    commands.perform(pressed.command, pressed.key, page);
    event.preventDefault();
  };
  const onActivate = useCallback(
    (row: ReviewRow) => {
      activate(row.accountId);
      gridRef.current?.focus();
    },
    [gridRef],
  );

  // An ARIA grid is a control, which a table is not by itself.
  const control = {
    role: 'grid',
    tabIndex: 0,
    'aria-activedescendant': activeId === null || activeIndex < 0 ? undefined : rowElementId(activeId),
  };
  return (
    <table
      ref={gridRef}
      {...control}
      aria-label="Review"
      aria-rowcount={members.length + 1}
      aria-colcount={columns.length}
      className={styles.grid}
      style={{ ['--columns' as string]: template }}
      onKeyDown={onKeyDown}
    >
      <thead className={styles.head}>
        <tr aria-rowindex={1} className={styles.header}>
          {tableModel.getFlatHeaders().map(({ column }) => (
            <Heading
              key={column.id}
              id={column.id}
              label={String(column.columnDef.header)}
              sorting={sorting}
              onSort={() => column.toggleSorting()}
            />
          ))}
        </tr>
      </thead>
      <tbody className={styles.body} style={{ height: virtual.getTotalSize() }}>
        {virtual.getVirtualItems().map(({ index, start }) => {
          const member = members[index];
          if (member === undefined) return null;
          const row = rowOf(table, member.accountId) ?? member;
          return (
            <GridRow
              key={row.accountId}
              row={row}
              index={index}
              top={start}
              active={index === activeIndex}
              settled={row.queue !== queue}
              onActivate={onActivate}
            />
          );
        })}
      </tbody>
    </table>
  );
}

interface HeadingProps {
  readonly id: string;
  readonly label: string;
  readonly sorting: SortingState;
  readonly onSort: () => void;
}

/** A column's heading; a click sorts. Its button is no tab stop, the menu "Filter and sort" does the same by key. */
function Heading({ id, label, sorting, onSort }: HeadingProps) {
  const sorted = sorting.find((sort) => sort.id === id);
  const direction = sorted === undefined ? 'none' : sorted.desc ? 'descending' : 'ascending';
  const Arrow = direction === 'descending' ? ArrowDown : ArrowUp;
  return (
    <th scope="col" aria-sort={direction} className={classes(styles.heading, id === 'balance' && styles.end)}>
      <button type="button" tabIndex={-1} onMouseDown={(event) => event.preventDefault()} onClick={onSort}>
        {id === 'account' ? <SideMark side="salesforce" /> : null}
        {id === 'customer' ? <SideMark side="quickbooks" /> : null}
        {label}
        {direction === 'none' ? null : <Arrow size={14} aria-hidden="true" />}
      </button>
    </th>
  );
}
