import type { AccountId } from '#shared/ids.ts';
import { formatCounted } from '../../format/numbers.ts';
import { activate, setReviewView, useReviewView } from '../view.ts';
import {
  extendedTo,
  noSelection,
  type Order,
  type Selection,
  selectedCount,
  toggledRow,
  toggledRows,
  withAll,
} from './selection.ts';
import type { SelectionCommand } from './selection-command.ts';

/** What choosing rows needs of the review: the rows in sight and under the cursor, where a move leads, and a voice. */
export interface Surroundings {
  readonly order: Order;
  /** The rows of the group whose heading the cursor is on; none while it is on a row. */
  readonly group: Order['rows'];
  readonly moved: (command: Extract<SelectionCommand, { kind: 'extend' }>) => AccountId | null;
  readonly announce: (text: string) => void;
}

/** How many rows are chosen, as it is said: "412 rows selected". */
export function selectionWords(selection: Selection): string {
  const count = selectedCount(selection);
  return count === 0 ? 'No row selected' : `${formatCounted(count, 'row')} selected`;
}

function choose(selection: Selection, announce: (text: string) => void): void {
  setReviewView({ selection });
  announce(selectionWords(selection));
}

/** Does what a key asks of the selection. */
export function applySelection(command: SelectionCommand, surroundings: Surroundings): void {
  const { order, group, moved, announce } = surroundings;
  const { selection, activeId } = useReviewView.getState();
  if (command.kind === 'extend') {
    const to = moved(command);
    if (to === null) return;
    choose(extendedTo(selection, activeId ?? to, to, order), announce);
    activate(to);
    return;
  }
  switch (command.what) {
    case 'all':
      choose(withAll(selection, order), announce);
      return;
    case 'none':
      if (selectedCount(selection) > 0) choose(noSelection, announce);
      return;
    case 'toggle':
      if (activeId !== null) choose(toggledRow(selection, activeId), announce);
      else if (group.length > 0) choose(toggledRows(selection, group), announce);
  }
}

/** The keys held, and whether the check mark was hit, while a row is clicked. */
export interface RowClick {
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly shiftKey: boolean;
  readonly onMark: boolean;
}

/** What a click on a row chooses: alone nothing but the row itself, with Shift up to it, with Ctrl or on its mark it too. */
export function clickRow(
  accountId: AccountId,
  click: RowClick,
  { order, announce }: Pick<Surroundings, 'order' | 'announce'>,
): void {
  const { selection, activeId } = useReviewView.getState();
  if (click.shiftKey) choose(extendedTo(selection, activeId ?? accountId, accountId, order), announce);
  else if (click.ctrlKey || click.metaKey || click.onMark) choose(toggledRow(selection, accountId), announce);
  else if (selectedCount(selection) > 0) choose(noSelection, announce);
  activate(accountId);
}

/** What a click on a group's heading chooses: with Ctrl or on its mark its rows, else nothing. */
export function clickGroup(
  { ctrlKey, metaKey, onMark }: RowClick,
  { group, announce }: Pick<Surroundings, 'group' | 'announce'>,
): void {
  const { selection } = useReviewView.getState();
  if (ctrlKey || metaKey || onMark) choose(toggledRows(selection, group), announce);
  else if (selectedCount(selection) > 0) choose(noSelection, announce);
}
