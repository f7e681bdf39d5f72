import type { MouseEvent } from 'react';
import type { ReviewRow } from '#shared/review.ts';
import { columnTexts } from '../columns/columns.ts';
import type { ColumnId } from '../columns/layout.ts';
import { scoreWord } from './score-word.ts';

/** What a cell says when the pointer rests on it: its whole text, or what its number means. */
export function cellTip(id: ColumnId, row: ReviewRow): string {
  if (id === 'balance') return row.currency;
  if (id === 'score' && row.score !== null) return scoreWord(row.band);
  return columnTexts[id](row);
}

/**
 * Gives the cell under the pointer its tip. In every cell at all times tips would cost: the browser works out the style of
 * a cell anew whenever its title changes, and all titles change as rows scroll by.
 */
export function showTip(
  event: MouseEvent<HTMLElement>,
  tipAt: (rowIndex: number, cell: number) => string,
): void {
  const cell = event.target instanceof Element ? event.target.closest('td') : null;
  const row = cell?.closest('tr');
  if (cell === null || row === null || row === undefined) return;
  const tip = tipAt(Number(row.getAttribute('aria-rowindex')), cell.cellIndex);
  if (cell.title !== tip) cell.title = tip;
}
