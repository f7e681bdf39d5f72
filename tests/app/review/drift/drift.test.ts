import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Project } from '#app/project/index.ts';
import { confirmedPairs, driftedPairs, Review } from '#app/review/index.ts';
import type { DecisionKind } from '#shared/decisions.ts';
import type { Fate } from '#shared/drift.ts';
import type { Account, Customer } from '#shared/records.ts';
import { atOnce } from '#shared/steps.ts';
import { anOrganisation, aProject, aTime } from '../../../support/projects.ts';
import { aCustomer, accountId, anAccount, aPair, aProposal, customerId } from '../../../support/records.ts';

const proposals = [
  aProposal(1, [aPair(1, 1, 0.999, 'certain'), aPair(1, 2, 0.4, 'possible')]),
  aProposal(2, [aPair(2, 2, 0.999, 'certain')]),
];
const linked = anAccount(5, { linkedCustomerId: '5' });
const dangling = anAccount(6, { linkedCustomerId: '999' });

/** Accounts 1 and 2 with customers 1 and 2 proposed; 5 carries customer 5's id. */
function aReview() {
  const project = aProject({
    accounts: [anAccount(1), anAccount(2), linked, dangling],
    customers: [1, 2, 3, 5].map((n) => aCustomer(n)),
    proposals,
  });
  const review = new Review(project, 'tester', () => aTime);
  const decide = (n: number, kind: DecisionKind, customer: number | null = null) =>
    review.decide({
      accountId: accountId(n),
      kind,
      customerId: customer === null ? null : customerId(customer),
    });
  const standing = (n: number) => review.rows().find((row) => row.accountId === accountId(n));
  return { project, review, decide, standing };
}

interface Changes {
  readonly accounts?: Record<number, Partial<Account> | null>;
  readonly customers?: Record<number, Partial<Customer> | null>;
  readonly fates?: ReadonlyMap<string, Fate>;
}

/** Another export, in which these records changed; null is gone. The same proposals are made again. */
function exportAgain(project: Project, review: Review, changes: Changes): void {
  const { accounts = {}, customers = {}, fates } = changes;
  const common = { origin: anOrganisation, exportedAt: aTime, problems: [] };
  const after = <T extends { id: string }>(records: T[], of: Record<string, Partial<T> | null>) =>
    records.flatMap((record) => {
      const change = of[record.id.replace('A', '')];
      return change === null ? [] : [{ ...record, ...change }];
    });
  project.records.replace(
    {
      ...common,
      records: after(project.records.accounts(), accounts),
      ...(fates === undefined ? {} : { fates }),
    },
    { ...common, records: after(project.records.customers(), customers) },
  );
  project.proposals.replace(proposals, { model: null, at: aTime });
  review.refresh();
}

