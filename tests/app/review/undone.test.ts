import { describe, expect, test } from 'vitest';
import { confirmedPairs, Review } from '#app/review/index.ts';
import type { RunId } from '#shared/ids.ts';
import { atOnce } from '#shared/steps.ts';
import { anOrganisation, aProject, aTime } from '../../support/projects.ts';
import { aCustomer, accountId, anAccount, aPair, aProposal, customerId } from '../../support/records.ts';

/** Account 1 with customer 1 proposed as certain and customer 2 as possible. */
function aReview() {
  const project = aProject({
    accounts: [anAccount(1), anAccount(2)],
    customers: [aCustomer(1), aCustomer(2)],
    proposals: [aProposal(1, [aPair(1, 1, 0.999, 'certain'), aPair(1, 2, 0.4, 'possible')])],
  });
  return { project, review: new Review(project, 'tester', () => aTime) };
}

type Given = ReturnType<typeof aReview>;

const one = accountId(1);
const decide = ({ review }: Given, kind: 'confirm' | 'reject' | 'skip' | 'create-new', customer = 1) =>
  review.decide({ accountId: one, kind, customerId: customerId(customer) });

const link = { customerId: '1', syncToken: '0' };
const blank = { customerId: '', syncToken: '' };

/** A run that is done with account 1, from its last decision, and the project's copy of the account after it. */
function run(
  { project, review }: Given,
  undoes?: RunId,
  linked: boolean = undoes === undefined,
  found = linked ? blank : link,
): RunId {
  const decisionSeq = review.ledger.history.all(one).at(-1)?.entry.seq ?? 0;
  const entry = {
    accountId: one,
    accountName: 'Account 1',
    customerId: customerId(1),
    customerName: 'Customer 1',
    before: found,
    after: linked ? link : blank,
    decisionSeq,
    accountModstamp: '',
  };
  const id = project.journal.begin([entry], anOrganisation, 'Ann', aTime, undoes);
  project.journal.record(id, [{ accountId: one, state: 'done', message: '', serviceMessage: '' }], aTime);
  project.records.updateAccount(anAccount(1, { linkedCustomerId: linked ? '1' : '' }));
  review.refresh();
  return id;
}

const row = ({ review }: Given) => review.detail(one).row;
const undone = 'Undone by Ann on 3 Feb 2026; it was linked to Customer 1, confirm again to link';

describe('an account whose link was undone', () => {
  test('is as open as before it was confirmed, and says who undid it; nothing waits to be written', () => {
    const given = aReview();
    decide(given, 'confirm');
    const first = run(given);
    expect(row(given)).toMatchObject({ state: 'written', queue: 'done' });
    run(given, first);
    expect(row(given)).toMatchObject({
      state: 'suggested',
      queue: 'suggested',
      customerId: '1',
      reason: `${undone}. Name agrees`,
    });
    expect(atOnce(confirmedPairs(given.review.ledger))).toEqual([]);
    expect(given.review.summary()).toMatchObject({ toWrite: 0 });
    expect(given.review.detail(one)).toMatchObject({
      undone,
      history: [{ kind: 'confirm', undone: true }],
    });
  });

  test('frees its customer for another account', () => {
    const given = aReview();
    decide(given, 'confirm');
    run(given, run(given));
    const change = given.review.decide({
      accountId: accountId(2),
      kind: 'confirm',
      customerId: customerId(1),
    });
    expect(change.rows[0]).toMatchObject({ accountId: accountId(2), state: 'confirmed' });
  });

  test('is not confirmed again with many others, only by itself; then it is written again', async () => {
    const given = aReview();
    decide(given, 'confirm');
    run(given, run(given));
    expect((await given.review.confirmBands(['certain'])).decided).toBe(0);
    expect((await given.review.preview([one], 'confirm')).leftOut).toEqual([
      { why: 'undone-before', count: 1 },
    ]);
    decide(given, 'confirm');
    expect(row(given)).toMatchObject({ state: 'confirmed', reason: 'Name agrees' });
    expect(atOnce(confirmedPairs(given.review.ledger))).toHaveLength(1);
  });

  test('does not fall back on what was said before the confirmation, but for rejections', () => {
    const given = aReview();
    decide(given, 'reject', 2);
    decide(given, 'create-new');
    decide(given, 'confirm');
    decide(given, 'confirm');
    run(given, run(given));
    expect(row(given).state).toBe('suggested');
    expect([...given.review.ledger.rejectionsOf(one).inForce]).toEqual(['2']);
  });

  test('stays what the person says of it afterwards', () => {
    const given = aReview();
    decide(given, 'confirm');
    run(given, run(given));
    decide(given, 'skip');
    expect(row(given)).toMatchObject({ state: 'skipped', reason: 'Name agrees' });
  });

  test('stays open whatever undo and redo do to the decision that was undone', async () => {
    const given = aReview();
    decide(given, 'confirm');
    run(given, run(given));
    await given.review.undo();
    await given.review.redo();
    expect(row(given).state).toBe('suggested');
  });

  test('is open again also where the undo found it without its link already', () => {
    const given = aReview();
    decide(given, 'confirm');
    run(given, run(given), false, blank);
    expect(row(given)).toMatchObject({ state: 'suggested', queue: 'suggested' });
    expect(atOnce(confirmedPairs(given.review.ledger))).toEqual([]);
  });

  test('is written and decided again once the undo is undone', () => {
    const given = aReview();
    decide(given, 'confirm');
    const back = run(given, run(given));
    run(given, back, true);
    expect(row(given)).toMatchObject({ state: 'written', customerId: '1', reason: 'Name agrees' });
    expect(given.review.detail(one).history).toMatchObject([{ kind: 'confirm', undone: false }]);
  });
});
