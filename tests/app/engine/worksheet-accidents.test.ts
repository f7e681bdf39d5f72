import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { editWorkbook } from './edit-workbook.ts';
import { aCompany, type Company, findingsOf, reviewer } from './worksheet-company.ts';

const SHEETS = ['Matches', 'Accounts without match', 'Customers without match', 'Linked already'];
const GONE =
  'has a column “Decision”, but not the hidden last column “Row mark (keep)”, so nothing of it was read. Copy the decisions into a worksheet that has it.';

/** A worksheet with row 2 confirmed, and then what else happens to it. */
async function withAccident(accident: Parameters<typeof editWorkbook>[1]): Promise<Company> {
  const company = await aCompany();
  await company.save();
  await editWorkbook(company.file, (book) => {
    book.decide(2, 'confirm');
    accident(book);
  });
  return company;
}

describe('columns that were lost', () => {
  test('the hidden column deleted from one sheet: told, though the other sheets have it', async () => {
    const company = await withAccident((book) => {
      book.sheet('Matches').spliceColumns(book.column('Matches', 'Row mark (keep)'), 1);
      book.write('Accounts without match', 'A9', 'Decision', 'create-new');
    });
    const { preview, findings } = await company.read();
    expect(findings).toMatchObject([{ kind: 'new', accountId: 'A9' }]);
    expect(preview.unread).toEqual([`Sheet “Matches” ${GONE}`]);
  });

  test('the hidden column deleted from all sheets: the file is told to be a worksheet without it', async () => {
    const company = await withAccident((book) => {
      for (const name of SHEETS) {
        book.sheet(name).spliceColumns(book.column(name, 'Row mark (keep)'), 1);
      }
    });
    await expect(company.read()).rejects.toThrow(/^worksheet-marks-gone/);
  });

  test('the row of headings sorted in among the rows: told, and no row counts as unchanged', async () => {
    const company = await withAccident((book) => {
      const sheet = book.sheet('Matches');
      sheet.addRow((sheet.getRow(1).values as unknown[]).slice(1));
      sheet.spliceRows(1, 1);
    });
    const { preview, findings } = await company.read();
    expect(findings).toEqual([]);
    expect(preview.unread).toEqual([
      'Sheet “Matches” has no row of headings above its rows, so nothing of it was read. Put the headings back on top.',
    ]);
    expect(preview).toMatchObject({ rows: 15, unchanged: 7 });
  });

  test('no column of customers’ ids: told, for another customer may have been written into it', async () => {
    const company = await withAccident((book) => {
      book.sheet('Matches').getRow(1).getCell(book.column('Matches', 'Customer ID')).value = 'Kunde';
    });
    const { preview } = await company.read();
    expect(preview.unread).toEqual([expect.stringContaining('has no column “Customer ID”')]);
  });
});

