import type { KeyPress } from '../commands.ts';
import type { Move } from '../movement.ts';

/** Something that changes which rows are chosen. */
export type SelectionCommand =
  | { readonly kind: 'select'; readonly what: 'toggle' | 'all' | 'none' }
  | { readonly kind: 'extend'; readonly move: Move; readonly page: number };

const extending: Record<string, Move> = {
  ArrowDown: 'next',
  j: 'next',
  ArrowUp: 'previous',
  k: 'previous',
  Home: 'first',
  End: 'last',
  PageDown: 'page-down',
  PageUp: 'page-up',
};

/** What a key pressed in the grid does to the selection; null when it does nothing to it. `page` is the rows in sight. */
export function selectionCommandOf(press: KeyPress, page: number): SelectionCommand | null {
  const { key, ctrlKey, metaKey, shiftKey, altKey, repeat } = press;
  if (altKey) return null;
  const letter = key.length === 1 ? key.toLowerCase() : key;
  if (ctrlKey || metaKey) {
    return letter === 'a' && !shiftKey && !repeat ? { kind: 'select', what: 'all' } : null;
  }
  const move = shiftKey ? extending[letter] : undefined;
  if (move !== undefined) return { kind: 'extend', move, page };
  if (shiftKey || repeat) return null;
  if (key === ' ') return { kind: 'select', what: 'toggle' };
  return key === 'Escape' ? { kind: 'select', what: 'none' } : null;
}
