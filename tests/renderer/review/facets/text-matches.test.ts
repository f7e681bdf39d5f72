import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { ReviewRow } from '#shared/review.ts';
import { textMatches } from '../../../../renderer/review/facets/text-matches.ts';
import { exampleRow } from '../example.ts';

const letters = fc.stringMatching(/^[aBé .]{0,3}$/);
const manyRows = fc
  .array(fc.tuple(letters, letters), { minLength: 1, maxLength: 8 })
  .map((names) =>
    names.map(([accountName, customerName], at) => exampleRow(`${at}`, { accountName, customerName })),
  );
/** What stands in the field, one after another: letters added, taken back, and other texts pasted. */
const typing = fc.array(fc.stringMatching(/^[aBÉ ]{0,4}$/), { maxLength: 12 });

test('what was typed before changes nothing: the rows are those that hold every word', () => {
  fc.assert(
    fc.property(manyRows, typing, (rows, texts) => {
      const afresh = texts.map((text) => matched([...rows], text));
      expect(texts.map((text) => matched(rows, text))).toEqual(afresh);
    }),
  );
});

test('the same text is matched once for the table and the counts beside it, and once more with a letter taken back', () => {
  const rows = [exampleRow('1', { accountName: 'Acme' })];
  const [first, longer] = [textMatches(rows, 'ac'), textMatches(rows, 'acx')];
  expect(longer).not.toBe(first);
  expect(textMatches(rows, 'acx')).toBe(longer);
  expect(textMatches(rows, 'ac')).toBe(first);
});

function matched(rows: readonly ReviewRow[], text: string): number[] | null {
  const matches = textMatches(rows, text);
  return matches === null ? null : [...matches];
}
