import { memo } from 'react';
import type { AccountState } from '#shared/decisions.ts';
import type { ReviewRow } from '#shared/review.ts';
import { standingWord } from '#shared/words.ts';
import { classes } from '../../components/classes.ts';
import { Tag, type Tone } from '../../components/marks/tag.tsx';
import { formatAmount } from '../../format/numbers.ts';
import type { ColumnTrack } from '../columns/column-widths.ts';
import { columnTexts } from '../columns/columns.ts';
import type { ColumnId } from '../columns/layout.ts';
import { CheckMark } from '../selection/check-mark.tsx';
import type { RowClick } from '../selection/choose.ts';
import { clickOf } from '../selection/click-of.ts';
import styles from './grid.module.css';
import { Score } from './score.tsx';

const tones: Partial<Record<AccountState, Tone>> = {
  conflict: 'look',
  dangling: 'look',
  failed: 'wrong',
  confirmed: 'right',
  written: 'right',
};

/** The element id of an account's row, by which the grid names its active row. */
export function rowElementId(accountId: string): string {
  return `row-${accountId}`;
}

function State({ row }: { readonly row: ReviewRow }) {
  const isToCheck = row.queue === 'linked-problems' || row.queue === 'changed-since';
  const tone = isToCheck ? 'look' : tones[row.state];
  const word = standingWord(row);
  return tone === undefined ? word : <Tag tone={tone}>{word}</Tag>;
}

function Cell({ id, row }: { readonly id: ColumnId; readonly row: ReviewRow }) {
  switch (id) {
    case 'account':
      return (
        <>
          {row.accountName}
          {row.accountPlace === '' ? null : <span className={styles.place}>{row.accountPlace}</span>}
        </>
      );
    case 'customer':
      return row.customerId === null ? (
        <span className={styles.none}>none</span>
      ) : (
        <>
          {row.customerActive ? null : <span className={styles.trait}>inactive</span>}
          {row.subCustomer ? <span className={styles.trait}>sub-customer</span> : null}
          {row.customerName}
          {row.customerPlace === '' ? null : <span className={styles.place}>{row.customerPlace}</span>}
        </>
      );
    case 'score':
      return row.score === null ? null : <Score score={row.score} band={row.band} />;
    case 'balance':
      return row.balance === null ? null : formatAmount(row.balance);
    case 'state':
      return <State row={row} />;
    default:
      return columnTexts[id](row);
  }
}

interface GridRowProps {
  readonly tracks: readonly ColumnTrack[];
  readonly row: ReviewRow;
  readonly index: number;
  readonly top: number;
  readonly active: boolean;
  readonly selected: boolean;
  /** Decided since the queue was opened. */
  readonly settled: boolean;
  /** Where it stands in the tree of groups and rows; undefined where rows are not grouped. */
  readonly level: 1 | 2 | undefined;
  readonly position: number | undefined;
  readonly siblings: number | undefined;
  readonly onPointed: (row: ReviewRow, click: RowClick) => void;
}

/** One row of the grid. A click on its mark chooses it, anywhere else makes it the active one. */
export const GridRow = memo(function GridRow(props: GridRowProps) {
  const { tracks, row, index, top, active, selected, settled, level, onPointed } = props;
  return (
    <tr
      id={rowElementId(row.accountId)}
      aria-rowindex={index + 2}
      aria-selected={selected}
      aria-level={level}
      aria-posinset={props.position}
      aria-setsize={props.siblings}
      data-active={active || undefined}
      className={classes(
        styles.row,
        active && styles.active,
        selected && styles.selected,
        level === 2 && styles.inner,
        settled && styles.settled,
      )}
      style={{ transform: `translateY(${top}px)` }}
      onMouseDown={(event) => {
        // Focus stays with the grid itself.
        event.preventDefault();
        if (event.button !== 0) return;
        onPointed(row, clickOf(event));
      }}
    >
      <td aria-hidden="true" className={styles.mark}>
        <CheckMark checked={selected} />
      </td>
      {tracks.map(({ id, pinned, style }) => (
        <td
          key={id}
          className={classes(
            styles.cell,
            (id === 'account' || id === 'customer') && styles.name,
            (id === 'balance' || id === 'rivals') && styles.amount,
            pinned && styles.pinned,
          )}
          style={style}
        >
          <Cell id={id} row={row} />
        </td>
      ))}
    </tr>
  );
});
