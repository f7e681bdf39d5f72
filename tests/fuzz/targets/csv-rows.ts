import fc from 'fast-check';
import { detectDelimiter } from '#app/sources/files/csv/delimiter.ts';
import { RowScanner, ScanError } from '#app/sources/files/csv/row-scanner.ts';
import { requireSame } from '../invariants.ts';
import type { Target } from '../target.ts';
import { csv } from './csv.ts';

/** What cuts a text into rows, without the file: the same rows whatever pieces it comes in, and the same when written again. */
export const csvRows: Target = {
  name: 'csv-rows',
  form: 'text',
  any: fc.oneof(
    csv.any,
    fc
      .string({ unit: fc.constantFrom('"', ',', '\r', '\n', 'a', ';'), maxLength: 40 })
      .map((text) => Buffer.from(text)),
  ),
  words: csv.words,
  async open() {
    return {
      async take(input) {
        const text = Buffer.from(input).toString();
        const { delimiter, skip } = detectDelimiter(text);
        const rows = rowsIn(text.slice(skip), delimiter, text.length + 1);
        requireSame(rowsIn(text.slice(skip), delimiter, 3), rows, 'a text in pieces');
        if (rows === null) return 'refused';
        const written = rows.map((cells) =>
          cells.map((one) => `"${one.replaceAll('"', '""')}"`).join(delimiter),
        );
        requireSame(rowsIn(written.join('\r\n'), delimiter, 1_000), rows, 'what was written');
        return 'taken';
      },
      close: async () => undefined,
    };
  },
};

/** The rows of a text that comes in pieces of this length; null where it is cut off within quotation marks. */
function rowsIn(text: string, delimiter: string, length: number): string[][] | null {
  const scanner = new RowScanner(delimiter, 2_000_000);
  const rows: string[][] = [];
  try {
    for (let at = 0; at < text.length; at += length)
      rows.push(...scanner.push(text.slice(at, at + length), false));
    return [...rows, ...scanner.push('', true)];
  } catch (error) {
    if (error instanceof ScanError) return null;
    throw error;
  }
}
