import { useTable } from '@tanstack/react-table';
import { defaultRangeExtractor, type Range, useVirtualizer } from '@tanstack/react-virtual';
import {
  type ClipboardEvent,
  type KeyboardEvent,
  type RefObject,
  useCallback,
  useLayoutEffect,
  useMemo,
} from 'react';
import type { CustomerId } from '#shared/ids.ts';
import type { ReviewRow } from '#shared/review.ts';
import { useCommands } from '../commands/commands-provider.tsx';
import { commandOf } from '../commands/key-choice.ts';
import { useKeys } from '../commands/use-keys.ts';
import { formatCounted } from '../format/numbers.ts';
import { columnTracks, markWidth } from './column-widths.ts';
import { fittingWidth } from './columns/fitting-width.ts';
import { ColumnHeading } from './columns/heading.tsx';
import { useHeadingDrag } from './columns/heading-drag.ts';
import { resizedColumn } from './columns/layout.ts';
import { useColumnLayout } from './columns/use-column-layout.ts';
import { windowMeasure } from './columns/window-measure.ts';
import { columnLabels, columns, columnTexts, features } from './columns.ts';
import styles from './grid.module.css';
import { GridRow, rowElementId } from './grid-row.tsx';
import { activeRows, cursorLine } from './grouping/cursor.ts';
import { toggleFold } from './grouping/fold.ts';
import { GroupHeading, headingElementId } from './grouping/group-heading.tsx';
import type { GroupedRows } from './grouping/grouped-rows.ts';
import { type Line, linesOf } from './grouping/lines.ts';
import { scrollsSideways } from './grouping/scrolls-sideways.ts';
import { treeFigures } from './grouping/tree-figures.ts';
import { treeRowProps } from './grouping/tree-row-props.ts';
import { useCursorInSight } from './grouping/use-cursor-in-sight.ts';
import { type RowTable, rowOf } from './rows.ts';
import { CheckMark } from './selection/check-mark.tsx';
import type { RowClick } from './selection/choose.ts';
import { copiedText } from './selection/copied-text.ts';
import { isSelected, selectedCount } from './selection/selection.ts';
import { useReviewSession } from './session-context.ts';
import { setReviewView, useReviewView } from './view.ts';

const rowHeight = 32;
const headerHeight = 28;
/** The table is asked for its headings only: a hundred thousand rows of it would have to be made at every filter. */
const noRows: ReviewRow[] = [];

interface ReviewGridProps {
  readonly gridRef: RefObject<HTMLTableElement | null>;
  /** The rows as they were when the queue was opened, filtered, in their order and groups. */
  readonly grouped: GroupedRows;
  /** The rows as they are now. */
  readonly table: RowTable;
  /** The filter has been applied; while it has not, the active row may be out of the rows for a moment. */
  readonly settledFilter: boolean;
}

/**
 * The table of the review: an ARIA grid with one tab stop and an active row that the arrow keys move; where its rows are
 * grouped, a treegrid.
 */
