import { expect, test } from 'vitest';
import { CustomerId } from '#shared/ids.ts';
import type { CustomerRow, CustomerRows } from '#shared/review.ts';
import type { Call } from '../../../../renderer/door/client.ts';
import { readCustomers } from '../../../../renderer/review/customers/read-customers.ts';

const row = (id: string): CustomerRow => ({
  customerId: CustomerId.parse(id),
  name: '',
  place: '',
  active: true,
  subCustomer: false,
  balance: 0,
  currency: '',
  state: 'no-match',
  nearest: null,
});

/** A call that gives these pieces one after the other, and what it was asked for. */
function pieces(...given: readonly (readonly [number, number | null, ...string[]])[]) {
  const asked: number[] = [];
  const call = (async (_method: string, { from }: { from: number }): Promise<CustomerRows> => {
    const [revision, next, ...ids] = given[asked.push(from) - 1] ?? [0, null];
    return { revision, next, rows: ids.map(row) };
  }) as unknown as Call;
  return { call, asked };
}

const { signal } = new AbortController();
const idsOf = async (call: Call) => (await readCustomers(call, signal)).map(({ customerId }) => customerId);

test('customers are read piece by piece, a piece without any is not the last', async () => {
  const { call, asked } = pieces([1, 5, 'a', 'b'], [1, 10], [1, null, 'c']);
  expect(await idsOf(call)).toEqual(['a', 'b', 'c']);
  expect(asked).toEqual([0, 5, 10]);
});

test('customers of which others were decided meanwhile are read from the first one again', async () => {
  const { call, asked } = pieces([1, 5, 'a'], [2, null, 'b'], [2, 5, 'b'], [2, null, 'c']);
  expect(await idsOf(call)).toEqual(['b', 'c']);
  expect(asked).toEqual([0, 5, 0, 5]);
});

test('nobody is asked for customers that are not wanted any more', async () => {
  const { call, asked } = pieces([1, null, 'a']);
  await expect(readCustomers(call, AbortSignal.abort())).rejects.toThrow();
  expect(asked).toEqual([]);
});
