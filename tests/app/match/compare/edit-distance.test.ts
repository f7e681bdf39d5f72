import fc from 'fast-check';
import { distance } from 'fastest-levenshtein';
import { expect, test } from 'vitest';
import { editDistance } from '../../../../app/match/compare/edit-distance.ts';

const text = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 12 });

test.each([
  ['acme', 'acme', 0],
  ['acme', 'amce', 1],
  ['acme', 'acm', 1],
  ['porperty', 'property', 1],
  ['kitten', 'sitting', 3],
])('%s and %s are %i apart', (one, other, edits) => {
  expect(editDistance(one, other, 9)).toBe(edits);
});

test('is a swap of neighbours away at most from Levenshtein, and never above it', () => {
  fc.assert(
    fc.property(text, text, (one, other) => {
      const edits = editDistance(one, other, 20);
      const plain = distance(one, other);
      expect(edits).toBeLessThanOrEqual(plain);
      expect(plain).toBeLessThanOrEqual(2 * edits);
    }),
  );
});

test('is the same both ways, and zero for equal texts only', () => {
  fc.assert(
    fc.property(text, text, (one, other) => {
      expect(editDistance(one, other, 20)).toBe(editDistance(other, one, 20));
      expect(editDistance(one, other, 20) === 0).toBe(one === other);
    }),
  );
});

test('stops above its limit', () => {
  fc.assert(
    fc.property(text, text, fc.integer({ min: 0, max: 4 }), (one, other, limit) => {
      expect(editDistance(one, other, limit)).toBe(Math.min(editDistance(one, other, 20), limit + 1));
    }),
  );
});
