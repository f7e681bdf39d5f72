import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { resolveEscapes } from '#app/sources/files/xlsx/escapes.ts';
import { excelText, LONGEST_CELL } from '#app/worksheet/excel-text.ts';

describe('a text in a cell', () => {
  test('keeps ordinary characters, tabs and line breaks', () => {
    expect(excelText('Müller\t& <Söhne>\n東京 🏪 _x')).toBe('Müller\t& <Söhne>\n東京 🏪 _x');
  });

  test('escapes what XML cannot hold as Excel does', () => {
    expect(excelText('a\u0001b\r\nc\u007f\ud83c\uffff')).toBe('a_x0001_b_x000D_\nc_x007F__xD83C__xFFFF_');
    expect(excelText('_x0041_')).toBe('_x005F_x0041_');
  });

  test('comes back by Excel’s rule, and holds nothing that XML cannot', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.stringMatching(/^(_|x|00|41|5F)*$/)), (text) => {
        const stored = excelText(text);
        expect(resolveEscapes(stored)).toBe(text);
        expect(stored).not.toMatch(/[^\P{Cc}\t\n]|\p{Cs}/u);
      }),
    );
  });

  test('is never longer than Excel allows, and no pair is cut in two', () => {
    const text = fc.tuple(
      fc.integer({ min: LONGEST_CELL - 4, max: LONGEST_CELL }),
      fc.string({ unit: 'grapheme' }),
    );
    fc.assert(
      fc.property(text, ([length, end]) => {
        const shown = resolveEscapes(excelText(`${'x'.repeat(length)}🏪${end}`));
        expect(shown.length).toBeLessThanOrEqual(LONGEST_CELL);
        expect(shown.isWellFormed()).toBe(true);
      }),
    );
  });
});
