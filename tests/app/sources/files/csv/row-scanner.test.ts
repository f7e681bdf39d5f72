import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { RowScanner, ScanError } from '#app/sources/files/csv/row-scanner.ts';

/** The rows of a text that comes in these pieces. */
function scanned(pieces: readonly string[], delimiter = ',', longest = 1000): string[][] {
  const scanner = new RowScanner(delimiter, longest);
  return [...pieces.flatMap((piece) => scanner.push(piece, false)), ...scanner.push('', true)];
}

const faultOf = (work: () => unknown): ScanError => {
  try {
    work();
  } catch (error) {
    if (error instanceof ScanError) return error;
    throw error;
  }
  throw new Error('no error was thrown');
};

/** What csv-parse makes of it with the same rules; null where it refuses the text. */
function parsed(text: string, delimiter: string): string[][] | null {
  try {
    return parse(text, {
      delimiter,
      record_delimiter: ['\r\n', '\n', '\r'],
      relax_column_count: true,
      relax_quotes: true,
    });
  } catch {
    return null;
  }
}

/** Texts in which everything that matters is frequent. */
const dense = fc.string({
  unit: fc.constantFrom('"', '"', ',', ';', '\n', '\r', '\r\n', ' ', 'a', 'ü', '🏪'),
  maxLength: 24,
});

describe('cutting text into rows', () => {
  test('gives what csv-parse gives, and refuses what it refuses', () => {
    fc.assert(
      fc.property(dense, fc.constantFrom(',', ';'), (text, delimiter) => {
        const expected = parsed(text, delimiter);
        if (expected !== null) expect(scanned([text], delimiter)).toEqual(expected);
        else expect(faultOf(() => scanned([text], delimiter)).fault).toBe('unclosed-quote');
      }),
      { numRuns: 20_000 },
    );
  });

  test('does not depend on where the text is cut into pieces', () => {
    fc.assert(
      fc.property(fc.array(dense, { maxLength: 6 }), (pieces) => {
        const whole = pieces.join('');
        if (parsed(whole, ',') === null) expect(() => scanned(pieces)).toThrow(ScanError);
        else expect(scanned(pieces)).toEqual(scanned([whole]));
      }),
      { numRuns: 5_000 },
    );
  });

  test('a cell that goes on behind its closing quotation mark keeps both', () => {
    expect(scanned(['"Ace" Hardware,"a ""b"" c" d,""\n'])).toEqual([['"Ace" Hardware', '"a "b" c" d', '']]);
  });

  test('gives a row as soon as it is whole, and no sooner than its line end is', () => {
    const scanner = new RowScanner(',', 1000);
    expect(scanner.push('a,b\r', false)).toEqual([]);
    expect(scanner.push('\nc,"d', false)).toEqual([['a', 'b']]);
    expect(scanner.push('"\n', false)).toEqual([['c', 'd']]);
    expect(scanner.push('', true)).toEqual([]);
  });
});

describe('text that cannot be cut', () => {
  test('names the row in which a quotation mark stays open', () => {
    expect(faultOf(() => scanned(['a\nb,"c\nd\n']))).toMatchObject({ fault: 'unclosed-quote', row: 2 });
  });

  test('a row that never ends is too long; one that goes on over lines has an open quotation mark', () => {
    expect(faultOf(() => scanned(['a\n', 'x'.repeat(11)], ',', 10))).toMatchObject({
      fault: 'too-long',
      row: 2,
    });
    expect(faultOf(() => scanned(['a\n"x\n', 'y\n'.repeat(9)], ',', 10))).toMatchObject({
      fault: 'unclosed-quote',
      row: 2,
    });
  });

  test('an earlier cell of several lines does not make a long row an open quotation mark', () => {
    const pieces = ['"a\nb\nc\nd"\n', 'x'.repeat(20)];
    expect(faultOf(() => scanned(pieces, ',', 15))).toMatchObject({ fault: 'too-long', row: 2 });
  });
});
