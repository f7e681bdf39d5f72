import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseAmount } from '#app/sources/files/values/amount.ts';

test.each([
  ['1234.5', 1234.5],
  ['1,234.50', 1234.5],
  ['$1,234.50', 1234.5],
  ['1.234,50', 1234.5],
  ['1 234,50 €', 1234.5],
  ["1'234.50", 1234.5],
  ['USD 12.00', 12],
  ['12.00 USD', 12],
  ['(1,234.50)', -1234.5],
  ['($12.00)', -12],
  ['-12', -12],
  ['\u221212', -12],
  ['-$12.00', -12],
  ['$-12.00', -12],
  ['12.00-', -12],
  ['1,234', 1234],
  ['1,234,567', 1234567],
  ['12,5', 12.5],
  ['.5', 0.5],
  ['-0.00', 0],
])('%s is %d', (text, amount) => {
  expect(parseAmount(text)).toBe(amount);
});

test.each(['', '-', '$', 'abc', '12 apples', '555-1234', '(555) 010-1234', '1.2.3,4,5x', '12/3'])(
  '%j is no amount',
  (text) => {
    expect(parseAmount(text)).toBeNull();
  },
);

test('what is written with two decimals, in the ways of three countries, is read again', () => {
  fc.assert(
    fc.property(fc.integer({ min: -99_999_999, max: 99_999_999 }), (cents) => {
      const amount = cents / 100;
      const shape = { minimumFractionDigits: 2 };
      for (const locale of ['en-US', 'de-DE', 'fr-FR']) {
        expect(parseAmount(amount.toLocaleString(locale, shape))).toBe(amount === 0 ? 0 : amount);
      }
    }),
  );
});