describe('a confirmed pair after another export', () => {
  test('of which nothing changed waits to be written as before', () => {
    const { project, review, decide, standing } = aReview();
    decide(1, 'confirm', 1);
    exportAgain(project, review, { accounts: { 2: { phone: '5' } }, customers: { 3: null } });
    expect(standing(1)).toMatchObject({ queue: 'done', state: 'confirmed' });
    expect(review.summary().toWrite).toBe(1);
  });

  test('whose customer was made inactive is to be looked at, and not written until it was', async () => {
    const { project, review, decide, standing } = aReview();
    decide(1, 'confirm', 1);
    exportAgain(project, review, { customers: { 1: { active: false } } });
    expect(standing(1)).toMatchObject({
      queue: 'changed-since',
      state: 'confirmed',
      reason: expect.stringContaining('Customer 1, which you confirmed, was made inactive'),
    });
    expect(review.summary().toWrite).toBe(0);
    expect(atOnce(confirmedPairs(review.ledger))).toEqual([]);
    expect(atOnce(driftedPairs(review.ledger))).toMatchObject([
      { accountId: 'A1', customerName: 'Customer 1' },
    ]);

    decide(1, 'confirm', 1);
    expect(standing(1)).toMatchObject({ queue: 'done' });
    expect(atOnce(confirmedPairs(review.ledger))).toHaveLength(1);
    await review.undo();
    expect(standing(1)?.queue).toBe('changed-since');
  });

  test('says which fields of either side changed, and what they were', () => {
    const { project, review, decide } = aReview();
    decide(1, 'confirm', 1);
    exportAgain(project, review, {
      accounts: { 1: { phone: '555 0100', annualRevenue: 5 } },
      customers: { 1: { displayName: 'Other Ltd', balance: 12 } },
    });
    expect(review.detail(accountId(1)).drift).toEqual([
      {
        sentence: 'Since you confirmed this, the account’s phone and the customer’s display name changed.',
        changes: [
          { label: 'Account: phone', before: '', after: '555 0100' },
          { label: 'Customer: display name', before: 'Customer 1', after: 'Other Ltd' },
        ],
      },
    ]);
  });

  test('is left alone by what says nothing of the business: case, space, money, dates', () => {
    const { project, review, decide, standing } = aReview();
    decide(1, 'confirm', 1);
    exportAgain(project, review, {
      accounts: { 1: { name: 'ACCOUNT  1', annualRevenue: 7, systemModstamp: 'later', owner: 'Jo' } },
      customers: { 1: { balance: 99, syncToken: '4', notes: 'called' } },
    });
    expect(standing(1)?.queue).toBe('done');
  });

  test('is left alone by a change that a later export finds taken back', () => {
    const { project, review, decide, standing } = aReview();
    decide(1, 'confirm', 1);
    exportAgain(project, review, { accounts: { 1: { phone: '1' } } });
    expect(standing(1)?.queue).toBe('changed-since');
    exportAgain(project, review, { accounts: { 1: { phone: '' } } });
    expect(standing(1)?.queue).toBe('done');
  });

  test('whose customer is gone shows the next candidate, and is confirmed by nobody but the person', async () => {
    const { project, review, decide, standing } = aReview();
    decide(1, 'confirm', 1);
    exportAgain(project, review, { customers: { 1: null } });
    expect(standing(1)).toMatchObject({
      queue: 'changed-since',
      state: 'suggested',
      customerId: '2',
      reason: expect.stringContaining('You confirmed Customer 1, which is no longer among the customers'),
    });
    await review.confirmBands(['certain', 'likely', 'possible']);
    expect(standing(1)?.queue).toBe('changed-since');
    expect(atOnce(driftedPairs(review.ledger))).toMatchObject([{ accountId: 'A1' }]);
    // Customer 2 was confirmed for account 2 with its band.
    expect(() => decide(1, 'confirm', 2)).toThrowError(/Account 2/);
    decide(1, 'confirm', 3);
    expect(standing(1)).toMatchObject({ queue: 'done', state: 'confirmed', customerId: '3' });
  });

  test('that somebody else linked to another customer says to which', () => {
    const { project, review, decide, standing } = aReview();
    decide(1, 'confirm', 1);
    exportAgain(project, review, { accounts: { 1: { linkedCustomerId: '3' } } });
    expect(standing(1)).toMatchObject({
      queue: 'changed-since',
      state: 'linked',
      reason: expect.stringContaining(
        'Somebody else linked it to Customer 3, which is not what you confirmed',
      ),
    });
    expect(atOnce(driftedPairs(review.ledger))).toHaveLength(1);
    decide(1, 'ignore');
    expect(standing(1)).toMatchObject({ queue: 'linked', state: 'linked' });
    expect(atOnce(driftedPairs(review.ledger))).toEqual([]);
  });

  test('that somebody else linked to the same customer is done', () => {
    const { project, review, decide, standing } = aReview();
    decide(1, 'confirm', 1);
    exportAgain(project, review, { accounts: { 1: { linkedCustomerId: '1' } } });
    expect(standing(1)).toMatchObject({ queue: 'done', state: 'written' });
  });
});

