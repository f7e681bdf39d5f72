import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Move, moved } from '../../../../renderer/review/table/movement.ts';

/** Rows 2 and 5 of eight still wait. */
const isOpen = (index: number) => index === 2 || index === 5;
const from = (start: number, move: Move) => moved(move, start, 8, 4, isOpen);

describe('moving through eight rows, four in sight', () => {
  test.each<[Move, number, number]>([
    ['next', 3, 4],
    ['next', 7, 7],
    ['previous', 3, 2],
    ['previous', 0, 0],
    ['first', 6, 0],
    ['last', 1, 7],
    ['page-down', 1, 4],
    ['page-down', 6, 7],
    ['page-up', 6, 3],
    ['page-up', 2, 0],
    ['next-open', 0, 2],
    ['next-open', 2, 5],
    ['previous-open', 7, 5],
    ['previous-open', 5, 2],
  ])('%s from %i leads to %i', (move, start, end) => {
    expect(from(start, move)).toBe(end);
  });

  test('where no open row lies that way, one stays', () => {
    expect(from(5, 'next-open')).toBe(5);
    expect(from(2, 'previous-open')).toBe(2);
  });

  test('with no row active, the next one is the first', () => {
    expect(from(-1, 'next')).toBe(0);
    expect(from(-1, 'next-open')).toBe(2);
  });
});

test('without rows there is nowhere to go', () => {
  expect(moved('next', 0, 0, 10, () => true)).toBe(-1);
});

test('a move never leaves the rows', () => {
  const moves: readonly Move[] = ['next', 'previous', 'first', 'last', 'page-down', 'page-up', 'next-open'];
  fc.assert(
    fc.property(
      fc.constantFrom(...moves),
      fc.integer({ min: 1, max: 50 }),
      fc.integer({ min: -1, max: 49 }),
      fc.integer({ min: 0, max: 60 }),
      (move, count, start, page) => {
        const end = moved(move, Math.min(start, count - 1), count, page, (index) => index % 3 === 0);
        expect(end).toBeGreaterThanOrEqual(0);
        expect(end).toBeLessThan(count);
      },
    ),
  );
});
