import { describe, expect, test } from 'vitest';
import {
  eachBatch,
  readAccountsFile,
  readCustomersFile,
  streamAccountsFile,
  streamCustomersFile,
} from '#app/sources/files/index.ts';
import { errorOf, fileOf, fixture, quiet } from './support.ts';

const lines = (count: number, line: (i: number) => string) =>
  Array.from({ length: count }, (_, i) => line(i)).join('\n');

describe('reading some at a time', () => {
  test('gives the records of the whole file in their order, in many batches', async () => {
    const path = await fileOf('a.csv', `Id,Name,Phone\n${lines(30_000, (i) => `A${i},Company ${i},555`)}`);
    const ids: string[] = [];
    let largest = 0;
    const { origin, problems } = await eachBatch(streamAccountsFile(path, {}, quiet), (batch) => {
      largest = Math.max(largest, batch.length);
      ids.push(...batch.map(({ id }) => id));
    });
    expect(ids).toEqual(Array.from({ length: 30_000 }, (_, i) => `A${i}`));
    expect(largest).toBeLessThan(10_000);
    expect(origin.hasIds).toBe(true);
    expect(problems).toEqual([]);
  });

  test('brings the contacts to their accounts, as reading the whole does', async () => {
    const [path, contacts] = [fixture('salesforce-data-loader.csv'), fixture('salesforce-contacts.csv')];
    const { accounts, ...summary } = await readAccountsFile(path, { contacts }, quiet);
    const streamed: unknown[] = [];
    const end = await eachBatch(streamAccountsFile(path, { contacts }, quiet), (batch) => {
      streamed.push(...batch);
    });
    expect(streamed).toEqual(accounts);
    expect(end).toEqual(summary);
  });

  test('rows without an id wait until it is known whether others have one', async () => {
    const blank = lines(20_000, (i) => `,Company ${i},555`);
    const without = await fileOf('a.csv', `Id,Name,Phone\n${blank}`);
    expect((await readAccountsFile(without, {}, quiet)).accounts).toHaveLength(20_000);
    const late = await fileOf('b.csv', `Id,Name,Phone\n${blank}\n7,Acme,555\n,Beta,555\n`);
    const { accounts, problems } = await readAccountsFile(late, {}, quiet);
    expect(accounts.map(({ id }) => id)).toEqual(['7']);
    expect(problems).toEqual([
      'No id where the other rows have one; the row was left out (rows 2, 3, 4, 5, 6 and 19,996 more).',
    ]);
  });

  test('says at the end which ids parents by name have, wherever the parent stands', async () => {
    const path = await fileOf('c.csv', 'Id,Customer\n2,Acme:Roof\n1,Acme\n3,Stray:Roof\n');
    const { parents } = await eachBatch(streamCustomersFile(path, {}, quiet), () => undefined);
    expect([...parents]).toEqual([['Acme', '1']]);
    const { customers } = await readCustomersFile(path, {}, quiet);
    expect(customers.map(({ parentId }) => parentId)).toEqual(['1', '', 'Stray']);
  });

  test('doubled ids far apart are found at the end', async () => {
    const path = await fileOf('a.csv', `Id,Name\n${lines(20_000, (i) => `A${i},Company`)}\nA3,Again\n`);
    let given = 0;
    const error = await errorOf(
      eachBatch(streamAccountsFile(path, {}, quiet), (batch) => {
        given += batch.length;
      }),
    );
    expect(given).toBe(20_001);
    expect(error.data.ids).toBe('A3 (rows 5 and 20002)');
  });

  test('stops between two batches when asked to', async () => {
    const path = await fileOf('a.csv', `Id,Name\n${lines(50_000, (i) => `A${i},Company`)}`);
    const stop = new AbortController();
    let batches = 0;
    const reading = eachBatch(streamAccountsFile(path, {}, { ...quiet, signal: stop.signal }), () => {
      batches += 1;
      stop.abort();
    });
    expect((await errorOf(reading)).code).toBe('cancelled');
    expect(batches).toBe(1);
  });

  test('ends the reading when what takes the batches fails', async () => {
    const batches = streamAccountsFile(fixture('salesforce-report.csv'), {}, quiet);
    await expect(
      eachBatch(batches, () => {
        throw new Error('full');
      }),
    ).rejects.toThrow('full');
    expect(await batches.next()).toEqual({ done: true, value: undefined });
  });
});
