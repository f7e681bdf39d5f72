import { expect, test } from 'vitest';
import { accountsToCreate, likelyDuplicates } from '#app/review/index.ts';
import { atOnce } from '#shared/steps.ts';
import { Ledger } from '../../../app/review/ledger.ts';
import { aProject, aTime } from '../../support/projects.ts';
import { aCustomer, accountId, anAccount, aPair, aProposal, customerId } from '../../support/records.ts';

test('the accounts to create are those whose last word is create new, each with that decision', () => {
  const project = aProject({
    accounts: [anAccount(1), anAccount(2), anAccount(3, { linkedCustomerId: '77' })],
  });
  const said = (n: number, kind: 'create-new' | 'skip') => ({
    accountId: accountId(n),
    kind,
    customerId: null,
  });
  const decisions = [said(1, 'create-new'), said(2, 'create-new'), said(2, 'skip'), said(3, 'create-new')];
  for (const decision of decisions) project.decisions.append([decision], 'Ann', aTime, 1);
  const { accounts, changedSince } = atOnce(accountsToCreate(Ledger.of(project)));
  expect(accounts.map(({ account, decisionSeq }) => [account.id, decisionSeq])).toEqual([
    [accountId(1), 1],
    [accountId(3), 4],
  ]);
  expect(changedSince).toEqual([]);
});

test('likely duplicates are what the matcher found, also the inactive, with who has them', () => {
  const ledger = Ledger.of(
    aProject({
      accounts: [anAccount(1), anAccount(2, { linkedCustomerId: '11' })],
      customers: [aCustomer(10, { active: false }), aCustomer(11), aCustomer(12)],
      proposals: [aProposal(1, [aPair(1, 10, 0.92), aPair(1, 11, 0.7, 'possible'), aPair(1, 12, 0.1, null)])],
    }),
  );
  expect(likelyDuplicates(ledger, accountId(1))).toEqual([
    {
      id: customerId(10),
      name: 'Customer 10',
      active: false,
      score: 0.92,
      band: 'likely',
      heldBy: '',
    },
    {
      id: customerId(11),
      name: 'Customer 11',
      active: true,
      score: 0.7,
      band: 'possible',
      heldBy: 'Account 2',
    },
  ]);
  expect(likelyDuplicates(ledger, accountId(2))).toEqual([]);
});
