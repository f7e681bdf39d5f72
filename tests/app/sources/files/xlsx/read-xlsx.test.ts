import ExcelJS from 'exceljs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { errorOf, fileOf, quiet, rowsOf } from '../support.ts';
import { archiveOf, type WorkbookParts, workbookParts } from './archive-of.ts';

const bytesOf = async (fill: (workbook: ExcelJS.Workbook) => void) => {
  const workbook = new ExcelJS.Workbook();
  fill(workbook);
  return new Uint8Array(await workbook.xlsx.writeBuffer());
};
const rowsOfBytes = async (bytes: Uint8Array) => await rowsOf(await fileOf('x.xlsx', bytes));
const cellsOf = async (content: WorkbookParts) =>
  (await rowsOfBytes(archiveOf(workbookParts(content)))).map(({ cells }) => cells);

describe('what exceljs writes', () => {
  test('every kind of value becomes the text that a person sees', async () => {
    const bytes = await bytesOf((workbook) => {
      const sheet = workbook.addWorksheet('A');
      sheet.addRow(['text', 'number', 'date', 'time', 'flag', 'rich', 'link', 'formula', 'error']);
      sheet.addRow([
        '00123',
        100000000012345,
        new Date(Date.UTC(2026, 10, 23)),
        new Date(Date.UTC(2026, 10, 23, 9, 30)),
        true,
        { richText: [{ text: 'Müller ' }, { font: { bold: true }, text: '& Söhne' }] },
        { text: 'acme.example', hyperlink: 'https://acme.example' },
        { formula: 'A2&"x"', result: '00123x' },
        { error: '#N/A' },
      ]);
      sheet.getCell('C2').numFmt = 'yyyy-mm-dd';
      sheet.getCell('D2').numFmt = 'dd/mm/yyyy hh:mm';
    });
    expect((await rowsOfBytes(bytes))[1]?.cells).toEqual([
      '00123',
      '100000000012345',
      '2026-11-23',
      '2026-11-23T09:30:00',
      'TRUE',
      'Müller & Söhne',
      'acme.example',
      '00123x',
      '',
    ]);
  });

  test('the first sheet that has rows is read; blank rows keep their numbers', async () => {
    const bytes = await bytesOf((workbook) => {
      workbook.addWorksheet('Empty');
      const hidden = workbook.addWorksheet('Hidden', { state: 'hidden' });
      hidden.addRow(['hidden']);
      const sheet = workbook.addWorksheet('Data');
      sheet.getCell('B2').value = 'Name';
      sheet.getCell('A5').value = 1;
      sheet.getCell('A7').value = ' ';
      workbook.addWorksheet('Later').addRow(['later']);
    });
    expect(await rowsOfBytes(bytes)).toEqual([
      { number: 2, cells: ['', 'Name'] },
      { number: 5, cells: ['1'] },
    ]);
  });

  test('whatever texts are written are read again', async () => {
    // exceljs itself drops control characters, and leaves `_x…_` without the escape that Excel would write.
    const text = fc
      .string({ unit: 'grapheme', minLength: 1 })
      .filter((one) => one.trim() !== '' && !/[\p{Cc}\p{Cs}\ufffe\uffff]|_x/u.test(one));
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(text, text), { minLength: 1, maxLength: 6 }), async (rows) => {
        const bytes = await bytesOf((workbook) => workbook.addWorksheet('A').addRows(rows));
        expect((await rowsOfBytes(bytes)).map(({ cells }) => cells)).toEqual(rows);
      }),
      { numRuns: 25 },
    );
  });
});

