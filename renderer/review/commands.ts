import type { DecisionKind } from '#shared/decisions.ts';
import type { Move } from './movement.ts';
import { type SelectionCommand, selectionCommandOf } from './selection/selection-command.ts';

/** Something the review can be told to do, by key or by button. */
export type Command =
  | SelectionCommand
  | { readonly kind: 'move'; readonly move: Move; readonly page: number }
  | { readonly kind: 'decide'; readonly decision: DecisionKind }
  /** Confirms the candidate in this place, counted from 0. */
  | { readonly kind: 'choose'; readonly place: number }
  /** Asks whether all chosen rows, or all shown, are to be decided so. */
  | { readonly kind: 'bulk'; readonly decision: DecisionKind }
  /** Rejects every candidate that is shown. */
  | { readonly kind: 'reject-all' }
  | { readonly kind: 'comment' }
  /** Shows everybody who competes with the active row. */
  | { readonly kind: 'compare' }
  | { readonly kind: 'undo' }
  | { readonly kind: 'redo' }
  | { readonly kind: 'search' };

/** The parts of a key press that matter here; a `KeyboardEvent` has them. */
export interface KeyPress {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly shiftKey: boolean;
  readonly altKey: boolean;
  /** The key is held down and repeats by itself. */
  readonly repeat: boolean;
}

const moves: Record<string, Move> = {
  ArrowDown: 'next',
  j: 'next',
  ArrowUp: 'previous',
  k: 'previous',
  Home: 'first',
  End: 'last',
  PageDown: 'page-down',
  PageUp: 'page-up',
  ']': 'next-open',
  '[': 'previous-open',
};

/** With Shift a decision is about many rows. */
const bulkActs: Record<string, Command> = {
  a: { kind: 'bulk', decision: 'confirm' },
  x: { kind: 'bulk', decision: 'reject' },
};

const acts: Record<string, Command> = {
  a: { kind: 'decide', decision: 'confirm' },
  x: { kind: 'decide', decision: 'reject' },
  s: { kind: 'decide', decision: 'skip' },
  n: { kind: 'decide', decision: 'create-new' },
  0: { kind: 'reject-all' },
  c: { kind: 'comment' },
  v: { kind: 'compare' },
  Backspace: { kind: 'undo' },
  m: { kind: 'search' },
};

/**
 * The command of a key pressed in the grid; null when the key means nothing here. `page` is the rows in sight.
 * Movement repeats while a key is held; decisions do not, so that a key held too long decides one row.
 */
export function commandOf(press: KeyPress, page: number): Command | null {
  const selecting = selectionCommandOf(press, page);
  if (selecting !== null) return selecting;
  const key = press.key.length === 1 ? press.key.toLowerCase() : press.key;
  if (press.altKey) return null;
  if (press.ctrlKey || press.metaKey) {
    if (key === 'z' && !press.repeat) return { kind: press.shiftKey ? 'redo' : 'undo' };
    return null;
  }
  const move = moves[key];
  if (move !== undefined) return { kind: 'move', move, page };
  if (press.repeat) return null;
  if (press.shiftKey) return bulkActs[key] ?? null;
  if (/^[1-9]$/.test(key)) return { kind: 'choose', place: Number(key) - 1 };
  return acts[key] ?? null;
}
