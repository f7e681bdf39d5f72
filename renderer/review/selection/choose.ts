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
  withAll,
} from './selection.ts';
import type { SelectionCommand } from './selection-command.ts';

/** What choosing rows needs of the review: the rows in sight, where a move leads, and a voice. */
export interface Surroundings {
  readonly order: Order;
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
export function applySelection(command: SelectionCommand, { order, moved, announce }: Surroundings): void {
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
  { order, announce }: Omit<Surroundings, 'moved'>,
): void {
  const { selection, activeId } = useReviewView.getState();
  if (click.shiftKey) choose(extendedTo(selection, activeId ?? accountId, accountId, order), announce);
  else if (click.ctrlKey || click.metaKey || click.onMark) choose(toggledRow(selection, accountId), announce);
  else if (selectedCount(selection) > 0) choose(noSelection, announce);
  activate(accountId);
}
