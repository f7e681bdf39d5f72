import fc from 'fast-check';
import { distance } from 'fastest-levenshtein';
import { expect, test } from 'vitest';
import { editDistance } from '../../../../app/match/compare/edit-distance.ts';
import { textsOf } from './texts.ts';

const text = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), minLength: 1, maxLength: 12 });

function edits(one: string, other: string, limit: number): number {
  const { texts, idOf } = textsOf([one, other]);
  return editDistance(texts, idOf(one), idOf(other), limit);
}

test.each([
  ['acme', 'acme', 0],
  ['acme', 'amce', 1],
  ['acme', 'acm', 1],
  ['porperty', 'property', 1],
  ['kitten', 'sitting', 3],
])('%s and %s are %i apart', (one, other, expected) => {
  expect(edits(one, other, 9)).toBe(expected);
});

test('is a swap of neighbours away at most from Levenshtein, and never above it', () => {
  fc.assert(
    fc.property(text, text, (one, other) => {
      const found = edits(one, other, 20);
      const plain = distance(one, other);
      expect(found).toBeLessThanOrEqual(plain);
      expect(plain).toBeLessThanOrEqual(2 * found);
    }),
  );
});

test('is the same both ways, and zero for equal texts only', () => {
  fc.assert(
    fc.property(text, text, (one, other) => {
      expect(edits(one, other, 20)).toBe(edits(other, one, 20));
      expect(edits(one, other, 20) === 0).toBe(one === other);
    }),
  );
});

/** The distance by its definition. */
function plainly(one: string, other: string): number {
  const cells = Array.from({ length: one.length + 1 }, (_, i) =>
    Array.from({ length: other.length + 1 }, (_, j) => (i === 0 ? j : j === 0 ? i : 0)),
  );
  const cell = (i: number, j: number): number => cells[i]?.[j] ?? Number.POSITIVE_INFINITY;
  for (let i = 1; i <= one.length; i += 1) {
    for (let j = 1; j <= other.length; j += 1) {
      const isSwap = one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1];
      const edits = [
        cell(i - 1, j - 1) + (one[i - 1] === other[j - 1] ? 0 : 1),
        cell(i - 1, j) + 1,
        cell(i, j - 1) + 1,
        isSwap ? cell(i - 2, j - 2) + 1 : Number.POSITIVE_INFINITY,
      ];
      cells[i]?.splice(j, 1, Math.min(...edits));
    }
  }
  return cell(one.length, other.length);
}

test('is what its definition says, for short texts and long ones', () => {
  const longer = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), minLength: 1, maxLength: 60 });
  fc.assert(
    fc.property(longer, longer, fc.integer({ min: 0, max: 60 }), (one, other, limit) => {
      expect(edits(one, other, limit)).toBe(Math.min(plainly(one, other), limit + 1));
    }),
  );
});

test('stops above its limit', () => {
  fc.assert(
    fc.property(text, text, fc.integer({ min: 0, max: 4 }), (one, other, limit) => {
      expect(edits(one, other, limit)).toBe(Math.min(edits(one, other, 20), limit + 1));
    }),
  );
});

test('looks at the first 64 letters', () => {
  const long = 'x'.repeat(64);
  expect(edits(`${long}abc`, `${long}xyz`, 9)).toBe(0);
  expect(edits(`a${long}`, `b${long}`, 9)).toBe(1);
});
