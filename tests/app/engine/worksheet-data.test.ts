import { describe, expect, test } from 'vitest';
import { changesOf } from '#app/engine/worksheet/changes.ts';
import { evidenceOf } from '#app/engine/worksheet/evidence.ts';
import { sortedOut } from '#app/engine/worksheet/sorted-out.ts';
import { Review } from '#app/review/index.ts';
import type { Evidence } from '#shared/pairs.ts';
import { aProject, aTime } from '../../support/projects.ts';
import { aCustomer, accountId, anAccount, aPair, aProposal, customerId } from '../../support/records.ts';

const compared = (level: string, bits: number): Evidence => {
  return { field: 'name', level, label: level, bits, accountValue: '', customerValue: '' };
};
const withEvidence = (account: number, customer: number, score: number) => ({
  ...aPair(account, customer, score),
  evidence: [compared('same', 10), compared('missing', 0)],
});

/** 1 is linked, 2 carries an id that no customer has, 3 and 4 tie for customer 3, 5 has a proposal, 6 has none. */
function aCase() {
  const project = aProject({
    accounts: [
      anAccount(1, { linkedCustomerId: '1' }),
      anAccount(2, { linkedCustomerId: '99' }),
      anAccount(3),
      anAccount(4),
      anAccount(5, { name: 'Five', phone: '555' }),
      anAccount(6),
    ],
    customers: [1, 2, 3, 5].map((n) => aCustomer(n)),
    proposals: [
      aProposal(2, [aPair(2, 2, 0.9)]),
      aProposal(3, [withEvidence(3, 3, 0.5)], [{ kind: 'account', accountId: accountId(4), margin: 0 }]),
      aProposal(4, [withEvidence(4, 3, 0.5)], [{ kind: 'account', accountId: accountId(3), margin: 0 }]),
      aProposal(5, [withEvidence(5, 5, 0.9)]),
      aProposal(6, []),
    ],
  });
  return { project, review: new Review(project, 'Ann', () => aTime) };
}
const sorted = (review: Review) => sortedOut(review.ledger, review.rows());
const accountsOf = (rows: readonly { readonly account: { readonly id: string } }[]) =>
  rows.map(({ account }) => account.id);

describe('the accounts of a worksheet', () => {
  test('are each on one sheet: with the links, the conflicts, the matches or those without', async () => {
    const { matches, conflicts, accountsWithoutMatch, linked } = await sorted(aCase().review);
    expect(accountsOf(linked)).toEqual(['A1', 'A2']);
    expect(accountsOf(conflicts)).toEqual(['A3', 'A4']);
    expect(conflicts.map(({ group }) => group)).toEqual([1, 1]);
    expect(accountsOf(matches)).toEqual(['A5']);
    expect(accountsOf(accountsWithoutMatch)).toEqual(['A6']);
  });

  test('have their evidence listed, the conflicts first, but not what is missing on a side', async () => {
    const { project, review } = aCase();
    const comparisons = [...evidenceOf(project, await sorted(review))];
    expect(accountsOf(comparisons)).toEqual(['A3', 'A4', 'A5']);
    expect(comparisons.map(({ evidence }) => evidence.level)).toEqual(['same', 'same', 'same']);
  });
});

describe('the changes of a worksheet', () => {
  test('are the decisions, newest first, with what was taken back, and what the next sync overwrites', async () => {
    const { review } = aCase();
    review.decide({ accountId: accountId(6), customerId: null, kind: 'skip' });
    review.undo();
    review.decide({ accountId: accountId(5), customerId: customerId(5), kind: 'confirm' });
    const changes = [...changesOf(review.ledger, await sorted(review))];
    const decisions = changes.flatMap((change) =>
      change.kind === 'decision' ? [[change.decision, change.accountId, change.author, change.inForce]] : [],
    );
    expect(decisions).toEqual([
      ['confirm', 'A5', 'Ann', true],
      ['skip', 'A6', 'Ann', false],
    ]);
    expect(changes).toContainEqual(
      expect.objectContaining({ kind: 'overwrite', accountId: 'A5', field: 'Phone', to: '555' }),
    );
  });
});