describe('what is held back', () => {
  test('is not let go by trying again what failed', async () => {
    const { project, review, decide, standing } = aReview();
    const { rows } = decide(1, 'confirm', 1);
    const seq = review.ledger.history.last;
    const link = {
      accountId: accountId(1),
      accountName: 'Account 1',
      customerId: customerId(1),
      customerName: 'Customer 1',
      before: { customerId: '', syncToken: '' },
      after: { customerId: '1', syncToken: '0' },
      decisionSeq: seq,
      accountModstamp: '',
    };
    const run = project.journal.begin([link], anOrganisation, 'tester', aTime);
    const outcome = {
      accountId: accountId(1),
      state: 'refused',
      message: 'changed',
      serviceMessage: '',
    } as const;
    project.journal.record(run, [outcome], aTime);
    exportAgain(project, review, { accounts: { 1: { name: 'Somebody Else Ltd' } } });
    expect(rows[0]?.state).toBe('confirmed');
    expect(standing(1)).toMatchObject({ state: 'failed', queue: 'changed-since' });
    expect(await review.retryFailed()).toBe(0);
    expect(review.summary().toWrite).toBe(0);
    expect(standing(1)?.queue).toBe('changed-since');
  });

  test('is what was decided on the former rows while the new records came', () => {
    const { project, review, standing } = aReview();
    const former = review.ledger.revision;
    exportAgain(project, review, { accounts: { 1: { name: 'Somebody Else Ltd' } } });
    const decision = { accountId: accountId(1), customerId: customerId(1), kind: 'confirm' as const };
    project.decisions.append([decision], 'tester', aTime, former);
    review.refresh();
    expect(standing(1)).toMatchObject({ state: 'confirmed', queue: 'changed-since' });
    expect(review.summary().toWrite).toBe(0);
  });

  test('is a pair of an account with a broken link, too', () => {
    const { project, review, decide, standing } = aReview();
    decide(6, 'confirm', 3);
    expect(review.summary().toWrite).toBe(1);
    exportAgain(project, review, { customers: { 3: { active: false, displayName: 'Else' } } });
    expect(standing(6)).toMatchObject({ state: 'confirmed', queue: 'changed-since' });
    expect(review.summary().toWrite).toBe(0);
    exportAgain(project, review, { customers: { 3: null } });
    expect(standing(6)).toMatchObject({ state: 'dangling', queue: 'changed-since' });
    expect([review.summary().toWrite, atOnce(confirmedPairs(review.ledger)).length]).toEqual([0, 0]);
  });

  test('is a pair that came back otherwise after it was left out or after an import, and only that', () => {
    const { project, review, decide, standing } = aReview();
    decide(1, 'confirm', 1);
    decide(2, 'confirm', 2);
    const [first, second] = project.records.accounts();
    const rest = project.records.accounts().slice(2);
    const customers = project.records.customers();
    const load = (accounts: (Account | undefined)[], kind: 'service' | 'file') => {
      const origin =
        kind === 'service' ? anOrganisation : ({ kind, fileName: 'a.csv', hasIds: true } as const);
      const common = { origin, exportedAt: aTime, problems: [] };
      const there = accounts.filter((one) => one !== undefined);
      project.records.replace({ ...common, records: there }, { ...common, records: customers });
      project.proposals.replace(proposals, { model: null, at: aTime });
      review.refresh();
    };
    load(rest, 'file');
    load([first && { ...first, name: 'Somebody Else Ltd' }, second, ...rest], 'service');
    expect(standing(1)).toMatchObject({ state: 'confirmed', queue: 'changed-since' });
    expect(standing(2)).toMatchObject({ state: 'confirmed', queue: 'done' });
  });
});

describe('a link after another export', () => {
  test.each([
    [{ accounts: { 5: { linkedCustomerId: '3' } } }, 'linked', 'the link from Customer 5 to Customer 3'],
    [
      { accounts: { 5: { linkedCustomerId: '' } } },
      'no-candidate',
      'Somebody removed the link to Customer 5',
    ],
    [
      { customers: { 5: { active: false } } },
      'linked',
      'Customer 5, to which it is linked, was made inactive',
    ],
    [
      { customers: { 5: null } },
      'dangling',
      'It is linked to Customer 5, which is no longer among the customers',
    ],
  ] as const)('is to be looked at: %j', (changes, state, words) => {
    const { project, review, decide, standing } = aReview();
    exportAgain(project, review, changes);
    expect(standing(5)).toMatchObject({
      queue: 'changed-since',
      state,
      reason: expect.stringContaining(words),
    });
    decide(5, 'ignore');
    expect(standing(5)?.queue).not.toBe('changed-since');
  });

  test('that was changed and changed back is as it was', () => {
    const { project, review, standing } = aReview();
    exportAgain(project, review, { accounts: { 5: { linkedCustomerId: '3' } } });
    exportAgain(project, review, { accounts: { 5: { linkedCustomerId: '5' } } });
    expect(standing(5)?.queue).toBe('linked');
  });

  test('that was always to an inactive customer is another matter', () => {
    const { project, review, standing } = aReview();
    exportAgain(project, review, { customers: { 5: { active: false } } });
    review.decide({ accountId: accountId(5), kind: 'ignore', customerId: null });
    exportAgain(project, review, { customers: { 5: { notes: 'x' } } });
    expect(standing(5)?.queue).toBe('linked');
  });

  test('that we wrote ourselves is no change', () => {
    const { project, review, decide, standing } = aReview();
    decide(1, 'confirm', 1);
    project.records.updateAccount(anAccount(1, { linkedCustomerId: '1' }));
    exportAgain(project, review, {});
    expect(standing(1)).toMatchObject({ queue: 'done', state: 'written' });
  });

  test('to a customer of an account that nobody decided on is not for this queue', () => {
    const { project, review, standing } = aReview();
    exportAgain(project, review, { accounts: { 2: { linkedCustomerId: '2' } } });
    expect(standing(2)).toMatchObject({ queue: 'linked' });
  });
});

