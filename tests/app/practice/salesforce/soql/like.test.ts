import fc from 'fast-check';
import { expect, test } from 'vitest';
import { like } from '#app/practice/salesforce/soql/like.ts';

test.each([
  ['Acme Corp', 'Acme%', true],
  ['Acme Corp', 'acme corp', true],
  ['Acme Corp', '%corp', true],
  ['Acme Corp', 'A_me%', true],
  ['Acme Corp', 'Acme', false],
  ['100% Wool', '100\\% %', true],
  ['100 Wool', '100\\% %', false],
  ['a_b', 'a\\_b', true],
  ['axb', 'a\\_b', false],
  ['one\ntwo', 'one%', true],
  ['', '%', true],
])('%j like %j is %j', (value, pattern, expected) => {
  expect(like(value, pattern)).toBe(expected);
});

test('text without wildcards is like itself and like anything', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      const literal = text.replaceAll(/[%_\\]/g, '');
      expect(like(literal, literal)).toBe(true);
      expect(like(text, '%')).toBe(true);
    }),
  );
});
