import { expect, test } from 'vitest';
import { dropAt } from '../../../../renderer/review/columns/drop-at.ts';

const places = (['account', 'customer', 'score', 'why'] as const).map((id, at) => ({
  id,
  left: at * 100,
  right: at * 100 + 100,
}));

test('a heading goes before the one over whose left half it is dropped, after that over whose right half', () => {
  expect(dropAt(210, 'account', places)).toEqual({ target: 'score', after: false });
  expect(dropAt(290, 'account', places)).toEqual({ target: 'score', after: true });
  expect(dropAt(110, 'why', places)).toEqual({ target: 'customer', after: false });
});

test('beyond the ends it goes to the ends', () => {
  expect(dropAt(900, 'account', places)).toEqual({ target: 'why', after: true });
  expect(dropAt(-50, 'why', places)).toEqual({ target: 'account', after: false });
});

test('where it is already it goes nowhere', () => {
  expect(dropAt(150, 'customer', places)).toBeNull();
  expect(dropAt(90, 'customer', places)).toBeNull();
  expect(dropAt(210, 'customer', places)).toBeNull();
  expect(dropAt(10, 'score', [])).toBeNull();
});
