import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Holders } from '../../../app/review/holders.ts';
import { accountId, customerId } from '../../support/records.ts';

test('holds what was last set for each account, and tells the customers that a change is about', () => {
  const change = fc.record({ account: fc.nat(4), customer: fc.option(fc.nat(3)) });
  fc.assert(
    fc.property(fc.array(change), (changes) => {
      const holders = new Holders();
      const held = new Map<number, number | null>();
      for (const { account, customer } of changes) {
        const before = held.get(account) ?? null;
        const about = before === customer ? [] : [before, customer].filter((one) => one !== null);
        const told = holders.set(accountId(account), customer === null ? null : customerId(customer));
        expect(told).toEqual(about.map(String));
        held.set(account, customer);
      }
      for (const customer of [0, 1, 2, 3]) {
        const expected = [...held].filter(([, of]) => of === customer).map(([account]) => accountId(account));
        expect(holders.of(customerId(customer)).sort()).toEqual(expected.sort());
      }
    }),
  );
});
