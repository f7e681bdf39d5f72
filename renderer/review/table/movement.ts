/** Ways to move the active row. `next-open` and `previous-open` stop only at rows that still wait. */
export type Move =
  | 'next'
  | 'previous'
  | 'first'
  | 'last'
  | 'page-down'
  | 'page-up'
  | 'next-open'
  | 'previous-open';

function nearestOpen(from: number, step: 1 | -1, count: number, isOpen: (index: number) => boolean): number {
  for (let index = from + step; index >= 0 && index < count; index += step) {
    if (isOpen(index)) return index;
  }
  return from;
}

/**
 * The index that a move leads to, from 0 to `count` − 1; it stays at the ends, and where no open row lies that way.
 * `page` is how many rows are in sight. -1 when there are no rows.
 */
export function moved(
  move: Move,
  from: number,
  count: number,
  page: number,
  isOpen: (index: number) => boolean,
): number {
  if (count === 0) return -1;
  const within = (index: number) => Math.min(count - 1, Math.max(0, index));
  switch (move) {
    case 'next':
      return within(from + 1);
    case 'previous':
      return within(from - 1);
    case 'first':
      return 0;
    case 'last':
      return count - 1;
    case 'page-down':
      return within(from + Math.max(1, page - 1));
    case 'page-up':
      return within(from - Math.max(1, page - 1));
    case 'next-open':
      return within(nearestOpen(from, 1, count, isOpen));
    case 'previous-open':
      return within(nearestOpen(from, -1, count, isOpen));
  }
}
