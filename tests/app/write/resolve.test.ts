import { describe, expect, test } from 'vitest';
import { resolveFromExport, resolveFromFile, withoutDoubleClaims } from '#app/write/index.ts';
import { CustomerId } from '#shared/ids.ts';
import { atOnce } from '#shared/steps.ts';
import { aCustomer, anAccount, customerId } from '../../support/records.ts';

const aConfirmed = (account: number, customer: number) => ({
  account: anAccount(account),
  customer: aCustomer(customer),
  decisionSeq: account,
});

describe('what a confirmed pair is to write', () => {
  test('after an export, the customer’s own id and SyncToken', () => {
    const { pairs } = atOnce(resolveFromExport([aConfirmed(1, 10)]));
    expect(pairs[0]?.target).toEqual({ customerId: '10', syncToken: '0' });
  });

  test('after a file without ids, the id that QuickBooks knows under the name; unknown names are blocked', async () => {
    const known = new Map([['Customer 10', customerId(77)]]);
    const named = (n: number) => {
      const pair = aConfirmed(n, n);
      return { ...pair, customer: { ...pair.customer, id: CustomerId.parse(pair.customer.displayName) } };
    };
    const { pairs, blocked } = await resolveFromFile(
      [named(10), named(11)],
      { kind: 'file', fileName: 'customers.csv', hasIds: false },
      {
        findByDisplayName: async () => known,
        readCustomers: async () =>
          new Map([[customerId(77), { displayName: 'Customer 10', syncToken: '4', active: true }]]),
      },
      new AbortController().signal,
    );
    expect(pairs.map(({ target }) => target)).toEqual([{ customerId: '77', syncToken: '4' }]);
    expect(blocked).toMatchObject([{ accountId: 'A11', message: expect.stringContaining('no customer') }]);
  });
});

describe('one customer confirmed for two accounts', () => {
  test('is written to neither, and each is told of the other', () => {
    const found = atOnce(resolveFromExport([aConfirmed(1, 10), aConfirmed(2, 10), aConfirmed(3, 11)]));
    const { pairs, blocked } = atOnce(withoutDoubleClaims(found));
    expect(pairs.map(({ account }) => account.id)).toEqual(['A3']);
    expect(
      blocked.map(({ accountId, message }) => [
        accountId,
        message.includes(accountId === 'A1' ? 'Account 2' : 'Account 1'),
      ]),
    ).toEqual([
      ['A1', true],
      ['A2', true],
    ]);
  });

  test('nor is it where another account carries its id already', () => {
    const carrier = anAccount(9, { linkedCustomerId: '10' });
    const found = atOnce(resolveFromExport([aConfirmed(1, 10), aConfirmed(3, 11)]));
    const { pairs, blocked } = atOnce(withoutDoubleClaims(found, [carrier, anAccount(1), anAccount(3)]));
    expect(pairs.map(({ account }) => account.id)).toEqual(['A3']);
    expect(blocked).toMatchObject([
      { accountId: 'A1', message: expect.stringMatching(/^Account 9 .* carries/) },
    ]);
  });

  test('an account that carries the id itself is in nobody’s way', () => {
    const itself = anAccount(1, { linkedCustomerId: '10' });
    const found = atOnce(resolveFromExport([{ ...aConfirmed(1, 10), account: itself }]));
    expect(atOnce(withoutDoubleClaims(found, [itself])).pairs).toHaveLength(1);
  });
});
