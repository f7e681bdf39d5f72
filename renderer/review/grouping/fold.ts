import type { CustomerId } from '#shared/ids.ts';
import { activate, activateGroup, setReviewView, useReviewView } from '../view.ts';
import type { ShownRows } from './cursor.ts';
import { type Line, linesOf } from './lines.ts';

/**
 * What is done to the groups: `away` and `open` are the left and the right arrow of a tree, which fold and unfold the group
 * at whose heading the cursor is and otherwise go up to the heading and down to the first row; the others are about all.
 */
export type Fold = 'away' | 'open' | 'all' | 'none';

function without(folded: ReadonlySet<CustomerId>, id: CustomerId): ReadonlySet<CustomerId> {
  return new Set([...folded].filter((one) => one !== id));
}

/** Puts the cursor on a line; a row that is folded away is brought into sight. */
export function goToLine(line: Line): void {
  if (line.kind === 'group') {
    activateGroup(line.group.id);
    return;
  }
  const { folded } = useReviewView.getState();
  const { group } = line;
  if (group !== null && folded.has(group.id)) setReviewView({ folded: without(folded, group.id) });
  activate(line.row.accountId);
}

/** Folds a group, or unfolds it if it was, and puts the cursor on its heading. */
export function toggleFold(id: CustomerId): void {
  const { folded } = useReviewView.getState();
  setReviewView({ folded: folded.has(id) ? without(folded, id) : new Set([...folded, id]) });
  activateGroup(id);
}

/** Does what a key or a command asks of the groups. */
export function applyFold(fold: Fold, { grouped, places }: ShownRows): void {
  const { folded, activeId, activeGroup } = useReviewView.getState();
  const lines = linesOf(grouped, folded);
  const above = activeId === null ? null : lines.groupOf(places.get(activeId) ?? grouped.rows.length);
  switch (fold) {
    case 'away':
      if (activeGroup !== null && !folded.has(activeGroup)) toggleFold(activeGroup);
      else if (above !== null) activateGroup(above.id);
      return;
    case 'open': {
      const first = activeGroup === null ? undefined : lines.at(lines.headingOf(activeGroup) + 1);
      if (activeGroup !== null && folded.has(activeGroup)) toggleFold(activeGroup);
      else if (first !== undefined) goToLine(first);
      return;
    }
    case 'all':
      setReviewView({ folded: new Set([...folded, ...grouped.groups.map(({ id }) => id)]) });
      if (above !== null) activateGroup(above.id);
      return;
    case 'none':
      setReviewView({ folded: new Set() });
  }
}

/** Groups the table by customer tree, or no longer. */
export function toggleGrouped(): void {
  setReviewView(({ grouped }) => ({ grouped: grouped !== true }));
}
