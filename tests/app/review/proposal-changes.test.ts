import { expect, test } from 'vitest';
import type { Proposal } from '#shared/pairs.ts';
import { Ledger } from '../../../app/review/ledger.ts';
import { changesBetween } from '../../../app/review/proposal-changes.ts';
import { aProject, aTime } from '../../support/projects.ts';
import { aCustomer, accountId, anAccount, aPair, aProposal } from '../../support/records.ts';

/** Three accounts and customers with customer 1 proposed for account 1, 2 for 2 and 3 for 3; then others. */
function changed(after: Proposal[], decide: 'skip' | null = null) {
  const project = aProject({
    accounts: [1, 2, 3].map((n) => anAccount(n)),
    customers: [1, 2, 3, 4].map((n) => aCustomer(n)),
    proposals: [1, 2, 3].map((n) => aProposal(n, [aPair(n, n)])),
  });
  if (decide !== null) {
    project.decisions.append([{ accountId: accountId(1), customerId: null, kind: decide }], 'Jo', aTime, 1);
  }
  const before = Ledger.of(project);
  project.proposals.replace(after, { model: null, at: aTime });
  return changesBetween(before, Ledger.of(project));
}

test('the same proposals are no change', () => {
  expect(changed([1, 2, 3].map((n) => aProposal(n, [aPair(n, n)])))).toEqual({ proposals: 0, gone: 0 });
});

test('another customer is a change, none any more is gone', () => {
  const after = [aProposal(1, [aPair(1, 4)]), aProposal(2, []), aProposal(3, [aPair(3, 3, 0.6, 'possible')])];
  expect(changed(after)).toEqual({ proposals: 1, gone: 1 });
});

test('a row that a person decided does not count', () => {
  const after = [aProposal(1, [aPair(1, 4)]), aProposal(2, [aPair(2, 2)]), aProposal(3, [aPair(3, 3)])];
  expect(changed(after)).toEqual({ proposals: 1, gone: 0 });
  expect(changed(after, 'skip')).toEqual({ proposals: 0, gone: 0 });
});
