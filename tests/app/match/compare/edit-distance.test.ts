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
