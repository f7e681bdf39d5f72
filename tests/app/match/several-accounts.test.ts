import { expect, test } from 'vitest';
import { noTeaching } from '#shared/matching.ts';
import { match } from '../../../app/match/index.ts';
import { account, customer } from './records.ts';

const accounts = ['A1', 'A2'].map((id) =>
  account(id, { name: 'Quimby Boatyard', phone: '312-555-0100', emails: ['office@quimbyboats.com'] }),
);
const customers = [
  customer('C1', { displayName: 'Quimby Boatyard', phone: '312-555-0100', email: 'office@quimbyboats.com' }),
];

test('two accounts on one customer are a conflict', async () => {
  const { proposals } = await match({ accounts, customers });
  expect(proposals.map(({ state }) => state)).toEqual(['conflict', 'conflict']);
});

test('where a customer may have several accounts, it is proposed to each', async () => {
  const teaching = { ...noTeaching, policy: { subCustomers: true, severalAccounts: true } };
  const { proposals } = await match({ accounts, customers, teaching });
  expect(proposals.map(({ state, candidates }) => [state, candidates[0]?.customerId])).toEqual([
    ['suggested', 'C1'],
    ['suggested', 'C1'],
  ]);
});
