import { ChevronDown, ChevronRight } from 'lucide-react';
import type { CustomerId } from '#shared/ids.ts';
import { classes } from '../../components/classes.ts';
import { SideMark } from '../../components/marks/side-mark.tsx';
import { CheckMark } from '../selection/check-mark.tsx';
import type { RowClick } from '../selection/choose.ts';
import { clickOf } from '../selection/click-of.ts';
import grid from '../table/grid.module.css';
import styles from './grouping.module.css';
import type { Line } from './lines.ts';
import { figureWords, type TreeFigures } from './tree-figures.ts';

/** The element id of a group's heading, by which the grid names its active row. */
export function headingElementId(id: CustomerId): string {
  return `tree-${id}`;
}

interface GroupHeadingProps {
  readonly line: Extract<Line, { kind: 'group' }>;
  readonly figures: TreeFigures;
  readonly columns: number;
  /** Which line of the table it is, counted from 0. */
  readonly index: number;
  readonly top: number;
  readonly active: boolean;
  /** Whether all of its rows are chosen. */
  readonly selected: boolean;
  readonly onPointed: (id: CustomerId, click: RowClick) => void;
  readonly onToggle: (id: CustomerId) => void;
}

/** The heading of a group: a click on its arrow folds, on its mark chooses its rows, anywhere else puts the cursor there. */
export function GroupHeading(props: GroupHeadingProps) {
  const { line, figures, columns, index, top, active, selected, onPointed, onToggle } = props;
  const { group, folded, place } = line;
  const Arrow = folded ? ChevronRight : ChevronDown;
  return (
    <tr
      id={headingElementId(group.id)}
      aria-rowindex={index + 2}
      aria-selected={selected}
      aria-expanded={!folded}
      aria-level={place.level}
      aria-posinset={place.position}
      aria-setsize={place.siblings}
      data-active={active || undefined}
      className={classes(grid.row, styles.group, active && grid.active, selected && grid.selected)}
      style={{ transform: `translateY(${top}px)` }}
      onMouseDown={(event) => {
        event.preventDefault();
        if (event.button !== 0) return;
        const onArrow = event.target instanceof Element && event.target.closest(`.${styles.arrow}`) !== null;
        if (onArrow) onToggle(group.id);
        else onPointed(group.id, clickOf(event));
      }}
    >
      <td aria-hidden="true" className={grid.mark}>
        <CheckMark checked={selected} />
      </td>
      <td aria-colspan={columns} className={classes(grid.across, styles.heading)}>
        <span aria-hidden="true" className={styles.arrow} title={folded ? 'Unfold' : 'Fold'}>
          <Arrow size={16} />
        </span>
        <SideMark side="quickbooks" />
        <span className={styles.name} title={group.name}>
          {group.name}
        </span>
        <span className={styles.figures}>{figureWords(figures)}</span>
      </td>
    </tr>
  );
}
