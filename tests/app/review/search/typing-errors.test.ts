import fc from 'fast-check';
import { distance } from 'fastest-levenshtein';
import { describe, expect, test } from 'vitest';
import { errorsForgiven, piecesOf, typingErrors } from '../../../../app/review/search/typing-errors.ts';

describe('typing errors', () => {
  test.each([
    ['the same word', 'meridian', 'meridian', 0],
    ['the beginning of a word', 'merid', 'meridian', 0],
    ['a wrong letter', 'meridien', 'meridian', 1],
    ['a letter missing', 'merdian', 'meridian', 1],
    ['a letter too many', 'merridian', 'meridian', 1],
    ['two letters swapped', 'meirdian', 'meridian', 1],
    ['an error in the beginning of a word', 'mirid', 'meridian', 1],
    ['another word', 'cascade', 'meridian', 3],
  ])('of %s', (_case, typed, word, errors) => {
    expect(typingErrors(typed, word, 2)).toBe(errors);
  });

  const words = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 9 });

  test('are never more than the letters that have to be changed to come to the beginning of the word', () => {
    fc.assert(
      fc.property(words, words, (typed, word) => {
        const beginnings = Array.from({ length: word.length + 1 }, (_, end) => word.slice(0, end));
        const least = Math.min(...beginnings.map((beginning) => distance(typed, beginning)));
        const found = typingErrors(typed, word, 20);
        expect(found).toBeLessThanOrEqual(least);
        // A swap takes the place of two changes.
        expect(found).toBeGreaterThanOrEqual(Math.ceil(least / 2));
      }),
    );
  });

  test('are forgiven in words of four letters and more, two at most', () => {
    expect([3, 4, 6, 7, 20].map(errorsForgiven)).toEqual([0, 1, 1, 2, 2]);
  });
});

test('a word with letters wrong holds a piece of what was typed, near its place', () => {
  const words = fc.string({ unit: fc.constantFrom('a', 'b', 'c', 'd'), minLength: 4, maxLength: 12 });
  fc.assert(
    fc.property(words, words, (typed, word) => {
      const most = errorsForgiven(typed.length);
      if (distance(typed, word) > most) return;
      const isNear = piecesOf(typed, most).some(({ text, at }) =>
        Array.from({ length: most * 2 + 1 }, (_, shift) => at + shift - most).some(
          (from) => from >= 0 && word.startsWith(text, from),
        ),
      );
      expect(isNear).toBe(true);
    }),
  );
});
