import { expect, test } from 'vitest';
import { readDecisionsFile } from '#app/sources/files/index.ts';
import { errorOf, fileOf, quiet } from './support.ts';

test('a list of decisions, a blank customer being none', async () => {
  const path = await fileOf(
    'd.csv',
    'account_id,customer_id,decision\n001,17,confirm\n002,,create-new\n003,9,Reject\n',
  );
  expect(await readDecisionsFile(path, quiet)).toEqual([
    { accountId: '001', customerId: '17', kind: 'confirm' },
    { accountId: '002', customerId: null, kind: 'create-new' },
    { accountId: '003', customerId: '9', kind: 'reject' },
  ]);
});

test('the apostrophe that guards a name against running as a formula is taken off', async () => {
  const path = await fileOf('d.csv', "account_id,customer_id,decision\n001,'=Cool,confirm\n002,'n Go,skip\n");
  expect((await readDecisionsFile(path, quiet)).map(({ customerId }) => customerId)).toEqual([
    '=Cool',
    "'n Go",
  ]);
});

test('rows that cannot be used are all named, and none is taken', async () => {
  const path = await fileOf(
    'd.csv',
    'account_id,customer_id,decision\n001,17,confirm\n002,18,confrim\n,19,skip\n004,20,\n',
  );
  const error = await errorOf(readDecisionsFile(path, quiet));
  expect(error.code).toBe('file-rows');
  expect(error.data.rows).toBe(
    'row 3: decision “confrim” is none of confirm, reject, skip, create-new, ignore; ' +
      'row 4: no account_id of 1 to 500 characters; ' +
      'row 5: decision “” is none of confirm, reject, skip, create-new, ignore',
  );
});

test('a file without the column decision is refused', async () => {
  const path = await fileOf('d.csv', 'account_id,customer_id\n001,17\n');
  const error = await errorOf(readDecisionsFile(path, quiet));
  expect(error.code).toBe('file-no-key');
  expect(error.data).toMatchObject({ record: 'decision', expected: 'decision' });
});
