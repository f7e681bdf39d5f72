import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { openRows, type Row } from '#app/sources/files/rows.ts';
import { readCustomersFile } from '#app/sources/index.ts';
import { asText } from '../bytes.ts';
import { asRefusal, requireSame } from '../invariants.ts';
import { quiet } from '../quiet.ts';
import { Finding, type Target } from '../target.ts';

const headings = [
  'Id',
  'DisplayName',
  'Customer',
  'Company',
  'Phone numbers',
  'Email',
  'Balance',
  'Active',
  'Street',
  '',
];
const cell = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 12 }),
  fc.constantFrom(
    '',
    '"',
    '""',
    'a"b',
    '"a" b',
    '=1+1',
    '00123',
    '1.234,56',
    'TRUE',
    'Total',
    'a\nb',
    '\uFEFF',
    '\0',
  ),
);
const quoted = cell.map((one) => `"${one.replaceAll('"', '""')}"`);

/** A table with all that spreadsheets do to one. */
const table = fc
  .record({
    delimiter: fc.constantFrom(',', ';', '\t', '|'),
    end: fc.constantFrom('\n', '\r\n', '\r'),
    first: fc.constantFrom('', '\uFEFF', 'sep=;\n', '\n\n', 'Customer list\n\n'),
    head: fc.array(fc.constantFrom(...headings), { minLength: 1, maxLength: 6 }),
    rows: fc.array(fc.array(fc.oneof(cell, quoted), { maxLength: 7 }), { maxLength: 12 }),
  })
  .map(({ delimiter, end, first, head, rows }) =>
    [first + head.join(delimiter), ...rows.map((row) => row.join(delimiter))].join(end),
  );

/** The rows of a file, read as they are. */
async function rowsOf(path: string): Promise<Row[]> {
  const all: Row[] = [];
  const { batches } = await openRows(path, quiet);
  for await (const rows of batches) all.push(...rows);
  return all;
}

/** A text file of records, of which both the rows and the customers are read. Rows that were read and written read the same. */
export const csv: Target = {
  name: 'csv',
  form: 'text',
  any: fc.oneof(
    asText(table),
    fc
      .tuple(asText(table), fc.constantFrom('utf16le', 'latin1'))
      .map(([bytes, encoding]) => Buffer.from(Buffer.from(bytes).toString(), encoding as BufferEncoding)),
  ),
  words: ['"', '""', ',', ';', '\t', '\r\n', 'sep=', '\uFEFF', 'DisplayName', 'Id', 'Total', '\xff\xfe'],
  async open(folder) {
    const path = join(folder, 'customers.csv');
    const again = join(folder, 'again.csv');
    return {
      async take(input) {
        writeFileSync(path, input);
        try {
          const rows = await rowsOf(path);
          await requireSameAgain(rows, again);
          await readCustomersFile(path, {}, quiet);
          return 'taken';
        } catch (error) {
          if (error instanceof Finding) throw error;
          return asRefusal(error);
        }
      },
      close: async () => undefined,
    };
  },
};

async function requireSameAgain(rows: readonly Row[], path: string): Promise<void> {
  const written = rows.map(({ cells }) => cells.map((one) => `"${one.replaceAll('"', '""')}"`).join(','));
  // The mark says that it is UTF-8, and the first line which sign separates the cells.
  writeFileSync(path, `\uFEFFsep=,\n${written.join('\n')}`);
  requireSame(
    (await rowsOf(path)).map(({ cells }) => cells),
    rows.map(({ cells }) => cells),
    'a CSV file',
  );
}
