import { createWriteStream } from 'node:fs';
import { rename } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { deflateRawSync } from 'node:zlib';
import ExcelJS from 'exceljs';
import { describe, expect, test } from 'vitest';
import { readAccountsFile } from '#app/sources/files/index.ts';
import { errorOf, fileOf, quiet } from './support.ts';
import { archiveOf, workbookParts } from './xlsx/archive-of.ts';

/** Files as they turn up in real life. Each is read as well as it can be, or refused in a sentence that says what it is. */
const read = async (name: string, content: string | Uint8Array) =>
  await readAccountsFile(await fileOf(name, content), {}, quiet);
const refused = async (name: string, content: string | Uint8Array) =>
  (await errorOf(read(name, content))).message.replace(/^\S*[\\/]/, '');

const inlineCell = (ref: string, text: string) => `<c r="${ref}" t="inlineStr"><is><t>${text}</t></is></c>`;
const headings = `<row r="1">${inlineCell('A1', 'Id')}${inlineCell('B1', 'Name')}${inlineCell('C1', 'Phone')}</row>`;
const workbook = (rows: string, after = ''): Record<string, string> => {
  const parts = workbookParts({ sheets: [{ rows }] });
  const sheet = parts['xl/worksheets/sheet1.xml'] ?? '';
  return { ...parts, 'xl/worksheets/sheet1.xml': sheet.replace('</sheetData>', `</sheetData>${after}`) };
};
const oleContainer = (stream: string) =>
  Buffer.concat([
    Buffer.from('d0cf11e0a1b11ae1', 'hex'),
    Buffer.alloc(1_016),
    Buffer.from(stream, 'utf16le'),
    Buffer.alloc(1_024),
  ]);

describe('refused, with what it is', () => {
  test('a zip bomb', async () => {
    const rows = headings + '<row></row>'.repeat(10_000_000);
    const packed = deflateRawSync(Buffer.from(rows)).length;
    expect(packed).toBeLessThan(2 ** 20);
    expect(await refused('bomb.xlsx', archiveOf(workbook(rows)))).toMatch(
      /^bomb\.xlsx cannot be read: its part xl\/worksheets\/sheet1\.xml would swell from 0\.\d MB to 10\d\.\d MB, as no workbook of Excel does \(a “zip bomb”\)/,
    );
  });

  test.each([
    [
      'a protected workbook',
      'a.xlsx',
      oleContainer('EncryptedPackage'),
      'it is protected by a password; open it in Excel and save it without one.',
    ],
    [
      'an old workbook with a new name',
      'a.xlsx',
      oleContainer('Workbook'),
      'it is an old Excel workbook (.xls); open it in Excel and save it as .xlsx.',
    ],
    [
      'an old workbook',
      'a.xls',
      oleContainer('Workbook'),
      'it is an old Excel workbook (.xls); open it in Excel and save it as .xlsx.',
    ],
    [
      'a renamed PDF',
      'a.xlsx',
      Buffer.from('%PDF-1.7\n1 0 obj\n'),
      'it is no Excel workbook but a PDF document; export the list as Excel or CSV.',
    ],
    [
      'a binary workbook',
      'a.xlsb',
      'PK',
      'it is a binary Excel workbook (.xlsb); open it in Excel and save it as .xlsx.',
    ],
    [
      'a LibreOffice workbook',
      'a.ods',
      'PK',
      'it is a LibreOffice workbook (.ods); open it there and save it as .xlsx.',
    ],
    [
      'a text named like a workbook',
      'a.xlsx',
      'Id,Name\n1,Acme\n',
      'it is a text file named like a workbook; give it the ending .csv.',
    ],
  ])('%s', async (_, name, content, sentence) => {
    expect(await refused(name, content)).toBe(`${name} cannot be read: ${sentence}`);
  });

  test('the web page that Salesforce names .xls', async () => {
    const page =
      '<html><head><meta charset="utf-8"></head><body><table><tr><td>Account ID</td></tr></table></body></html>';
    expect(await refused('report.xls', page)).toContain('export the report as Comma Delimited .csv');
    expect(await refused('report.xls', Buffer.from(page, 'utf16le'))).toContain(
      'it is a web page named .xls',
    );
  });

  test('more columns than a sheet can have', async () => {
    const names = ['Id', 'Name', ...Array.from({ length: 19_998 }, (_, n) => `Column ${n}`)];
    expect(await refused('wide.csv', `${names.join(',')}\n1,Acme\n`)).toBe(
      'wide.csv has 20,000 columns, but no sheet has more than 16,384. It is probably not an export; delete the columns that are not needed.',
    );
  });

  test('a row of a workbook with more cells than Excel allows', async () => {
    const rows = `<row r="1">${'<c><v>1</v></c>'.repeat(16_385)}</row>`;
    expect(await refused('a.xlsx', archiveOf(workbook(rows)))).toContain('sheet1.xml is damaged');
  });

  test.each([
    [
      'half of its names in UTF-8',
      'Zoë',
      'Zo\u00eb',
      'it mixes two encodings: 3 of its accented letters are in UTF-8, 3 in another.',
    ],
    ['one name of many broken', 'Zoë', '', 'it is UTF-8 text with broken characters (1).'],
  ])('mixed encodings: %s', async (_, utf8, latin, sentence) => {
    const rows = latin === '' ? 20 : 3;
    const content = Buffer.concat([
      Buffer.from(`Id,Name\n${Array.from({ length: rows }, (_, n) => `${n},${utf8} Ltd\n`).join('')}`),
      Buffer.from(
        latin === '' ? '99,Zo\u00eb\n' : Array.from({ length: 3 }, (_, n) => `9${n},${latin} Ltd\n`).join(''),
        'latin1',
      ),
    ]);
    expect(await refused('mixed.csv', content)).toContain(`cannot be read: ${sentence}`);
  });

  test.each([
    ['nothing at all', ''],
    ['only headings', 'Id,Name\n'],
    ['only line ends', '\n\r\n\r'],
  ])('%s', async (_, content) => {
    expect(await refused('empty.csv', content)).toBe(
      'empty.csv holds no rows. Export it again and check that it is not empty.',
    );
  });
});

