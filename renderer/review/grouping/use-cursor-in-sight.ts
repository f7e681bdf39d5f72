import { useEffect } from 'react';
import { activate, setReviewView, useReviewView } from '../view.ts';
import { cursorLine, type ShownRows } from './cursor.ts';
import { goToLine } from './fold.ts';
import { linesOf } from './lines.ts';

/**
 * Keeps the cursor on a line of the table: on the first one where what it was on is gone, on the first row of a heading
 * that is, and an active row out of a folded group. While the filter has not been `settled`, it may be nowhere for a moment.
 */
export function useCursorInSight(shown: ShownRows, settled: boolean): void {
  const activeId = useReviewView((view) => view.activeId);
  const activeGroup = useReviewView((view) => view.activeGroup);
  const folded = useReviewView((view) => view.folded);
  useEffect(() => {
    if (!settled) return;
    const { rows } = shown.grouped;
    const lines = linesOf(shown.grouped, folded);
    const index = activeId === null ? -1 : (shown.places.get(activeId) ?? -1);
    const active = lines.rowIn(index);
    if (active !== undefined) {
      if (lines.lineOf(index) === -1) goToLine(active);
      return;
    }
    if (cursorLine(shown, { activeId, activeGroup, folded }) >= 0) return;
    const former = activeGroup === null ? undefined : rows.find(({ tree }) => tree?.id === activeGroup);
    const first = lines.at(0);
    if (former !== undefined) activate(former.accountId);
    else if (first !== undefined)
      goToLine(first.kind === 'row' || first.folded ? first : (lines.at(1) ?? first));
    else setReviewView({ activeId: null, activeGroup: null });
  }, [shown, settled, activeId, activeGroup, folded]);
}
