import { useTable } from '@tanstack/react-table';
import {
  type ClipboardEvent,
  type KeyboardEvent,
  type RefObject,
  useCallback,
  useEffect,
  useLayoutEffect,
  useMemo,
} from 'react';
import { useShallow } from 'zustand/react/shallow';
import type { CustomerId } from '#shared/ids.ts';
import type { ReviewRow } from '#shared/review.ts';
import { useCommands } from '../../commands/commands-provider.tsx';
import { commandOf } from '../../commands/keys/key-choice.ts';
import { useKeys } from '../../commands/keys/use-keys.ts';
import { classes } from '../../components/classes.ts';
import { formatCounted } from '../../format/numbers.ts';
import { columnTracks, markWidth } from '../columns/column-widths.ts';
import { columnLabels, columns, columnTexts, features } from '../columns/columns.ts';
import { fittingWidth } from '../columns/fitting-width.ts';
import { ColumnHeading } from '../columns/heading.tsx';
import { useHeadingDrag } from '../columns/heading-drag.ts';
import { resizedColumn } from '../columns/layout.ts';
import { useColumnLayout } from '../columns/use-column-layout.ts';
import { windowMeasure } from '../columns/window-measure.ts';
import { activeRows, cursorLine } from '../grouping/cursor.ts';
import { toggleFold } from '../grouping/fold.ts';
import { GroupHeading, headingElementId } from '../grouping/group-heading.tsx';
import type { GroupedRows } from '../grouping/grouped-rows.ts';
import { type Line, linesOf } from '../grouping/lines.ts';
import { scrollsSideways } from '../grouping/scrolls-sideways.ts';
import { treeFigures } from '../grouping/tree-figures.ts';
import { useCursorInSight } from '../grouping/use-cursor-in-sight.ts';
import { CheckMark } from '../selection/check-mark.tsx';
import type { RowClick } from '../selection/choose.ts';
import { copiedText } from '../selection/copied-text.ts';
import { isSelected, selectedCount } from '../selection/selection.ts';
import { type RowTable, rowOf } from '../session/rows.ts';
import { useReviewSession } from '../session/session-context.ts';
import { setReviewView, useReviewView } from '../view.ts';
import { cellTip, showTip } from './cell-tips.ts';
import styles from './grid.module.css';
import { GridRow, rowElementId } from './grid-row.tsx';
import { placesOf } from './places.ts';
import { useRowWindow } from './use-row-window.ts';

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
  const cursor = useReviewView(
    useShallow(({ activeId, activeGroup, folded }) => ({ activeId, activeGroup, folded })),
  );
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
  const least = tracks.reduce((sum, track) => sum + track.least, markWidth);
  const drag = useHeadingDrag(tracks, layout, setLayout);
  const shown = useMemo(() => ({ grouped, places: placesOf(grouped.rows) }), [grouped]);
  const lines = linesOf(grouped, cursor.folded);
  const activeIndex = cursorLine(shown, cursor);

  useLayoutEffect(() => session.setOrder(shown), [session, shown]);
  useCursorInSight(shown, settledFilter);
  useEffect(() => {
    // Where nothing was shown, as behind a filter, what was pressed to show this has gone.
    if (document.activeElement === document.body) gridRef.current?.focus();
  }, [gridRef]);

  const { rows, inOrder, height, page, box } = useRowWindow(gridRef, lines.count, activeIndex);

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.target !== event.currentTarget || scrollsSideways(event)) return;
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
    const line = lines.at(activeIndex);
    const active = line?.kind === 'row' ? [line.row] : activeRows(shown, cursor);
    const copied = chosen.length > 0 ? chosen : active;
    const copiedRows = copied.map((member) => rowOf(table, member.accountId) ?? member);
    const copiedColumns = tracks.map(({ id }) => ({ heading: columnLabels[id], textOf: columnTexts[id] }));
    event.clipboardData.setData('text/plain', copiedText(copiedRows, copiedColumns));
    event.preventDefault();
    session.say(`${formatCounted(copiedRows.length, 'row')} copied`);
  };

  // An ARIA grid is a control, which a table is not by itself.
  const control = {
    role: isTree ? 'treegrid' : 'grid',
    tabIndex: 0,
    'aria-multiselectable': true,
    'aria-activedescendant': elementIdOf(lines.at(activeIndex)),
  };
  return (
    <table
      ref={gridRef}
      {...control}
      aria-label="Review"
      aria-rowcount={lines.count + 1}
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
      <tbody
        aria-owns={inOrder.map(({ index }) => elementIdOf(lines.at(index))).join(' ')}
        className={styles.body}
        style={{ height }}
        onMouseMove={(event) =>
          showTip(event, (rowIndex, cell) => {
            const line = lines.at(rowIndex - 2);
            const track = tracks[cell - 1];
            if (line?.kind !== 'row' || track === undefined) return '';
            return cellTip(track.id, rowOf(table, line.row.accountId) ?? line.row);
          })
        }
      >
        {rows.map(({ index, slot, top }) => {
          const line = lines.at(index);
          if (line === undefined) return null;
          if (line.kind === 'group') {
            const { start, end } = line.group;
            return (
              <GroupHeading
                key={slot}
                line={line}
                figures={treeFigures(grouped, line.group, table, queue)}
                columns={tracks.length}
                index={index}
                top={top}
                active={index === activeIndex}
                selected={members.slice(start, end).every((row) => isSelected(selection, row.accountId))}
                onPointed={onGroupPointed}
                onToggle={onGroupToggled}
              />
            );
          }
          const row = rowOf(table, line.row.accountId) ?? line.row;
          return (
            <GridRow
              key={slot}
              tracks={tracks}
              row={row}
              index={index}
              top={top}
              active={index === activeIndex}
              selected={isSelected(selection, row.accountId)}
              settled={row.queue !== queue}
              level={isTree ? line.place.level : undefined}
              position={isTree ? line.place.position : undefined}
              siblings={isTree ? line.place.siblings : undefined}
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