describe('an account that another one was merged into', () => {
  const fates = new Map([['A1', { kind: 'merged', into: accountId(2) }] as const]);

  test('says what the other one was confirmed for', () => {
    const { project, review, decide, standing } = aReview();
    decide(1, 'confirm', 1);
    exportAgain(project, review, { accounts: { 1: null }, fates });
    expect(standing(2)).toMatchObject({
      queue: 'changed-since',
      state: 'suggested',
      reason: expect.stringContaining('Account 1, which had Customer 1, was merged into this account'),
    });
  });

  test('is well again when what was said of the other one is taken back', async () => {
    const { project, review, decide, standing } = aReview();
    decide(1, 'confirm', 1);
    exportAgain(project, review, { accounts: { 1: null }, fates });
    expect(standing(2)?.queue).toBe('changed-since');
    const change = await review.undo();
    expect(change.rows.map(({ accountId: id, queue }) => [id, queue])).toEqual([['A2', 'suggested']]);
    expect(review.summary().queues['changed-since']).toBe(0);
  });

  test('says what the other one was linked to', () => {
    const { project, review, standing } = aReview();
    const linkedFates = new Map([['A5', { kind: 'merged', into: accountId(2) }] as const]);
    exportAgain(project, review, { accounts: { 5: null }, fates: linkedFates });
    expect(standing(2)?.reason).toContain('Account 5, which had Customer 5, was merged');
  });

  test('is left alone where both had the same customer, or the other one had none', () => {
    const { project, review, decide, standing } = aReview();
    decide(2, 'confirm', 2);
    exportAgain(project, review, { accounts: { 1: null }, fates });
    expect(standing(2)?.queue).toBe('done');
  });
});

test('whatever an export changes, every account is in one queue, and only what is as decided is written', () => {
  const account = fc.constantFrom<Partial<Account> | null>(
    {},
    null,
    { linkedCustomerId: '' },
    { linkedCustomerId: '3' },
    { name: 'X' },
  );
  const customer = fc.constantFrom<Partial<Customer> | null>(
    {},
    null,
    { active: false },
    { displayName: 'Y' },
    { balance: 3 },
  );
  const round = fc.record({
    accounts: fc.record({ 1: account, 2: account, 5: account, 6: account }),
    customers: fc.record({ 1: customer, 2: customer, 5: customer }),
  });
  fc.assert(
    fc.property(fc.array(round, { minLength: 1, maxLength: 4 }), (rounds) => {
      const { project, review, decide } = aReview();
      decide(1, 'confirm', 1);
      decide(6, 'confirm', 2);
      const seen = new Map([
        [accountId(1), { account: anAccount(1), customer: aCustomer(1) }],
        [accountId(6), { account: dangling, customer: aCustomer(2) }],
      ]);
      for (const changes of rounds) exportAgain(project, review, changes);
      const rows = review.rows();
      const counts = Object.values(review.summary().queues).reduce((sum, n) => sum + n, 0);
      expect(counts).toBe(rows.length);
      for (const { account: now, customer: with_ } of atOnce(confirmedPairs(review.ledger))) {
        const before = seen.get(now.id);
        expect([now.name, with_.displayName, with_.active]).toEqual([
          before?.account.name,
          before?.customer.displayName,
          true,
        ]);
        expect(['', before?.account.linkedCustomerId]).toContain(now.linkedCustomerId);
      }
      expect(atOnce(confirmedPairs(review.ledger))).toHaveLength(review.summary().toWrite);
    }),
    { numRuns: 20 },
  );
});