describe('which customer is meant', () => {
  test('under another heading an id that was replaced confirms nobody; the others count', async () => {
    const company = await withAccident((book) => {
      const sheet = book.sheet('Matches');
      const place = book.column('Matches', 'Customer ID');
      sheet.getRow(1).getCell(place).value = 'Kunde';
      const row = book.rowOf('Matches', 'A2');
      row.getCell(place).value = '21';
      book.decide(3, 'confirm');
    });
    const { findings } = await company.read();
    expect(findings).toMatchObject([
      { kind: 'new', accountId: 'A3' },
      { kind: 'impossible', accountId: 'A2', note: expect.stringContaining('has another heading') },
    ]);
  });

  test('where the column of ids was deleted, decisions are about those that the rows were made with', async () => {
    const company = await withAccident((book) => {
      book.sheet('Matches').spliceColumns(book.column('Matches', 'Customer ID'), 1);
    });
    const { findings } = await company.read();
    expect(findings).toMatchObject([{ kind: 'new', accountId: 'A2' }]);
  });

  test('with two columns of customers’ ids nothing is confirmed', async () => {
    const company = await withAccident((book) => {
      const sheet = book.sheet('Matches');
      const place = sheet.columnCount + 1;
      sheet.getRow(1).getCell(place).value = 'Customer ID';
      book.rowOf('Matches', 'A2').getCell(place).value = '21';
    });
    const { preview, findings } = await company.read();
    expect(findings).toMatchObject([
      { kind: 'impossible', accountId: 'A2', note: expect.stringContaining('several columns “Customer ID”') },
    ]);
    expect(preview.unread).toEqual([expect.stringContaining('more than one column “Customer ID”')]);
  });

  test('where the customers were sorted apart from the accounts nobody gets another’s customer', async () => {
    const company = await withAccident((book) => {
      for (let n = 1; n <= 8; n += 1) book.write('Matches', `A${n}`, 'Customer ID', String(9 - n));
    });
    const { preview, findings } = await company.read();
    expect(preview.counts).toMatchObject({ customer: 0, new: 0, unknown: 8 });
    expect(findings[0]?.note).toContain('sorted or pasted apart');
  });

  test('a row that calls its customer otherwise is asked about, for the other one may be meant', async () => {
    const company = await withAccident((book) => {
      book.write('Matches', 'A2', 'Customer name', 'Customer 21');
    });
    expect((await company.read()).findings).toMatchObject([
      {
        kind: 'stale',
        note: 'The row calls the customer “Customer 21”, but the customer with its id is “Customer 2”.',
      },
    ]);
  });

  test('the same row in two sheets with different words names the other sheet', async () => {
    const company = await withAccident((book) => {
      const copy = book.workbook.addWorksheet('Matches (2)');
      book.sheet('Matches').eachRow((row) => copy.addRow((row.values as unknown[]).slice(1)));
      copy.getRow(3).getCell(book.column('Matches', 'Decision')).value = 'reject';
    });
    const { findings } = await company.read();
    expect(findings.map(({ note }) => note)).toEqual([
      'In the file more than once with different words (also in row 3 of “Matches (2)”).',
      'In the file more than once with different words (also in row 3 of “Matches”).',
    ]);
  });

  test('a row in which a cell was deleted or inserted is told, and not read by the wrong headings', async () => {
    const company = await withAccident((book) => {
      const cells = (book.rowOf('Matches', 'A4').values as unknown[]).slice(1);
      cells.splice(book.column('Matches', 'Decision') - 2, 1);
      book.rowOf('Matches', 'A4').values = [...cells, null] as never;
    });
    const { findings } = await company.read();
    expect(findings).toMatchObject([
      { kind: 'new', accountId: 'A2' },
      { kind: 'unknown', note: expect.stringContaining('do not stand under their headings') },
    ]);
  });
});

test('a sheet that was hidden is read, too', async () => {
  const company = await withAccident((book) => {
    book.sheet('Matches').state = 'hidden';
  });
  expect((await company.read()).findings).toMatchObject([{ kind: 'new', accountId: 'A2' }]);
});

test('a decision that a formula gives, never worked out, is told of', async () => {
  const company = await withAccident((book) => {
    const cell = book.rowOf('Matches', 'A3').getCell(book.column('Matches', 'Decision'));
    cell.value = { formula: 'IF(1=1,"confirm","")' } as never;
  });
  expect((await company.read()).preview.remarks).toEqual([
    expect.stringMatching(/^Sheet “Matches”: 1 formula without a stored result/),
  ]);
});

test('a file from a copy of the project that was exported again since is asked about, row by row', async () => {
  const company = await aCompany();
  const copy = join(company.folder, 'copy.counterpart');
  await company.call('project.close', {});
  copyFileSync(company.path, copy);
  await company.call('project.open', { path: company.path });
  await company.exportAgain(({ accounts }) => {
    Object.assign(accounts[1] ?? {}, { name: 'Somebody else' });
  });
  await company.save();
  await editWorkbook(company.file, (book) => {
    book.decide(2, 'confirm');
    book.write('Customers without match', '20', 'Decision', 'ignore');
  });
  const bob = reviewer(company.folder, 'Bob');
  await bob('project.open', { path: copy });
  const { reading } = await bob('worksheet.read', { path: company.file });
  const findings = await findingsOf(bob, reading);
  expect(findings.map(({ kind }) => kind)).toEqual(['stale', 'stale']);
  expect(findings[0]?.note).toContain('after an export that is not here');
});

test('a comment on every row is taken over with the decisions', async () => {
  const company = await withAccident((book) => {
    for (let n = 1; n <= 8; n += 1) book.write('Matches', `A${n}`, 'Comment', 'Seen');
  });
  const { preview } = await company.read();
  expect(await company.apply(preview.reading)).toMatchObject({ decided: 1, comments: 8, left: 0 });
  expect((await company.rowOf(8)).comments).toMatchObject([{ text: 'Seen' }]);
});
