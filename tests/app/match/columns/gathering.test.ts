import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Account, Customer } from '#shared/records.ts';
import { adopted, Gathering } from '../../../../app/match/columns/gathering.ts';
import { Comparer } from '../../../../app/match/compare/comparer.ts';
import type { Context } from '../../../../app/match/compare/context.ts';
import { comparisons } from '../../../../app/match/compare/levels.ts';
import { account, address, customer } from '../records.ts';
import { contextOf, counted } from '../sides.ts';

/** The customers are gathered with a vocabulary of their own, which the accounts' then adopts. */
function separately(accounts: readonly Account[], customers: readonly Customer[], country: string): Context {
  const [left, right] = [new Gathering(), new Gathering()];
  for (const one of accounts) left.addAccount(one);
  for (const one of customers) right.addCustomer(one);
  const builder = left.vocabulary;
  const sides = { accounts: left.side(country), customers: adopted(right.gathered(country), builder) };
  return counted(sides, builder);
}

const fields = fc.record({
  name: fc.constantFrom(
    '',
    'Acme Plumbing Inc',
    'Acme LLC',
    'Smith, John',
    'Bob Smith',
    '東京商事',
    'Ñandú 🍕',
  ),
  phone: fc.constantFrom('', '312 555 0123', '555-0123', '415 222 7777', '+49 30 1234567'),
  email: fc.constantFrom('', 'jo@acme.com', 'ap@acme.com; jo@gmail.com', 'info@zwick.org'),
  website: fc.constantFrom('', 'acme.com', 'acme.co.uk', 'localhost'),
  billing: fc.constantFrom(
    address({}),
    address({ street: '12 Oak St', city: 'Salem', region: 'OR', postalCode: '97301' }),
    address({ street: '14 Oak Street', city: 'Acme', country: 'USA' }),
    address({ street: 'PO Box 12', city: 'Boston' }),
  ),
});
const records = fc.array(fields, { minLength: 1, maxLength: 6 });

test('a side that was read with its own vocabulary compares as one read with the shared one', () => {
  fc.assert(
    fc.property(records, records, (left, right) => {
      const accounts = left.map(({ email, ...rest }, at) => account(`A${at}`, { ...rest, emails: [email] }));
      const customers = right.map(({ name, ...rest }, at) =>
        customer(`${at}`, { ...rest, displayName: name }),
      );
      const { context, country } = contextOf(accounts, customers);
      const [shared, own] = [new Comparer(context), new Comparer(separately(accounts, customers, country))];
      for (let a = 0; a < accounts.length; a += 1) {
        for (let c = 0; c < customers.length; c += 1) {
          const [one, other] = [shared.compare(a, c), own.compare(a, c)];
          for (const comparison of comparisons) {
            const { level, chance } = one[comparison];
            expect(other[comparison]).toMatchObject({ level, chance });
          }
        }
      }
    }),
    { numRuns: 60 },
  );
});
