import { expect, test } from 'vitest';
import { linksOf, planOf } from '#app/write/index.ts';
import { anOrganisation } from '../../support/projects.ts';
import { aCustomer, anAccount } from '../../support/records.ts';

const confirmed = (account: number, customer: number) => ({
  account: anAccount(account),
  customer: aCustomer(customer),
  decisionSeq: account,
  target: { customerId: String(customer), syncToken: '0' },
});

const warningsOf = (links: ReturnType<typeof linksOf>) => links.map(({ warnings }) => warnings);

test('a customer that gets several accounts is warned of at each of its links, and in the plan', () => {
  const links = linksOf([confirmed(1, 10), confirmed(2, 10), confirmed(3, 11)]);
  expect(warningsOf(links)).toEqual([['several-accounts'], ['several-accounts'], []]);
  expect(planOf(links, [], anOrganisation, null).warnings).toEqual(['several-accounts']);
});

test('so is one that another account carries already', () => {
  const linked = anAccount(9, { linkedCustomerId: '10' });
  expect(warningsOf(linksOf([confirmed(1, 10), confirmed(2, 11)], [linked]))).toEqual([
    ['several-accounts'],
    [],
  ]);
});

test('an account that carries the very id is not another one', () => {
  const pair = confirmed(1, 10);
  const account = { ...pair.account, linkedCustomerId: '10' };
  expect(warningsOf(linksOf([{ ...pair, account }], [account]))).toEqual([['replaces-dangling-id']]);
});
