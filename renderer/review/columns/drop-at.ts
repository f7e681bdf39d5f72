import type { ColumnId } from './layout.ts';

/** Where a heading that is dragged would be dropped: before or after another one. */
export interface Drop {
  readonly target: ColumnId;
  readonly after: boolean;
}

/** A heading on the screen, from its left edge to its right one. */
export interface HeadingPlace {
  readonly id: ColumnId;
  readonly left: number;
  readonly right: number;
}

/** Where a heading dropped at `x` would go among these, which stand from left to right; null where it is now. */
export function dropAt(x: number, dragged: ColumnId, places: readonly HeadingPlace[]): Drop | null {
  const over = places.find(({ right }) => x < right) ?? places.at(-1);
  if (over === undefined || over.id === dragged) return null;
  const after = x >= (over.left + over.right) / 2;
  const [from, to] = [places.findIndex(({ id }) => id === dragged), places.indexOf(over)];
  const isThere = after ? from === to + 1 : from === to - 1;
  return isThere ? null : { target: over.id, after };
}
