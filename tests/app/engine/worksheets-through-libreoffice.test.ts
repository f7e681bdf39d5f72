import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { accountId, customerId } from '../../support/records.ts';
import { editWorkbook } from './edit-workbook.ts';
import { libreOffice, resave } from './office.ts';
import { aCompany, findingsOf } from './worksheet-company.ts';

const office = libreOffice();

test.skipIf(office === null)(
  'a worksheet that LibreOffice opened and saved says what it said, and what was decided in it (skipped without LibreOffice)',
  { timeout: 400_000 },
  async () => {
    if (office === null) return;
    const company = await aCompany();
    await company.confirm(1, 1);
    await company.call('review.comment', { accountId: accountId(4), text: 'Two lines,\nand “quotes” = 1' });
    await company.call('review.decideCustomers', {
      decisions: [{ customerId: customerId(20), kind: 'ignore' }],
    });
    await company.save();
    const folder = join(company.folder, 'resaved');
    mkdirSync(folder);
    const saved = join(folder, 'company.xlsx');

    resave(office, company.file, folder, 'xlsx');
    const untouched = await company.call('worksheet.read', { path: saved });
    expect(await findingsOf(company.call, untouched.reading)).toEqual([]);
    expect(untouched).toMatchObject({ rows: 15, unchanged: 15, remarks: [] });

    await editWorkbook(company.file, (book) => {
      book.decide(1, 'reject');
      book.decide(2, 'confirm');
      book.write('Matches', 'A3', 'Customer ID', '21');
      book.write('Matches', 'A5', 'Comment', 'Ask Bo\nfirst');
      book.write('Accounts without match', 'A9', 'Decision', 'create-new');
      book.write('Customers without match', '20', 'Decision', 'skip');
    });
    resave(office, company.file, folder, 'xlsx');
    const { reading, counts } = await company.call('worksheet.read', { path: saved });
    expect(counts).toMatchObject({ new: 2, changed: 2, customer: 1, comment: 1 });
    expect(await company.apply(reading)).toMatchObject({ decided: 5, comments: 1, refused: [], left: 0 });
    expect(await company.rowOf(3)).toMatchObject({ state: 'confirmed', customerId: '21' });
    expect((await company.rowOf(5)).comments).toMatchObject([{ text: 'Ask Bo\nfirst' }]);
  },
);

test.skipIf(office === null)(
  'a sheet that LibreOffice saved as CSV is read, too (skipped without LibreOffice)',
  { timeout: 400_000 },
  async () => {
    if (office === null) return;
    const company = await aCompany();
    await company.save();
    await editWorkbook(company.file, (book) => {
      book.decide(2, 'confirm');
      for (const { name } of [...book.workbook.worksheets]) {
        if (name !== 'Matches') book.workbook.removeWorksheet(name);
      }
    });
    resave(office, company.file, company.folder, 'csv');
    const { reading, rows } = await company.call('worksheet.read', {
      path: join(company.folder, 'company.csv'),
    });
    expect(rows).toBe(8);
    expect(await findingsOf(company.call, reading)).toMatchObject([
      { kind: 'new', accountId: 'A2', sheet: 'company.csv', row: 3 },
    ]);
  },
);
