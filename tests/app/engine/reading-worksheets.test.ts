import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { accountId, customerId } from '../../support/records.ts';
import { editWorkbook } from './edit-workbook.ts';
import { aCompany, findingsOf, reviewer } from './worksheet-company.ts';

describe('a worksheet that comes back', () => {
  test('as it went out changes nothing, whatever was decided and remarked before', async () => {
    const company = await aCompany();
    await company.confirm(1, 1);
    await company.call('review.decide', { accountId: accountId(2), kind: 'reject', customerId: null });
    await company.call('review.decide', { accountId: accountId(3), kind: 'skip', customerId: null });
    await company.call('review.comment', { accountId: accountId(4), text: 'Two lines,\nand =1+1' });
    await company.call('review.decideCustomers', {
      decisions: [{ customerId: customerId(20), kind: 'ignore' }],
    });
    await company.save();
    const { preview, findings } = await company.read();
    expect(findings).toEqual([]);
    expect(preview).toMatchObject({ rows: 16, unchanged: 16, agreed: 0, remarks: [] });
  });

  test('shows what was decided, takes it over as one, and one undo takes it back', async () => {
    const company = await aCompany();
    await company.confirm(1, 1);
    await company.save();
    await editWorkbook(company.file, (book) => {
      book.decide(1, 'no');
      book.decide(2, 'Confirm');
      book.decide(3, 'yes');
      book.write('Matches', 'A4', 'Customer ID', '21');
      book.write('Matches', 'A5', 'Comment', 'Ask Bo first');
      book.write('Accounts without match', 'A9', 'Decision', 'create new');
      book.write('Customers without match', '20', 'Decision', 'ignore');
    });
    const { preview, findings } = await company.read();
    expect(preview.counts).toMatchObject({ new: 4, changed: 1, customer: 1, comment: 1 });
    expect(findings.find(({ kind }) => kind === 'changed')).toMatchObject({
      sheet: 'Matches',
      name: 'Account 1',
      made: { kind: 'confirm', customerName: 'Customer 1' },
      file: { kind: 'reject', customerName: 'Customer 1' },
      now: { kind: 'confirm', customerName: 'Customer 1' },
    });
    expect((await company.rowOf(2)).state).toBe('suggested');

    expect(await company.apply(preview.reading)).toMatchObject({
      decided: 6,
      comments: 1,
      refused: [],
      left: 0,
    });
    expect(await company.rowOf(1)).toMatchObject({ state: 'rejected' });
    expect(await company.rowOf(3)).toMatchObject({ state: 'confirmed', customerId: '3' });
    const chosen = await company.rowOf(4);
    expect(chosen).toMatchObject({ state: 'confirmed', customerId: '21' });
    expect(chosen.history.at(-1)).toMatchObject({ author: 'worksheet company.xlsx' });
    expect((await company.rowOf(5)).comments).toMatchObject([
      { text: 'Ask Bo first', author: 'worksheet company.xlsx' },
    ]);
    expect((await company.rowOf(9)).state).toBe('create-new');
    expect((await company.call('review.summary', {})).customersDecided).toBe(1);

    await company.call('review.undo', {});
    expect(await company.rowOf(1)).toMatchObject({ state: 'confirmed', customerId: '1' });
    expect((await company.rowOf(3)).state).toBe('suggested');
    expect((await company.rowOf(9)).state).toBe('no-candidate');
    expect((await company.call('review.summary', {})).customersDecided).toBe(0);
    await company.call('review.redo', {});
    expect((await company.rowOf(3)).state).toBe('confirmed');
  });

  test('read again after it was taken over says nothing new', async () => {
    const company = await aCompany();
    await company.save();
    await editWorkbook(company.file, (book) => {
      book.decide(2, 'confirm');
      book.write('Matches', 'A5', 'Comment', 'Ask Bo first');
    });
    await company.apply((await company.read()).preview.reading);
    const { preview, findings } = await company.read();
    expect(findings).toEqual([]);
    expect(preview).toMatchObject({ agreed: 2, unchanged: 13 });
  });

  test('two accounts can hand their customers to each other, and undo and redo keep that whole', async () => {
    const company = await aCompany();
    await company.confirm(1, 1);
    await company.confirm(2, 2);
    await company.save();
    await editWorkbook(company.file, (book) => {
      book.write('Matches', 'A1', 'Customer ID', '2');
      book.write('Matches', 'A2', 'Customer ID', '1');
    });
    const { preview } = await company.read();
    expect(preview.counts).toMatchObject({ customer: 2, impossible: 0 });
    await company.apply(preview.reading);
    const held = async () => [(await company.rowOf(1)).customerId, (await company.rowOf(2)).customerId];
    expect(await held()).toEqual(['2', '1']);
    await company.call('review.undo', {});
    expect(await held()).toEqual(['1', '2']);
    await company.call('review.redo', {});
    expect(await held()).toEqual(['2', '1']);
  });
});

