import { expect, test } from 'vitest';
import { type LinkToWrite, linksOf, previewOf } from '#app/write/index.ts';
import { atOnce } from '#shared/steps.ts';
import { anOrganisation } from '../../support/projects.ts';
import { aCustomer, anAccount } from '../../support/records.ts';

const confirmed = (account: number, customer: number) => ({
  account: anAccount(account),
  customer: aCustomer(customer),
  decisionSeq: account,
  target: { customerId: String(customer), syncToken: '0' },
});

const warningsOf = (links: readonly LinkToWrite[]) => links.map(({ warnings }) => warnings);

test('a customer that gets several accounts is warned of at each of its links, and in the plan', () => {
  const links = atOnce(linksOf([confirmed(1, 10), confirmed(2, 10), confirmed(3, 11)]));
  expect(warningsOf(links)).toEqual([['several-accounts'], ['several-accounts'], []]);
  expect(atOnce(previewOf(links, [], anOrganisation, null)).warnings).toEqual({ 'several-accounts': 2 });
});

test('so is one that another account carries already', () => {
  const linked = anAccount(9, { linkedCustomerId: '10' });
  expect(warningsOf(atOnce(linksOf([confirmed(1, 10), confirmed(2, 11)], [linked])))).toEqual([
    ['several-accounts'],
    [],
  ]);
});

test('an account that carries the very id is not another one', () => {
  const pair = confirmed(1, 10);
  const account = { ...pair.account, linkedCustomerId: '10' };
  expect(warningsOf(atOnce(linksOf([{ ...pair, account }], [account])))).toEqual([['replaces-dangling-id']]);
});