describe('what other programs write', () => {
  test('shared strings: runs are joined, the phonetic reading of Japanese names is left out', async () => {
    const strings =
      '<si><t>東京電力</t><rPh sb="0" eb="4"><t>トウキョウデンリョク</t></rPh><phoneticPr fontId="1"/></si>' +
      '<si><r><t>A</t></r><r><rPr><b/></rPr><t xml:space="preserve"> &amp; B</t></r></si>';
    const rows = '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c></row>';
    expect(await cellsOf({ sheets: [{ rows }], strings })).toEqual([['東京電力', 'A & B']]);
  });

  test('inline strings with runs, escapes and CDATA', async () => {
    const rows =
      '<row r="1"><c r="A1" t="inlineStr"><is><r><t>Ac</t></r><r><t>me</t></r></is></c>' +
      '<c r="B1" t="inlineStr"><is><t>a_x000D_\nb _x005F_x0041_</t></is></c>' +
      '<c r="C1" t="str"><v>&amp;lt; &#233; &#x1F3EA;</v></c>' +
      '<c r="D1" t="inlineStr"><is><t><![CDATA[<b>&amp;]]></t></is></c></row>';
    expect(await cellsOf({ sheets: [{ rows }] })).toEqual([
      ['Acme', 'a\r\nb _x0041_', '&lt; é 🏪', '<b>&amp;'],
    ]);
  });

  test('elements with a prefix, parts with other names, tabs in another order than their files', async () => {
    const parts = workbookParts({
      sheets: [
        {
          rows: '<row r="1"><c r="A1" t="inlineStr"><is><t>first tab</t></is></c></row>',
          part: 'sheets/Z.xml',
        },
        { rows: '<row r="1"><c r="A1"><v>2</v></c></row>' },
      ],
    });
    const prefixed = Object.fromEntries(
      Object.entries(parts).map(([name, xml]) => [
        name,
        name.startsWith('xl/') && !name.includes('_rels')
          ? xml.replace(/<(\/?)(?=\w)/g, '<$1x:').replace('xmlns=', 'xmlns:x=')
          : xml,
      ]),
    );
    const rows = await rowsOfBytes(archiveOf(prefixed));
    expect(rows).toEqual([{ number: 1, cells: ['first tab'] }]);
  });

  test('rows and cells without a reference follow the one before', async () => {
    const rows =
      '<row><c><v>1</v></c><c><v>2</v></c></row><row r="7"><c r="B7"><v>3</v></c><c><v>4</v></c></row>';
    const found = await rowsOfBytes(archiveOf(workbookParts({ sheets: [{ rows }] })));
    expect(found).toEqual([
      { number: 1, cells: ['1', '2'] },
      { number: 7, cells: ['', '3', '4'] },
    ]);
  });

  test('digits in a mask keep their zeros; the 1904 calendar counts from its own day', async () => {
    const styles =
      '<numFmts><numFmt numFmtId="164" formatCode="00000"/></numFmts><cellStyleXfs><xf numFmtId="9"/></cellStyleXfs>' +
      '<cellXfs><xf numFmtId="0"/><xf numFmtId="164"/><xf numFmtId="14"/></cellXfs>';
    const rows = '<row r="1"><c r="A1" s="1"><v>2134</v></c><c r="B1" s="2"><v>44521</v></c></row>';
    const properties = '<workbookPr date1904="1"/>';
    expect(await cellsOf({ sheets: [{ rows }], styles })).toEqual([['02134', '2021-11-21']]);
    expect(await cellsOf({ sheets: [{ rows }], styles, properties })).toEqual([['02134', '2025-11-22']]);
  });

  test('letters beyond ASCII stay whole over many chunks', async () => {
    const names = Array.from({ length: 8000 }, (_, i) => `${i} ${'東京ö🏪'.repeat(1 + (i % 7))}`);
    const rows = names.map((name) => `<row><c t="inlineStr"><is><t>${name}</t></is></c></row>`).join('');
    expect(await cellsOf({ sheets: [{ rows }] })).toEqual(names.map((name) => [name]));
  });

  test('parts that are stored without packing', async () => {
    const rows = '<row r="1"><c r="A1"><v>1</v></c></row>';
    const bytes = archiveOf(workbookParts({ sheets: [{ rows }] }), false);
    expect(await rowsOfBytes(bytes)).toEqual([{ number: 1, cells: ['1'] }]);
  });
});

describe('files that are no workbook', () => {
  const good = archiveOf(workbookParts({ sheets: [{ rows: '<row r="1"><c r="A1"><v>1</v></c></row>' }] }));
  const failure = async (bytes: Uint8Array) => {
    const { code, data } = await errorOf(rowsOfBytes(bytes));
    return [code, data.detail];
  };

  test('an old workbook is told apart from a damaged one', async () => {
    expect(await failure(Buffer.from('d0cf11e0a1b11ae1'.padEnd(2048, '0'), 'hex'))).toEqual([
      'file-format',
      'it is an old Excel workbook (.xls); open it in Excel and save it as .xlsx',
    ]);
  });

  test('a text with the wrong ending, and an archive of something else', async () => {
    expect(await failure(Buffer.from('Id,Name\n1,Acme\n'))).toEqual([
      'file-format',
      'it is a text file named like a workbook; give it the ending .csv',
    ]);
    expect(await failure(archiveOf({ 'readme.txt': 'x' }))).toEqual([
      'file-unreadable',
      'it is no Excel workbook',
    ]);
  });

  test('a sheet whose XML ends too early', async () => {
    const parts = workbookParts({ sheets: [{ rows: '' }] });
    const cut = { ...parts, 'xl/worksheets/sheet1.xml': '<worksheet><sheetData><row r="1">' };
    expect(await failure(archiveOf(cut))).toEqual([
      'file-unreadable',
      'its part xl/worksheets/sheet1.xml is damaged',
    ]);
  });

  test('a document type, by which a small file could grow to a huge one', async () => {
    const parts = workbookParts({ sheets: [{ rows: '' }] });
    const bomb = {
      ...parts,
      'xl/sharedStrings.xml': '<!DOCTYPE sst [<!ENTITY a "aaaa">]><sst><si><t>&a;</t></si></sst>',
    };
    expect(await failure(archiveOf(bomb))).toEqual([
      'file-unreadable',
      'its part xl/sharedStrings.xml is damaged',
    ]);
  });

  test('a file cut anywhere ends in an error, never in half of its rows', async () => {
    for (let length = 1; length < good.length; length += 7) {
      expect((await failure(good.subarray(0, length)))[0]).toBe('file-unreadable');
    }
  });

  test('a byte changed anywhere gives the same rows or an error, and always an end', async () => {
    const rows = await rowsOfBytes(good);
    for (let at = 0; at < good.length; at += 3) {
      const bytes = Buffer.from(good);
      bytes[at] = (bytes[at] ?? 0) ^ 0x55;
      const outcome = await rowsOfBytes(bytes).catch((error) => error.code);
      expect([rows, [], 'file-unreadable']).toContainEqual(outcome);
    }
  });

  test('a digit that was changed on the way is noticed by the checksum', async () => {
    const stored = archiveOf(
      workbookParts({ sheets: [{ rows: '<row r="1"><c r="A1"><v>1</v></c></row>' }] }),
      false,
    );
    stored[stored.indexOf('<v>1</v>') + 3] = '7'.charCodeAt(0);
    expect(await failure(stored)).toEqual([
      'file-unreadable',
      'its part xl/worksheets/sheet1.xml is damaged',
    ]);
  });

  test('stopping ends the reading', async () => {
    const path = await fileOf('x.xlsx', good);
    const error = await errorOf(rowsOf(path, { ...quiet, signal: AbortSignal.abort() }));
    expect(error.code).toBe('cancelled');
  });
});