describe('read', () => {
  const two = [
    ['1', 'Zoë & Co', '00123'],
    ['2', 'Beta', '+1 212 555 0100'],
  ];
  const rowsOf = ({ accounts }: Awaited<ReturnType<typeof read>>) =>
    accounts.map(({ id, name, phone }) => [id, name, phone]);
  const text = ['Id,Name,Phone', ...two.map((row) => row.join(','))].join('\r\n');

  test.each([
    ['UTF-16 with its mark', Buffer.from(`\uFEFF${text}`, 'utf16le')],
    ['UTF-16 without a mark', Buffer.from(text, 'utf16le')],
    ['UTF-16 of the other byte order without a mark', Buffer.from(text, 'utf16le').swap16()],
    ['Windows-1252', Buffer.from(text, 'latin1')],
    ['lone carriage returns', text.replaceAll('\r\n', '\r')],
  ])('%s', async (_, content) => {
    expect(rowsOf(await read('a.csv', content))).toEqual(two);
  });

  test('a macro workbook: as any other, its macros untouched', async () => {
    const cells = (row: string[], n: number) =>
      `<row r="${n}">${row.map((value, at) => inlineCell(`${'ABC'[at]}${n}`, value.replace('&', '&amp;'))).join('')}</row>`;
    const parts = workbook(headings + cells(two[0] ?? [], 2) + cells(two[1] ?? [], 3));
    const content = archiveOf({ ...parts, 'xl/vbaProject.bin': 'a macro' });
    expect(rowsOf(await read('a.xlsm', content))).toEqual(two);
  });

  test('formulas by their stored results; one without a result and an error value are told', async () => {
    const rows = `${headings}
      <row r="2"><c r="A2"><v>1</v></c><c r="B2" t="str"><f>UPPER("x")</f><v>Acme</v></c><c r="C2"><f>1+1</f></c></row>
      <row r="3"><c r="A3"><v>2</v></c>${inlineCell('B3', 'Beta')}<c r="C3" t="e"><f>NA()</f><v>#N/A</v></c></row>`;
    const found = await read('a.xlsx', archiveOf(workbook(rows)));
    expect(rowsOf(found)).toEqual([
      ['1', 'Acme', ''],
      ['2', 'Beta', ''],
    ]);
    expect(found.problems).toEqual([
      '1 cell with an error value of Excel (such as #N/A) taken as blank.',
      '1 formula without a stored result taken as blank; open the file in Excel, save it and read it again.',
    ]);
  });

  test('merged cells: the value is the first cell’s, and that is told', async () => {
    const book = new ExcelJS.Workbook();
    const sheet = book.addWorksheet('A');
    for (const row of [
      ['Id', 'Name'],
      ['1', 'Acme'],
      ['2', ''],
    ])
      sheet.addRow(row);
    sheet.mergeCells('B2:B3');
    const found = await read('a.xlsx', new Uint8Array(await book.xlsx.writeBuffer()));
    expect(found.accounts.map(({ name }) => name)).toEqual(['Acme', '']);
    expect(found.problems).toContain(
      'The sheet has 1 group of merged cells; the value counts for the first cell of each only.',
    );
  });

  test('dates as text stay as they are', async () => {
    const found = await read('a.csv', 'Id,Name,Last Modified Date\n1,Acme,10/01/2026\n2,Beta,yesterday\n');
    expect(found.accounts.map(({ lastModified }) => lastModified)).toEqual(['10/01/2026', 'yesterday']);
  });

  test('two columns with one heading: the first is taken, and that is told', async () => {
    const found = await read('a.csv', 'Id,Name,Phone,Phone\n1,Acme,555,666\n');
    expect(rowsOf(found)).toEqual([['1', 'Acme', '555']]);
    expect(found.problems).toEqual(['2 columns are named “Phone”; the first of them was taken.']);
  });

  test('ids of 15 digits and leading zeros in a workbook’s cells of text and of numbers', async () => {
    const rows = `${headings}<row r="2">${inlineCell('A2', '001234567890123')}${inlineCell('B2', 'Acme')}${inlineCell('C2', '00123')}</row>
      <row r="3"><c r="A3"><v>123456789012345</v></c>${inlineCell('B3', 'Beta')}<c r="C3"><v>1.2125550100E10</v></c></row>`;
    expect(rowsOf(await read('a.xlsx', archiveOf(workbook(rows))))).toEqual([
      ['001234567890123', 'Acme', '00123'],
      ['123456789012345', 'Beta', '12125550100'],
    ]);
  });

  test('a sheet that fits is found among others, and which one is told', async () => {
    const book = new ExcelJS.Workbook();
    book.addWorksheet('Notes').addRow(['Exported by Dana on Monday']);
    const sheet = book.addWorksheet('Accounts');
    for (const row of [
      ['Account ID', 'Account Name'],
      ['1', 'Acme'],
    ])
      sheet.addRow(row);
    const content = new Uint8Array(await book.xlsx.writeBuffer());
    const found = await read('a.xlsx', content);
    expect(found.accounts.map(({ name }) => name)).toEqual(['Acme']);
    expect(found.problems).toEqual(['a.xlsx has 2 sheets, of which “Accounts” was read.']);
    const path = await fileOf('a.xlsx', content);
    const error = await errorOf(readAccountsFile(path, { map: { sheets: { accounts: 'Old' } } }, quiet));
    expect([error.code, error.data.found]).toEqual(['file-sheet', '“Notes”, “Accounts”']);
  });
});

test('a huge file of one column is refused at its first rows, not after the memory is full', async () => {
  const path = await fileOf('column.csv', 'x');
  const line = `${'some text '.repeat(10)}\n`;
  await pipeline(
    Readable.from(
      (function* () {
        yield 'Remark\n';
        for (let n = 0; n < 64; n++) yield line.repeat(10_000);
      })(),
    ),
    createWriteStream(path),
  );
  const before = process.memoryUsage().rss;
  expect((await errorOf(readAccountsFile(path, {}, quiet))).code).toBe('file-no-key');
  expect(process.memoryUsage().rss - before).toBeLessThan(256 * 2 ** 20);
  const misnamed = path.replace('.csv', '.docx');
  await rename(path, misnamed);
  expect((await errorOf(readAccountsFile(misnamed, {}, quiet))).code).toBe('file-type');
});
