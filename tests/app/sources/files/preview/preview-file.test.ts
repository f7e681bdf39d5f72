import ExcelJS from 'exceljs';
import { describe, expect, test } from 'vitest';
import { checkFile, previewFile } from '#app/sources/files/index.ts';
import { errorOf, fileOf, fixture, quiet } from '../support.ts';

describe('the preview of a file', () => {
  test('has its columns with their first values and what they are taken for, and the first records', async () => {
    const preview = await previewFile(fixture('quickbooks-online-contact-list.csv'), 'customers', {}, quiet);
    expect(preview).toMatchObject({
      fileName: 'quickbooks-online-contact-list.csv',
      sheet: null,
      obstacle: null,
    });
    expect(preview.columns[1]).toEqual({
      heading: 'Phone Numbers',
      isRepeated: false,
      field: 'phoneNumbers',
      samples: expect.arrayContaining(['Phone:(650) 555-0311 Mobile:(650) 555-0312']),
    });
    expect(preview.records).toHaveLength(2);
    expect(preview.records[0]).toMatchObject({
      name: "Amy's Bird Sanctuary",
      phone: '(650) 555-0311',
      address: '4581 Finch St., Bayshore, CA 94326',
    });
  });

  test('takes the row for the headings that a person says, and says which rows there are', async () => {
    const text = 'Kundenliste\nName,Phone,E-Mail\nKunde,Telefon,Ort\nAcme,555 0100,Linz\n';
    const path = await fileOf('kunden.csv', text);
    const guessed = await previewFile(path, 'customers', {}, quiet);
    expect(guessed).toMatchObject({
      headingRow: 2,
      firstRows: [
        { row: 1, text: 'Kundenliste' },
        { row: 2, text: 'Name, Phone, E-Mail' },
        { row: 3, text: 'Kunde, Telefon, Ort' },
        { row: 4, text: 'Acme, 555 0100, Linz' },
      ],
    });
    const map = { customers: { displayName: 'Kunde', phone: 'Telefon' }, headingRows: { customers: 3 } };
    const chosen = await previewFile(path, 'customers', map, quiet);
    expect(chosen).toMatchObject({
      headingRow: 3,
      columns: [{ heading: 'Kunde' }, { heading: 'Telefon' }, { heading: 'Ort' }],
      records: [{ row: 4, name: 'Acme', phone: '555 0100' }],
    });
    expect(await checkFile(path, 'customers', map, quiet)).toMatchObject({ count: 1 });
    const blank = { headingRows: { customers: 9 } };
    expect(await errorOf(checkFile(path, 'customers', blank, quiet))).toMatchObject({
      code: 'file-heading-row',
    });
  });

  test('of headings that are not known says what is missing, and a map gives it', async () => {
    const unknown = await previewFile(fixture('german.csv'), 'accounts', {}, quiet);
    expect(unknown.columns.map(({ heading, field }) => [heading, field])).toEqual([
      ['Kontonummer', null],
      ['Firma', null],
      ['E-Mail', 'emails'],
      ['Rechnungs-Mail', null],
      ['Ort', null],
    ]);
    expect(unknown.obstacle).toContain('german.csv has no column that names the account');
    const map = { accounts: { id: 'Kontonummer', name: ['Firma'], emails: [] } };
    const known = await previewFile(fixture('german.csv'), 'accounts', map, quiet);
    expect(known.obstacle).toBeNull();
    expect(known.records[0]).toMatchObject({ id: 'A-1', name: 'Müller & Söhne GmbH', email: '' });
  });

  test('names the sheets of a workbook and reads the one that is wanted', async () => {
    const book = new ExcelJS.Workbook();
    for (const name of ['2025', '2026']) {
      const sheet = book.addWorksheet(name);
      for (const row of [
        ['Customer', 'Email'],
        [`Acme ${name}`, ''],
      ])
        sheet.addRow(row);
    }
    book.addWorksheet('Secret', { state: 'hidden' }).addRow(['Customer']);
    const path = await fileOf('c.xlsx', new Uint8Array(await book.xlsx.writeBuffer()));
    const plain = await previewFile(path, 'customers', {}, quiet);
    expect([plain.sheets, plain.sheet]).toEqual([['2025', '2026'], '2025']);
    const chosen = await previewFile(path, 'customers', { sheets: { customers: '2026' } }, quiet);
    expect(chosen.records[0]?.name).toBe('Acme 2026');
  });

  test('of headings alone says that there are no rows', async () => {
    const path = await fileOf('a.csv', 'Id,Name\n');
    expect((await previewFile(path, 'accounts', {}, quiet)).obstacle).toContain('holds no rows');
  });
});

describe('the check of a file', () => {
  test('counts what an import would take, and tells each problem with its column, its count and its rows', async () => {
    const rows = Array.from({ length: 1_500 }, (_, n) => `C${n},${n % 2 === 0 ? 'some' : '1'}`);
    const path = await fileOf('c.csv', `Customer,Balance\n${rows.join('\n')}\n,\n`);
    const { count, hasIds, problems } = await checkFile(path, 'customers', {}, quiet);
    expect([count, hasIds]).toEqual([1_500, false]);
    expect(problems[0]).toMatchObject({ count: 0, rows: [] });
    expect(problems[1]).toMatchObject({
      what: 'What is no amount was left out.',
      column: 'Balance',
      count: 750,
    });
    expect(problems[1]?.rows.slice(0, 3)).toEqual([2, 4, 6]);
  });

  test('counts the contacts that have an account and an address', async () => {
    const { count, problems } = await checkFile(fixture('salesforce-contacts.csv'), 'contacts', {}, quiet);
    expect(count).toBe(3);
    expect(problems.map(({ what, rows }) => [what, rows])).toEqual([
      ['salesforce-contacts.csv: A contact without an e-mail address was left out.', [3]],
      ['salesforce-contacts.csv: A contact without an Account ID was left out.', [6]],
    ]);
  });

  test('fails as an import would', async () => {
    const path = await fileOf('a.csv', 'Id,Name\n1,A\n1,B\n');
    expect((await errorOf(checkFile(path, 'accounts', {}, quiet))).code).toBe('file-duplicate-ids');
  });
});
