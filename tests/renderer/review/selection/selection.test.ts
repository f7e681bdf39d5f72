import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { AccountId } from '#shared/ids.ts';
import {
  extendedTo,
  hiddenCount,
  isSelected,
  noSelection,
  type Order,
  type Selection,
  selectedCount,
  selectedIds,
  toggledRow,
  toggledRows,
  withAll,
} from '../../../../renderer/review/selection/selection.ts';

const id = (n: number) => AccountId.parse(`account ${n}`);

function orderOf(numbers: readonly number[]): Order {
  return {
    rows: numbers.map((n) => ({ accountId: id(n) })),
    places: new Map(numbers.map((n, place) => [id(n), place])),
  };
}

const ten = orderOf([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
const chosen = (selection: Selection) => selectedIds(selection).toSorted();
const ids = (...numbers: number[]) => numbers.map(id).toSorted();

describe('choosing rows', () => {
  test('a row is chosen and given up again', () => {
    const once = toggledRow(noSelection, id(3));
    expect(chosen(once)).toEqual(ids(3));
    expect(chosen(toggledRow(once, id(3)))).toEqual([]);
  });

  test('rows of a group are chosen together, and given up only where all were chosen', () => {
    const group = ten.rows.slice(2, 5);
    const all = toggledRows(toggledRow(noSelection, id(3)), group);
    expect(chosen(all)).toEqual(ids(2, 3, 4));
    expect(chosen(toggledRows(toggledRow(all, id(9)), group))).toEqual(ids(9));
  });

  test('a stretch grows and shrinks around the row where it began', () => {
    const down = extendedTo(noSelection, id(4), id(6), ten);
    expect(chosen(down)).toEqual(ids(4, 5, 6));
    const back = extendedTo(down, id(6), id(5), ten);
    expect(chosen(back)).toEqual(ids(4, 5));
    expect(chosen(extendedTo(back, id(5), id(2), ten))).toEqual(ids(2, 3, 4));
  });

  test('what was chosen before stays when a stretch passes over it and shrinks again', () => {
    const before = toggledRow(toggledRow(noSelection, id(5)), id(2));
    const over = extendedTo(before, id(2), id(6), ten);
    expect(chosen(over)).toEqual(ids(2, 3, 4, 5, 6));
    expect(chosen(extendedTo(over, id(6), id(3), ten))).toEqual(ids(2, 3, 5));
  });

  test('a stretch whose beginning is filtered away stays, and another begins', () => {
    const stretch = extendedTo(noSelection, id(1), id(2), ten);
    const filtered = orderOf([5, 6, 7]);
    expect(chosen(extendedTo(stretch, id(6), id(7), filtered))).toEqual(ids(1, 2, 6, 7));
  });

  test('all are those in sight, beside those that were chosen before', () => {
    const all = withAll(toggledRow(noSelection, id(1)), orderOf([5, 6]));
    expect(chosen(all)).toEqual(ids(1, 5, 6));
    expect(hiddenCount(all.kept, orderOf([5, 6]).places)).toBe(1);
  });
});

const step = fc.oneof(
  fc.record({ act: fc.constant('toggle' as const), row: fc.nat(9) }),
  fc.record({ act: fc.constant('extend' as const), row: fc.nat(9) }),
  fc.record({ act: fc.constant('all' as const), row: fc.nat(9) }),
);

test('whatever is done, no row counts twice, and a stretch is every row between its ends', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 20 }), (steps) => {
      let selection = noSelection;
      let active = 0;
      for (const { act, row } of steps) {
        const before = selection;
        if (act === 'toggle') selection = toggledRow(selection, id(row));
        else if (act === 'all') selection = withAll(selection, ten);
        else {
          selection = extendedTo(selection, id(active), id(row), ten);
          const from = ten.places.get(selection.anchor ?? id(active)) ?? 0;
          for (let n = 0; n < 10; n += 1) {
            const isBetween = n >= Math.min(from, row) && n <= Math.max(from, row);
            expect(isSelected(selection, id(n))).toBe(isBetween || before.kept.has(id(n)));
          }
        }
        active = row;
        expect(new Set(selectedIds(selection)).size).toBe(selectedCount(selection));
      }
    }),
  );
});

test('a stretch of a few rows costs no look at the others that are chosen', () => {
  const many = orderOf(Array.from({ length: 100_000 }, (_, n) => n));
  const all = withAll(noSelection, many);
  const extended = extendedTo({ ...all, anchor: id(10) }, id(10), id(12), many);
  expect(extended.kept).toBe(all.kept);
  expect(selectedCount(extended)).toBe(100_000);
});
