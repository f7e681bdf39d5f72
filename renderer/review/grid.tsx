import { type SortingState, useTable } from '@tanstack/react-table';
import { defaultRangeExtractor, type Range, useVirtualizer } from '@tanstack/react-virtual';
import { ArrowDown, ArrowUp } from 'lucide-react';
import {
  type ClipboardEvent,
  type KeyboardEvent,
  type RefObject,
  useCallback,
  useEffect,
  useLayoutEffect,
  useMemo,
} from 'react';
import type { ReviewRow } from '#shared/review.ts';
import { useCommands } from '../commands/commands-provider.tsx';
import { commandOf } from '../commands/key-choice.ts';
import { useKeys } from '../commands/use-keys.ts';
import { classes } from '../components/classes.ts';
import { SideMark } from '../components/side-mark.tsx';
import { formatCounted } from '../format/numbers.ts';
import { useClientBox } from './client-box.ts';
import { type ColumnTrack, columnTracks, markWidth } from './column-widths.ts';
import { resizedColumn } from './columns/layout.ts';
import { ResizeHandle } from './columns/resize-handle.tsx';
import { useColumnLayout } from './columns/use-column-layout.ts';
import { columnLabels, columns, columnTexts, features } from './columns.ts';
import styles from './grid.module.css';
import { GridRow, rowElementId } from './grid-row.tsx';
import { placesOf } from './places.ts';
import { type RowTable, rowOf } from './rows.ts';
import { CheckMark } from './selection/check-mark.tsx';
import type { RowClick } from './selection/choose.ts';
import { copiedText } from './selection/copied-text.ts';
import { isSelected, selectedCount } from './selection/selection.ts';
import { useReviewSession } from './session-context.ts';
import { activate, setReviewView, useReviewView } from './view.ts';

const rowHeight = 32;
const headerHeight = 28;
/** Rows rendered beyond those in sight, above and below. */
const overscan = 6;
/** More than rows are ever in the page at a time. */
const slots = 256;
/**
 * Where the table has to be scrolled to so that a row is whole in sight, in pixels; null where it is already. The
 * virtualizer would ask the element for its size, for which the browser lays the page out once more at every key.
 */
function broughtIntoSight(top: number, scrolled: number, seen: number): number | null {
  if (top < scrolled) return top;
  return seen > 0 && top + rowHeight > scrolled + seen ? top + rowHeight - seen : null;
}

