import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  apart,
  broughtIntoSight,
  inSlots,
  rowHeight,
  rowsInPage,
  rowsInSight,
  slotOf,
} from '../../../../renderer/review/table/row-window.ts';

const seen = 600;
const count = 100_000;
const aScroll = fc.nat((count - 20) * rowHeight);

describe('the rows in the page', () => {
  test('are those in sight, six on either side, and the active one however far away', () => {
    const inSight = rowsInSight(3_200, 64, count);
    expect(inSight).toEqual({ startIndex: 100, endIndex: 102 });
    expect(rowsInPage(inSight, count, 101)).toEqual(Array.from({ length: 15 }, (_, n) => 94 + n));
    expect(rowsInPage(inSight, count, 7)).toEqual([7, ...Array.from({ length: 15 }, (_, n) => 94 + n)]);
    expect(rowsInPage(rowsInSight(0, 64, 2), 2, -1)).toEqual([0, 1]);
  });

  test('have an element each, and only the active row far away has the one apart', () => {
    fc.assert(
      fc.property(aScroll, fc.nat(count - 1), (scrolled, active) => {
        const inSight = rowsInSight(scrolled, seen, count);
        const rows = rowsInPage(inSight, count, active);
        const slots = rows.map((index) => slotOf(index, inSight, seen));
        expect(new Set(slots).size).toBe(rows.length);
        for (const [n, index] of rows.entries()) if (slots[n] === apart) expect(index).toBe(active);
      }),
    );
  });

  test('have an element each while the table becomes lower and more are in sight than it shows', () => {
    fc.assert(
      fc.property(aScroll, fc.integer({ min: -28, max: seen }), (scrolled, lower) => {
        const inSight = rowsInSight(scrolled, seen, count);
        const slots = rowsInPage(inSight, count, -1).map((index) => slotOf(index, inSight, lower));
        expect(new Set(slots).size).toBe(slots.length);
      }),
    );
  });

  test('keep their elements, and their order in the page, wherever one scrolls', () => {
    fc.assert(
      fc.property(aScroll, fc.integer({ min: -3_000, max: 3_000 }), (from, by) => {
        const to = Math.min(Math.max(0, from + by), (count - 20) * rowHeight);
        const at = (scrolled: number) => {
          const inSight = rowsInSight(scrolled, seen, count);
          return inSlots(
            rowsInPage(inSight, count, -1).map((index) => ({ index, slot: slotOf(index, inSight, seen) })),
          );
        };
        const [before, after] = [at(from), at(to)];
        const slotsBefore = new Map(before.map(({ index, slot }) => [index, slot]));
        for (const { index, slot } of after) expect(slotsBefore.get(index) ?? slot).toBe(slot);
        expect(after.map(({ slot }) => slot)).toEqual(
          after.map(({ slot }) => slot).toSorted((one, other) => one - other),
        );
      }),
    );
  });
});

test('a row out of sight is brought to the edge that is nearer, one in sight stays', () => {
  expect(broughtIntoSight(10, 1_000, seen)).toBe(320);
  expect(broughtIntoSight(100, 0, seen)).toBe(101 * rowHeight - seen);
  expect(broughtIntoSight(10, 300, seen)).toBeNull();
  expect(broughtIntoSight(10, 0, 0)).toBeNull();
});