export function ReviewGrid({ gridRef, grouped, table, settledFilter }: ReviewGridProps) {
  const members = grouped.rows;
  const session = useReviewSession();
  const commands = useCommands();
  const keysInForce = useKeys();
  const queue = useReviewView((view) => view.queue);
  const sorting = useReviewView((view) => view.sorting);
  const activeId = useReviewView((view) => view.activeId);
  const activeGroup = useReviewView((view) => view.activeGroup);
  const folded = useReviewView((view) => view.folded);
  const isTree = useReviewView((view) => view.grouped === true);
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
  const template = `${markWidth}px ${tracks.map(({ track }) => track).join(' ')}`;
  const least = tracks.reduce((sum, track) => sum + track.least, markWidth);
  const drag = useHeadingDrag(tracks, layout, setLayout);
  const shown = useMemo(
    () => ({ grouped, indexes: new Map(members.map(({ accountId }, index) => [accountId, index])) }),
    [grouped, members],
  );
  const lines = linesOf(grouped, folded);
  const activeLine = cursorLine(shown, { activeId, activeGroup, folded });

  useLayoutEffect(() => session.setOrder(shown), [session, shown]);
  useCursorInSight(shown, settledFilter);

  const virtual = useVirtualizer({
    count: lines.count,
    getScrollElement: () => gridRef.current,
    estimateSize: () => rowHeight,
    overscan: 8,
    scrollMargin: 0,
    scrollPaddingStart: headerHeight,
    // The active row stays in the page however far one scrolls, or the grid would name a row that is not there.
    rangeExtractor: useCallback(
      (range: Range) => {
        const inSight = defaultRangeExtractor(range);
        return activeLine < 0 || inSight.includes(activeLine)
          ? inSight
          : [...inSight, activeLine].sort((left, right) => left - right);
      },
      [activeLine],
    ),
  });
  useLayoutEffect(() => {
    if (activeLine >= 0) virtual.scrollToIndex(activeLine, { align: 'auto' });
  }, [virtual, activeLine]);

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.target !== event.currentTarget || scrollsSideways(event)) return;
    const page = Math.floor(((gridRef.current?.clientHeight ?? 0) - headerHeight) / rowHeight);
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
  const onGroupPointed = useCallback(
    (id: CustomerId, click: RowClick) => {
      session.clickGroup(id, click);
      gridRef.current?.focus();
    },
    [session, gridRef],
  );
  const onGroupToggled = useCallback(
    (id: CustomerId) => {
      toggleFold(id);
      gridRef.current?.focus();
    },
    [gridRef],
  );
  const onCopy = (event: ClipboardEvent) => {
    if (event.target !== event.currentTarget) return;
    const chosen = members.filter(({ accountId }) => isSelected(selection, accountId));
    const active = members.filter(({ accountId }) => accountId === activeId);
    const copied =
      [chosen, active, activeRows(shown, { activeId, activeGroup, folded })].find(
        (some) => some.length > 0,
      ) ?? [];
    const rows = copied.map((member) => rowOf(table, member.accountId) ?? member);
    const copiedColumns = tracks.map(({ id }) => ({ heading: columnLabels[id], textOf: columnTexts[id] }));
    event.clipboardData.setData('text/plain', copiedText(rows, copiedColumns));
    event.preventDefault();
    session.say(`${formatCounted(rows.length, 'row')} copied`);
  };

  // An ARIA grid is a control, which a table is not by itself.
  const control = {
    role: isTree ? 'treegrid' : 'grid',
    tabIndex: 0,
    'aria-multiselectable': true,
    'aria-activedescendant': elementIdOf(lines.at(activeLine)),
  };
  return (
    <table
      ref={gridRef}
      {...control}
      aria-label="Review"
      aria-rowcount={lines.count + 1}
      aria-colcount={tracks.length}
      className={styles.grid}
      style={{ ['--columns' as string]: template, ['--least' as string]: `${least}px` }}
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
            <ColumnHeading
              key={track.id}
              track={track}
              label={columnLabels[track.id]}
              sorting={sorting}
              onSort={() => tableModel.getColumn(track.id)?.toggleSorting()}
              drag={drag}
              onResize={(width) => setLayout(resizedColumn(layout, track.id, width))}
              onFit={() => {
                const width = fittingWidth(members, track.id, windowMeasure());
                setLayout(resizedColumn(layout, track.id, width));
              }}
            />
          ))}
        </tr>
      </thead>
      <tbody className={styles.body} style={{ height: virtual.getTotalSize() }}>
        {virtual.getVirtualItems().map(({ index, start: top }) => {
          const line = lines.at(index);
          if (line === undefined) return null;
          if (line.kind === 'group') {
            const { id, start, end } = line.group;
            return (
              <GroupHeading
                key={headingElementId(id)}
                line={line}
                figures={treeFigures(grouped, line.group, table, queue)}
                columns={tracks.length}
                index={index}
                top={top}
                active={index === activeLine}
                selected={members.slice(start, end).every((row) => isSelected(selection, row.accountId))}
                onPointed={onGroupPointed}
                onToggle={onGroupToggled}
              />
            );
          }
          const row = rowOf(table, line.row.accountId) ?? line.row;
          return (
            <GridRow
              tracks={tracks}
              key={row.accountId}
              row={row}
              index={index}
              top={top}
              active={index === activeLine}
              selected={isSelected(selection, row.accountId)}
              settled={row.queue !== queue}
              tree={isTree ? treeRowProps(line) : undefined}
              onPointed={onPointed}
            />
          );
        })}
      </tbody>
    </table>
  );
}

function elementIdOf(line: Line | undefined): string | undefined {
  if (line === undefined) return undefined;
  return line.kind === 'row' ? rowElementId(line.row.accountId) : headingElementId(line.group.id);
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