/** Whether a row is in the page because it is in sight or nearly, and not only because it is the active one. */
function isNear(
  range: { readonly startIndex: number; readonly endIndex: number } | null,
  index: number,
): boolean {
  return range !== null && index >= range.startIndex - overscan && index <= range.endIndex + overscan;
}

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
  const selection = useReviewView((view) => view.selection);
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
  const [layout, setLayout] = useColumnLayout();
  const tracks = useMemo(() => columnTracks(members, layout), [members, layout]);
  const least = tracks.reduce((sum, track) => sum + track.least, markWidth);
  const places = useMemo(() => placesOf(members), [members]);
  const activeIndex = activeId === null ? -1 : (places.get(activeId) ?? -1);

  useLayoutEffect(() => session.setOrder(members, places), [session, members, places]);
  useEffect(() => {
    if (settledFilter && activeIndex === -1) activate(members[0]?.accountId ?? null);
  }, [settledFilter, activeIndex, members]);

  const virtual = useVirtualizer({
    count: members.length,
    getScrollElement: () => gridRef.current,
    estimateSize: () => rowHeight,
    overscan,
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
  const box = useClientBox(gridRef);
  const seen = box.height - headerHeight;
  useLayoutEffect(() => {
    const to =
      activeIndex < 0 ? null : broughtIntoSight(activeIndex * rowHeight, virtual.scrollOffset ?? 0, seen);
    if (to !== null) gridRef.current?.scrollTo({ top: to });
  }, [virtual, gridRef, activeIndex, seen]);

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.target !== event.currentTarget) return;
    const page = Math.max(1, Math.floor(seen / rowHeight));
    const pressed = commandOf(event, keysInForce.table);
    if (pressed === null) return;
    commands.perform(pressed.command, pressed.key, page);
    event.preventDefault();
  };
  const onPointed = useCallback(
    (row: ReviewRow, click: RowClick) => {
      session.clickRow(row.accountId, click);
      gridRef.current?.focus();
    },
    [session, gridRef],
  );
  const onCopy = (event: ClipboardEvent) => {
    if (event.target !== event.currentTarget) return;
    const chosen = members.filter(({ accountId }) => isSelected(selection, accountId));
    const active = members[activeIndex];
    const copied = chosen.length > 0 || active === undefined ? chosen : [active];
    const rows = copied.map((member) => rowOf(table, member.accountId) ?? member);
    const copiedColumns = tracks.map(({ id }) => ({ heading: columnLabels[id], textOf: columnTexts[id] }));
    event.clipboardData.setData('text/plain', copiedText(rows, copiedColumns));
    event.preventDefault();
    session.say(`${formatCounted(rows.length, 'row')} copied`);
  };

  // An ARIA grid is a control, which a table is not by itself.
  const control = {
    role: 'grid',
    tabIndex: 0,
    'aria-multiselectable': true,
    'aria-activedescendant': activeId === null || activeIndex < 0 ? undefined : rowElementId(activeId),
  };
  return (
    <table
      ref={gridRef}
      {...control}
      aria-label="Review"
      aria-rowcount={members.length + 1}
      aria-colcount={tracks.length}
      className={classes(styles.grid, least > box.width && styles.wide)}
      style={{ ['--least' as string]: `${least}px` }}
      onKeyDown={onKeyDown}
      onCopy={onCopy}
    >
      <thead className={styles.head}>
        <tr aria-rowindex={1} className={styles.header}>
          <MarkHeading
            checked={members.length > 0 && members.length === selectedCount(selection)}
            onToggle={(all) => session.run({ kind: 'select', what: all ? 'all' : 'none' })}
          />
          {tracks.map((track) => (
            <Heading
              key={track.id}
              track={track}
              label={columnLabels[track.id]}
              sorting={sorting}
              onSort={() => tableModel.getColumn(track.id)?.toggleSorting()}
              onResize={(width) => setLayout(resizedColumn(layout, track.id, width))}
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
              tracks={tracks}
              // Elements are used again for other rows as these scroll by: new ones take the browser twice as long.
              key={isNear(virtual.range, index) ? index % slots : 'apart'}
              row={row}
              index={index}
              top={start}
              active={index === activeIndex}
              selected={isSelected(selection, row.accountId)}
              settled={row.queue !== queue}
              onPointed={onPointed}
            />
          );
        })}
      </tbody>
    </table>
  );
}

interface MarkHeadingProps {
  readonly checked: boolean;
  readonly onToggle: (all: boolean) => void;
}

/** The mark above the rows' marks; a click chooses all that are shown, or none. By key Ctrl+A and Escape do. */
function MarkHeading({ checked, onToggle }: MarkHeadingProps) {
  return (
    <td
      aria-hidden="true"
      className={styles.mark}
      onMouseDown={(event) => {
        event.preventDefault();
        onToggle(!checked);
      }}
    >
      <CheckMark checked={checked} />
    </td>
  );
}

interface HeadingProps {
  readonly track: ColumnTrack;
  readonly label: string;
  readonly sorting: SortingState;
  readonly onSort: () => void;
  /** The new width in pixels; null: the usual one again. */
  readonly onResize: (width: number | null) => void;
}

/** A column's heading; a click sorts. Its button is no tab stop, "Sort by" among the filters does the same by key. */
function Heading({ track: { id, pinned, style }, label, sorting, onSort, onResize }: HeadingProps) {
  const sorted = sorting.find((sort) => sort.id === id);
  const direction = sorted === undefined ? 'none' : sorted.desc ? 'descending' : 'ascending';
  const Arrow = direction === 'descending' ? ArrowDown : ArrowUp;
  return (
    <th
      scope="col"
      aria-sort={direction}
      className={classes(
        styles.heading,
        (id === 'balance' || id === 'rivals') && styles.end,
        pinned && styles.pinned,
      )}
      style={style}
    >
      <button type="button" tabIndex={-1} onMouseDown={(event) => event.preventDefault()} onClick={onSort}>
        {id === 'account' ? <SideMark side="salesforce" /> : null}
        {id === 'customer' ? <SideMark side="quickbooks" /> : null}
        {label}
        {direction === 'none' ? null : <Arrow size={14} aria-hidden="true" />}
      </button>
      <ResizeHandle onResize={onResize} />
    </th>
  );
}
