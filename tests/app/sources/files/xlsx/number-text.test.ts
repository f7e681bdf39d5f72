import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formatOf } from '#app/sources/files/xlsx/number-formats.ts';
import { numberText } from '#app/sources/files/xlsx/number-text.ts';

const plain = { kind: 'plain' } as const;

describe('the text of a number', () => {
  test.each([
    ['17', '17'],
    ['100000000012345', '100000000012345'],
    ['1.00000000012345E14', '100000000012345'],
    ['1E+20', '100000000000000000000'],
    ['0.30000000000000004', '0.3'],
    ['1130.1099999999999', '1130.11'],
    ['0.1', '0.1'],
    ['-5', '-5'],
    ['1.0000000000000001E-7', '0.0000001'],
  ])('%s is %s', (raw, text) => {
    expect(numberText(raw, plain, false)).toBe(text);
  });

  test('an id of up to 15 digits is always the same digits', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 999_999_999_999_999 }), (id) => {
        expect(numberText(id.toExponential(), plain, false)).toBe(String(id));
      }),
    );
  });
});

describe('formats', () => {
  test.each([
    ['yyyy-mm-dd', '46349', '2026-11-23'],
    ['dd/mm/yyyy hh:mm', '46349.395833333336', '2026-11-23T09:30:00'],
    ['[h]:mm', '0.5', '12:00:00'],
    ['[$-409]mmm d, yyyy;@', '1', '1899-12-31'],
    ['00000', '2134', '02134'],
    ['00000\\-0000', '21340001', '02134-0001'],
    ['(000) 000-0000', '5035550101', '(503) 555-0101'],
    ['000-00', '1234567', '12345-67'],
    ['#,##0.00', '1234.5', '1234.5'],
    ['0.00', '7', '7'],
    ['General', '7', '7'],
    ['"Day "0', '7', '7'],
    ['[Red]0', '7', '7'],
    ['0', '7', '7'],
  ])('%s makes %s %s', (code, raw, text) => {
    expect(numberText(raw, formatOf(code), false)).toBe(text);
  });
});
