import { expect, test } from 'vitest';
import { LikelyAccounts } from '#app/review/index.ts';
import { atOnce } from '#shared/steps.ts';
import { Ledger } from '../../../../app/review/ledger.ts';
import type { ComparePairs } from '../../../../app/review/pairs-with.ts';
import { aProject } from '../../../support/projects.ts';
import { aCustomer, accountId, anAccount, aPair } from '../../../support/records.ts';

test('accounts that share a name, a number or an address are found, linked ones too, and each is compared once', () => {
  const customer = aCustomer(9, {
    displayName: 'Grünwald Söhne',
    phone: '+49 30 5550100',
    email: 'a@x.test, b@y.test',
  });
  const accounts = [
    anAccount(1, { name: 'Soehne', phone: '030-555 0100' }),
    anAccount(2, { name: 'GRUNWALD  SOHNE', linkedCustomerId: '7' }),
    anAccount(3, { name: 'Nobody', emails: ['B@Y.test'] }),
    anAccount(4, { name: 'Somebody else' }),
  ];
  const project = aProject({ accounts, customers: [customer, aCustomer(7, { displayName: 'Seven' })] });
  const likely = atOnce(LikelyAccounts.reading(Ledger.of(project)));
  const compared: string[] = [];
  const compare: ComparePairs = (pairs) =>
    pairs.map(([{ id }]) => {
      compared.push(id);
      return id === accountId(3) ? aPair(3, 9, 0.2, null) : aPair(1, 9, id === accountId(2) ? 0.9 : 0.6);
    });
  atOnce(likely.finding([customer, customer], compare));
  atOnce(likely.finding([customer], compare));
  expect(compared.sort()).toEqual([accountId(1), accountId(2), accountId(3)]);
  expect(likely.of(customer.id)).toMatchObject([
    { id: accountId(2), score: 0.9, heldBy: 'Seven' },
    { id: accountId(1), score: 0.6, heldBy: '' },
  ]);
});