describe('what a person is asked', () => {
  test('what was decided otherwise in the app since, with both words', async () => {
    const company = await aCompany();
    await company.save();
    await company.confirm(2, 20);
    await company.call('review.decide', { accountId: accountId(3), kind: 'reject', customerId: null });
    await editWorkbook(company.file, (book) => {
      book.decide(2, 'confirm');
      book.decide(3, 'confirm');
    });
    const { preview, findings } = await company.read();
    expect(findings).toMatchObject([
      {
        kind: 'conflict',
        now: { kind: 'confirm', customerName: 'Customer 20' },
        file: { customerName: 'Customer 2' },
      },
      { kind: 'conflict', note: 'Decided in the app since, by Ann.' },
    ]);
    const kept = await company.apply(preview.reading);
    expect(kept).toMatchObject({ decided: 0, left: 2 });
    const again = await company.read();
    const ids = again.findings.map(({ id }) => id);
    expect(await company.apply(again.preview.reading, { take: ids.slice(0, 1) })).toMatchObject({
      decided: 1,
    });
    expect(await company.rowOf(2)).toMatchObject({ customerId: '2' });
    expect((await company.rowOf(3)).state).toBe('rejected');
  });

  test('decisions on records that read otherwise now, with what changed', async () => {
    const company = await aCompany();
    await company.save();
    await editWorkbook(company.file, (book) => {
      for (const n of [2, 3, 4]) book.decide(n, 'confirm');
    });
    await company.exportAgain(({ accounts, customers }) => {
      Object.assign(accounts[1] ?? {}, { phone: '555 0102' });
      Object.assign(accounts[3] ?? {}, { owner: 'Somebody else' });
      customers.splice(2, 1);
    });
    const { preview, findings } = await company.read();
    expect(findings.map(({ name, kind, note }) => [name, kind, note])).toEqual([
      ['Account 4', 'new', ''],
      ['Account 2', 'stale', 'The account’s phone changed from blank to “555 0102”.'],
      ['Account 3', 'impossible', 'The customer with the id 3 is no longer there.'],
    ]);
    const [, stale] = findings;
    const applied = await company.apply(preview.reading, { take: [stale?.id ?? -1] });
    expect(applied).toMatchObject({ decided: 2, left: 1 });
  });

  test('the same row twice: alike it counts once, unlike none counts before one is chosen', async () => {
    const company = await aCompany();
    await company.save();
    await editWorkbook(company.file, (book) => {
      const sheet = book.sheet('Matches');
      const copy = (n: number, word: string | null) => {
        const row = sheet.addRow((book.rowOf('Matches', `A${n}`).values as unknown[]).slice(1));
        row.getCell(book.column('Matches', 'Decision')).value = word;
      };
      book.decide(1, 'confirm');
      copy(1, 'yes');
      book.decide(2, 'confirm');
      copy(2, 'reject');
      copy(3, 'ignore');
    });
    const { preview, findings } = await company.read();
    expect(preview.counts).toMatchObject({ new: 1, duplicate: 3 });
    expect(preview.remarks).toEqual([
      '1 row stands in the file more than once with the same decision, which counts once.',
    ]);
    const ofTwo = findings.filter(({ accountId: id, kind }) => id === 'A2' && kind === 'duplicate');
    await expect(company.apply(preview.reading, { take: ofTwo.map(({ id }) => id) })).rejects.toThrow(
      /^worksheet-changed/,
    );
    const applied = await company.apply(preview.reading, { take: [ofTwo[1]?.id ?? -1] });
    expect(applied).toMatchObject({ decided: 2, left: 2 });
    expect((await company.rowOf(2)).state).toBe('rejected');
  });

  test('a decision that was taken out: it stays, or the row is put off', async () => {
    const company = await aCompany();
    await company.confirm(1, 1);
    await company.confirm(2, 2);
    await company.save();
    await editWorkbook(company.file, (book) => {
      book.decide(1, null);
      book.decide(2, null);
    });
    const { preview, findings } = await company.read();
    expect(findings.map(({ kind }) => kind)).toEqual(['blanked', 'blanked']);
    await company.apply(preview.reading, { kinds: ['blanked'], leave: [findings[0]?.id ?? -1] });
    expect((await company.rowOf(1)).state).toBe('confirmed');
    expect((await company.rowOf(2)).state).toBe('skipped');
  });
});

