import { stringify } from 'csv-stringify/sync';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { errorOf, fileOf, quiet, rowsOf } from '../support.ts';

const cellsOf = async (content: string | Uint8Array) =>
  (await rowsOf(await fileOf('x.csv', content))).map(({ cells }) => cells);

describe('encodings', () => {
  const text = 'Id,Name\n1,Müller – “Söhne” 東京 🏪\n';
  const rows = [
    ['Id', 'Name'],
    ['1', 'Müller – “Söhne” 東京 🏪'],
  ];

  test('UTF-8, with its mark and without', async () => {
    expect(await cellsOf(text)).toEqual(rows);
    expect(await cellsOf(`\uFEFF${text}`)).toEqual(rows);
  });

  test('UTF-16 in both byte orders, as Excel’s “Unicode text”', async () => {
    const little = Buffer.from(`\uFEFF${text}`, 'utf16le');
    expect(await cellsOf(little)).toEqual(rows);
    expect(await cellsOf(Buffer.from(little).swap16())).toEqual(rows);
  });

  test('Windows-1252, as Excel’s plain CSV', async () => {
    const bytes = Buffer.from('Id,Name\n1,M\xfcller \x96 \x93S\xf6hne\x94 \x80 5\n', 'latin1');
    expect(await cellsOf(bytes)).toEqual([
      ['Id', 'Name'],
      ['1', 'Müller – “Söhne” € 5'],
    ]);
  });

  test('a letter at the edge of a chunk stays whole', async () => {
    for (const filler of [65_534, 65_535, 65_536, 1_048_574, 1_048_575]) {
      const [first] = await cellsOf(`${'x'.repeat(filler)}ü€🏪,b\n`);
      expect(first?.[0]?.slice(filler)).toBe('ü€🏪');
    }
  });

  test('UTF-8 with a broken character is refused, because its accents would be garbled', async () => {
    const bytes = Buffer.concat([Buffer.from(text.repeat(5)), Buffer.from([0xc3, 0x0a])]);
    const error = await errorOf(cellsOf(bytes));
    expect(error.code).toBe('file-unreadable');
    expect(error.data.detail).toBe('it is UTF-8 text with broken characters (1)');
  });

  test.each([
    ['NUL bytes', Buffer.from('Id,Name\n1,A\0B\n'), 'it holds NUL bytes, so it is no text'],
    ['control bytes', Buffer.from([0x49, 0x64, 0x0a, 0x01, 0xff]), 'it holds bytes that no text has'],
    ['a renamed PDF', Buffer.from('%PDF-1.7\n1 0 obj'), 'it is a PDF document'],
    [
      'a renamed workbook',
      Buffer.from('PK\x03\x04rest'),
      'it is an Excel workbook or a zip archive with the wrong ending',
    ],
  ])('%s are refused', async (_, bytes, detail) => {
    const error = await errorOf(cellsOf(bytes));
    expect([error.code, error.data.detail]).toEqual(['file-unreadable', detail]);
  });
});

describe('rows', () => {
  test.each([',', ';', '\t', '|'])(
    'cells between %j, quoted ones with anything inside',
    async (delimiter) => {
      const rows = [
        ['Id', 'Name', 'Note'],
        ['1', `a${delimiter}b "c"`, 'two\nlines, and; more|of\tit'],
        ['2', 'plain', ''],
        ['3', 'plain', 'x'],
      ];
      expect(await cellsOf(stringify(rows, { delimiter }))).toEqual(rows);
    },
  );

  test('Excel’s sep= line names the delimiter and is no row', async () => {
    expect(await rowsOf(await fileOf('x.csv', 'sep=;\r\nId;Name\r\n1;a,b\r\n'))).toEqual([
      { number: 1, cells: ['Id', 'Name'] },
      { number: 2, cells: ['1', 'a,b'] },
    ]);
  });

  test('numbers are those that Excel shows: blank lines count, line breaks in cells do not', async () => {
    const rows = await rowsOf(await fileOf('x.csv', 'a,b\r\n\r\n"1\r\n2",x\r\n3,y'));
    expect(rows.map(({ number, cells }) => [number, cells[0]])).toEqual([
      [1, 'a'],
      [2, ''],
      [3, '1\r\n2'],
      [4, '3'],
    ]);
  });

  test('line ends of every system, mixed', async () => {
    expect(await cellsOf('a,b\r1,2\n3,4\r\n5,6')).toEqual([
      ['a', 'b'],
      ['1', '2'],
      ['3', '4'],
      ['5', '6'],
    ]);
  });

  test('a quotation mark inside a plain cell is text', async () => {
    expect(await cellsOf('Id,Name\n1,Joe "Ace" Smith\n2,5" Pipe\n3,"Ace" Hardware\n')).toEqual([
      ['Id', 'Name'],
      ['1', 'Joe "Ace" Smith'],
      ['2', '5" Pipe'],
      ['3', '"Ace" Hardware'],
    ]);
  });

  test('whatever is written as CSV is read again', async () => {
    const cell = fc.string({ unit: 'grapheme' }).filter((text) => !text.includes('\0'));
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(cell, cell, cell), { minLength: 1, maxLength: 8 }),
        fc.constantFrom('\n', '\r\n'),
        async (rows, record_delimiter) => {
          const head = ['Id', 'Name', 'Phone'];
          const text = stringify([head, ...rows], { quoted: true, record_delimiter });
          expect(await cellsOf(text)).toEqual([head, ...rows]);
        },
      ),
      { numRuns: 60 },
    );
  });
});

describe('files that are no table', () => {
  test('50 MB in one line are refused before they are in memory', async () => {
    const path = await fileOf('x.csv', Buffer.alloc(50_000_000, 'x'));
    const before = process.memoryUsage().rss;
    const error = await errorOf(rowsOf(path));
    expect(error.code).toBe('file-too-long');
    expect(error.message).toContain('more than 2,000,000 characters');
    expect(process.memoryUsage().rss - before).toBeLessThan(100_000_000);
  });

  test('a quotation mark that is never closed is found with its row', async () => {
    const short = await errorOf(cellsOf('Id,Name\n1,"Acme\n2,Beta\n'));
    expect([short.code, short.data.detail]).toEqual([
      'file-unreadable',
      'a quotation mark in row 2 is never closed',
    ]);
    const long = await errorOf(cellsOf(`Id,Name\n1,a\n2,"Acme\n${'3,Beta\n'.repeat(400_000)}`));
    expect([long.code, long.data.detail]).toEqual([
      'file-unreadable',
      'a quotation mark in row 3 is never closed',
    ]);
  });

  test('stopping ends the reading', async () => {
    const stop = new AbortController();
    const path = await fileOf('x.csv', `Id,Name\n${'1,Acme\n'.repeat(200_000)}`);
    const reading = rowsOf(path, { ...quiet, signal: stop.signal });
    stop.abort();
    expect((await errorOf(reading)).code).toBe('cancelled');
  });
});
