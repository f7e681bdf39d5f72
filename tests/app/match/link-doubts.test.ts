import { expect, test } from 'vitest';
import { Crew, LiveMatch, Pace } from '#app/match/index.ts';
import type { Account, Customer } from '#shared/records.ts';
import { madeUp } from './made-up.ts';
import { account, address, customer } from './records.ts';
import { sidesOf } from './sides.ts';

async function doubtsOf(accounts: readonly Account[], customers: readonly Customer[]) {
  const sides = sidesOf(accounts, customers);
  const { matched } = await LiveMatch.start(sides, new Crew(1), new Pace({}));
  return [...matched.doubts()].filter((doubt) => doubt !== null);
}

const { accounts, customers } = madeUp(120, 6);
const salem = address({ street: '12 Oak St', city: 'Salem', region: 'OR', postalCode: '97301' });
const reno = address({ street: '900 Pine Ave', city: 'Reno', region: 'NV', postalCode: '89501' });
const linked = (more: Partial<Account>) =>
  account('L1', { name: 'Quimby Optics', linkedCustomerId: '7777', ...more });

test('a link between records that differ in everything is doubted, with the reason', async () => {
  const other = customer('7777', { displayName: 'Zebra Foundry', phone: '415 222 7777', billing: reno });
  const doubts = await doubtsOf(
    [...accounts, linked({ phone: '503 555 0123', billing: salem })],
    [...customers, other],
  );
  expect(doubts).toEqual([{ accountId: 'L1', customerId: '7777', reason: 'Name and city differ' }]);
});

test.each([
  ['of one name', { displayName: 'QUIMBY OPTICS LLC', phone: '415 222 7777', billing: reno }],
  ['of one phone under other names', { displayName: 'Zebra Foundry', phone: '503 555 0123' }],
  ['of which one says nothing', { displayName: '' }],
])('a link between records %s is not', async (_what, fields) => {
  const doubts = await doubtsOf(
    [...accounts, linked({ phone: '503 555 0123', billing: salem })],
    [...customers, customer('7777', fields)],
  );
  expect(doubts).toEqual([]);
});