describe('what a person is told', () => {
  test('what cannot be, with why', async () => {
    const company = await aCompany();
    await company.confirm(8, 8);
    await company.save();
    await editWorkbook(company.file, (book) => {
      book.write('Matches', 'A1', 'Customer ID', '20');
      book.write('Matches', 'A2', 'Customer ID', '20');
      book.write('Matches', 'A3', 'Customer ID', '99');
      book.write('Matches', 'A4', 'Customer ID', '8');
      book.write('Matches', 'A5', 'Customer ID', null);
      book.decide(5, 'confirm');
      book.write('Matches', 'A6', 'Customer ID', '21');
      book.decide(6, 'reject');
      book.write('Accounts without match', 'A9', 'Decision', 'confirm');
      book.write('Linked already', 'A11', 'Decision', 'reject');
      book.decide(7, 'maybe');
    });
    const { preview, findings } = await company.read();
    expect(Object.fromEntries(findings.map(({ name, kind, note }) => [name, `${kind}: ${note}`]))).toEqual({
      'Account 1': expect.stringMatching(/^impossible: The file confirms this customer for Account 2/),
      'Account 2': expect.stringMatching(/^impossible: The file confirms this customer for Account 1/),
      'Account 3': 'impossible: There is no customer with the id 99.',
      'Account 4': expect.stringMatching(/^impossible: Customer 8 is already confirmed for Account 8/),
      'Account 5': 'impossible: The Customer ID of “confirm” was cleared.',
      'Account 6': expect.stringMatching(/^impossible: The row says “reject” and another Customer ID/),
      'Account 7': 'no-decision: This word is no decision.',
      'Account 9': expect.stringMatching(/^impossible: There is no customer to confirm in this row/),
      'Account 11': expect.stringMatching(/^written: Account 11 is already linked/),
    });
    expect(findings.find(({ kind }) => kind === 'no-decision')?.text).toBe('maybe');
    expect(await company.apply(preview.reading)).toMatchObject({ decided: 0, left: 9 });
  });

  test('rows that were added, whose mark was changed, or whose columns were sorted apart', async () => {
    const company = await aCompany();
    await company.save();
    await editWorkbook(company.file, (book) => {
      const sheet = book.sheet('Matches');
      const added = sheet.addRow(['A1']);
      added.getCell(book.column('Matches', 'Decision')).value = 'confirm';
      const mark = book.rowOf('Matches', 'A2').getCell(book.column('Matches', 'Row mark (keep)'));
      mark.value = `${String(mark.value)}1`;
      book.decide(2, 'confirm');
      book.decide(3, 'confirm');
      book.rowOf('Matches', 'A3').getCell(1).value = 'A4';
    });
    const { preview, findings } = await company.read();
    expect(findings.map(({ row, kind, note }) => [row, kind, note.split(',')[0]])).toEqual([
      [3, 'unknown', 'The hidden mark of this row was changed'],
      [
        4,
        'unknown',
        'The id in this row is not the one it was made with: columns were sorted or pasted apart from each other.',
      ],
      [10, 'unknown', 'This row was added to the file'],
    ]);
    expect(preview.rows).toBe(14);
  });

  test('an account that is gone, and a file of another project', async () => {
    const company = await aCompany();
    await company.save();
    await editWorkbook(company.file, (book) => book.decide(1, 'confirm'));
    await company.exportAgain(({ accounts }) => {
      accounts.splice(0, 1);
    });
    expect((await company.read()).findings).toMatchObject([
      { kind: 'unknown', note: expect.stringContaining('A1') },
    ]);
    const other = await aCompany();
    await expect(other.call('worksheet.read', { path: company.file })).rejects.toThrow(
      /^worksheet-other-project/,
    );
    await writeFile(join(company.folder, 'list.csv'), 'Account ID,Account name\nA1,Account 1\n');
    await expect(company.call('worksheet.read', { path: join(company.folder, 'list.csv') })).rejects.toThrow(
      /^worksheet-no-marks/,
    );
  });

  test('a sheet whose columns can no longer be told', async () => {
    const company = await aCompany();
    await company.save();
    await editWorkbook(company.file, (book) => {
      book.decide(1, 'confirm');
      book.sheet('Matches').getRow(1).getCell(book.column('Matches', 'Decision')).value = 'What to do';
      const customers = book.sheet('Customers without match');
      customers.getRow(1).getCell(1).value = 'Decision';
    });
    const { preview, findings } = await company.read();
    expect(findings).toEqual([]);
    expect(preview.unread).toEqual([
      'Sheet “Matches” has no column “Decision”, so no decisions were read from it. If that column has another heading now, name it “Decision” again.',
      'Sheet “Customers without match” has more than one column “Decision”, so none of them was read. Rename all but one.',
    ]);
    expect(preview).toMatchObject({ rows: 15, unchanged: 4 });
  });
});

