import { expect, test } from 'vitest';
import { resolveOffline } from '#app/write/index.ts';
import { CustomerId } from '#shared/ids.ts';
import { aCustomer, anAccount } from '../../support/records.ts';

const pair = (customerId: string) => ({
  account: anAccount(1),
  customer: { ...aCustomer(1), id: CustomerId.parse(customerId) },
  decisionSeq: 1,
});
const file = (hasIds: boolean) => ({ kind: 'file', fileName: 'c.csv', hasIds }) as const;

test('where QuickBooks cannot be asked, a file’s ids are taken at their word', () => {
  expect(resolveOffline([pair('17')], file(true)).pairs[0]?.target.customerId).toBe('17');
});

test('a file without ids says none, even where a name is made of digits', () => {
  const { pairs, blocked } = resolveOffline([pair('1234')], file(false));
  expect(pairs).toEqual([]);
  expect(blocked[0]?.message).toContain('not known yet');
});

test('what is no QuickBooks id is not taken for one', () => {
  const { pairs, blocked } = resolveOffline([pair('=1+1')], file(true));
  expect(pairs).toEqual([]);
  expect(blocked[0]?.message).toContain('no QuickBooks id');
});
