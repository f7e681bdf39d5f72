import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  ColumnLayout,
  columnIds,
  droppedColumn,
  movedColumn,
  orderedColumns,
  resizedColumn,
  toggledColumn,
  toggledPin,
  usualLayout,
  visibleColumns,
} from '../../../../renderer/review/columns/layout.ts';

const usual = ['account', 'customer', 'score', 'why', 'balance', 'state'];

test('six columns are shown as usual; others are shown and hidden', () => {
  expect(visibleColumns(usualLayout)).toEqual(usual);
  const more = toggledColumn(usualLayout, 'band');
  expect(visibleColumns(more)).toEqual([...usual, 'band']);
  expect(visibleColumns(toggledColumn(more, 'band'))).toEqual(usual);
});

test('the account is always in sight', () => {
  expect(visibleColumns(toggledColumn(usualLayout, 'account'))[0]).toBe('account');
});

test('a pinned column stands at the left', () => {
  const pinned = toggledPin(usualLayout, 'score');
  expect(visibleColumns(pinned).slice(0, 2)).toEqual(['score', 'account']);
  expect(visibleColumns(toggledPin(pinned, 'score'))).toEqual(usual);
});

test('a column moves one place and stays within the ends', () => {
  expect(orderedColumns(movedColumn(usualLayout, 'customer', -1))[0]).toBe('customer');
  expect(orderedColumns(movedColumn(usualLayout, 'account', -1))[0]).toBe('account');
  expect(orderedColumns(movedColumn(usualLayout, 'account', 99)).at(-1)).toBe('account');
});

test('a column is dropped before or after another, whatever is hidden between them', () => {
  expect(visibleColumns(droppedColumn(usualLayout, 'state', 'customer', false))).toEqual([
    'account',
    'state',
    'customer',
    'score',
    'why',
    'balance',
  ]);
  expect(visibleColumns(droppedColumn(usualLayout, 'account', 'state', true)).at(-1)).toBe('account');
  expect(droppedColumn(usualLayout, 'score', 'score', true)).toEqual(usualLayout);
});

test('a pinned column stays at the left, and changes its place among the pinned ones', () => {
  const pinned = toggledPin(toggledPin(usualLayout, 'score'), 'state');
  expect(visibleColumns(droppedColumn(pinned, 'state', 'score', false)).slice(0, 3)).toEqual([
    'state',
    'score',
    'account',
  ]);
});

test('a column known only to a later version comes last', () => {
  expect(orderedColumns({ ...usualLayout, order: ['score', 'account'] }).slice(0, 3)).toEqual([
    'score',
    'account',
    'customer',
  ]);
});

const id = fc.constantFrom(...columnIds);
const change = fc.oneof(
  fc.record({ what: fc.constant('move' as const), id, by: fc.integer({ min: -20, max: 20 }) }),
  fc.record({
    what: fc.constant('drop' as const),
    id,
    by: fc.integer({ min: 0, max: columnIds.length - 1 }),
  }),
  fc.record({ what: fc.constant('show' as const), id, by: fc.constant(0) }),
  fc.record({ what: fc.constant('pin' as const), id, by: fc.constant(0) }),
  fc.record({ what: fc.constant('width' as const), id, by: fc.integer({ min: -50, max: 5_000 }) }),
);

test('whatever is changed, every column is there once and the layout can be kept', () => {
  fc.assert(
    fc.property(fc.array(change, { maxLength: 30 }), (changes) => {
      let layout = usualLayout;
      for (const { what, id: column, by } of changes) {
        if (what === 'move') layout = movedColumn(layout, column, by);
        else if (what === 'drop') {
          layout = droppedColumn(layout, column, columnIds[by] ?? column, by % 2 === 0);
        } else if (what === 'show') layout = toggledColumn(layout, column);
        else if (what === 'pin') layout = toggledPin(layout, column);
        else layout = resizedColumn(layout, column, by === 0 ? null : by);
      }
      expect(orderedColumns(layout).toSorted()).toEqual([...columnIds].toSorted());
      const visible = visibleColumns(layout);
      expect(new Set(visible).size).toBe(visible.length);
      expect(ColumnLayout.parse(JSON.parse(JSON.stringify(layout)))).toEqual(layout);
    }),
  );
});