test('sheets that were renamed, moved or added, and headings that were reworded, are read all the same', async () => {
  const company = await aCompany();
  await company.save();
  await editWorkbook(company.file, (book) => {
    book.decide(1, 'confirm');
    book.write('Accounts without match', 'A9', 'Decision', 'ignore');
    const headings = book.sheet('Matches').getRow(1);
    headings.getCell(book.column('Matches', 'Decision')).value = 'Decision (Bo)';
    headings.getCell(book.column('Matches', 'Row mark (keep)')).value = 'What is this?';
    book.sheet('Matches').name = 'For Bo';
    book.workbook.addWorksheet('Notes').addRows([['Decision'], ['confirm'], ['to be talked about']]);
  });
  const { preview, findings } = await company.read();
  expect(findings).toMatchObject([
    { kind: 'new', sheet: 'For Bo', accountId: 'A1' },
    { kind: 'new', sheet: 'Accounts without match', accountId: 'A9' },
  ]);
  expect(preview.remarks).toEqual([]);
});

test('a preview no longer holds once something was decided', async () => {
  const company = await aCompany();
  await company.save();
  await editWorkbook(company.file, (book) => book.decide(1, 'confirm'));
  const { preview } = await company.read();
  await company.confirm(2, 2);
  await expect(company.apply(preview.reading)).rejects.toThrow(/^worksheet-changed/);
  expect((await company.rowOf(1)).state).toBe('suggested');
});

test('a copy of the project reads the worksheet of the other one', async () => {
  const company = await aCompany();
  await company.save();
  await editWorkbook(company.file, (book) => book.decide(1, 'confirm'));
  const { copyFileSync } = await import('node:fs');
  await company.call('project.close', {});
  const copy = join(company.folder, 'copy.counterpart');
  copyFileSync(company.path, copy);
  const bob = reviewer(company.folder, 'Bob');
  await bob('project.open', { path: copy });
  const { reading } = await bob('worksheet.read', { path: company.file });
  expect(await findingsOf(bob, reading)).toMatchObject([{ kind: 'new', accountId: 'A1' }]);
});
