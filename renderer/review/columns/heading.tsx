import type { SortingState } from '@tanstack/react-table';
import { ArrowDown, ArrowUp } from 'lucide-react';
import { classes } from '../../components/classes.ts';
import { SideMark } from '../../components/marks/side-mark.tsx';
import styles from '../table/grid.module.css';
import type { ColumnTrack } from './column-widths.ts';
import type { useHeadingDrag } from './heading-drag.ts';
import { ResizeHandle } from './resize-handle.tsx';

interface ColumnHeadingProps {
  readonly track: ColumnTrack;
  readonly label: string;
  readonly sorting: SortingState;
  readonly drag: ReturnType<typeof useHeadingDrag>;
  readonly onSort: () => void;
  readonly onResize: (width: number) => void;
  readonly onFit: () => void;
}

/**
 * A column's heading: a click sorts, dragging moves the column. Its button is no tab stop: by key, "Sort by" among the
 * filters and "Columns…" do the same.
 */
export function ColumnHeading(props: ColumnHeadingProps) {
  const { track, label, sorting, drag, onSort, onResize, onFit } = props;
  const { id, pinned, style } = track;
  const sorted = sorting.find((sort) => sort.id === id);
  const direction = sorted === undefined ? 'none' : sorted.desc ? 'descending' : 'ascending';
  const Arrow = direction === 'descending' ? ArrowDown : ArrowUp;
  const { isClick, ...handlers } = drag.handlers(id);
  const drop = drag.drop?.target === id ? drag.drop : null;
  return (
    <th
      scope="col"
      aria-sort={direction}
      className={classes(
        styles.heading,
        (id === 'balance' || id === 'rivals') && styles.end,
        pinned && styles.pinned,
        drag.dragged === id && styles.dragged,
        drop !== null && (drop.after ? styles.after : styles.before),
      )}
      style={style}
    >
      <button
        type="button"
        tabIndex={-1}
        onMouseDown={(event) => event.preventDefault()}
        onClick={() => {
          if (isClick()) onSort();
        }}
        {...handlers}
      >
        {id === 'account' ? <SideMark side="salesforce" /> : null}
        {id === 'customer' ? <SideMark side="quickbooks" /> : null}
        {label}
        {direction === 'none' ? null : <Arrow size={14} aria-hidden="true" />}
      </button>
      <ResizeHandle onResize={onResize} onFit={onFit} />
    </th>
  );
}
