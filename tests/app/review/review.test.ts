import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { match } from '#app/match/index.ts';
import { openProject } from '#app/project/index.ts';
import { decidedPairs, Review, settledRejections } from '#app/review/index.ts';
import { usualPolicy } from '#shared/matching.ts';
import { anOrganisation, aProject, aTime } from '../../support/projects.ts';
import { aCustomer, accountId, anAccount, aPair, aProposal, customerId } from '../../support/records.ts';

/** Accounts 1–4 with customers 1–4 proposed; 5 carries customer 5's id; 6 carries an id that nobody has. */
function aReview() {
  const project = aProject({
    accounts: [
      ...[1, 2, 3, 4].map((n) => anAccount(n)),
      anAccount(5, { linkedCustomerId: '5' }),
      anAccount(6, { linkedCustomerId: '600' }),
    ],
    customers: [1, 2, 3, 4, 5, 6, 7].map((n) => aCustomer(n)),
    proposals: [
      aProposal(1, [aPair(1, 1, 0.999, 'certain'), aPair(1, 2, 0.4, 'possible')]),
      aProposal(2, [aPair(2, 2, 0.999, 'certain')]),
      aProposal(3, [aPair(3, 3, 0.95, 'likely')]),
      aProposal(
        4,
        [aPair(4, 4, 0.9, 'likely')],
        [{ kind: 'account', accountId: accountId(3), margin: 0.01 }],
      ),
      aProposal(6, [aPair(6, 6, 0.999, 'certain')]),
    ],
  });
  return { project, review: new Review(project, 'tester', () => aTime) };
}

const stateOf = (review: Review, n: number) =>
  review.rows().find((row) => row.accountId === accountId(n))?.state;
const confirm = (n: number, customer: number | null = null) => ({
  accountId: accountId(n),
  kind: 'confirm' as const,
  customerId: customer === null ? null : customerId(customer),
});

describe('deciding a row', () => {
  test('confirms the customer that the row shows, and gives every row that changes', () => {
    const { review } = aReview();
    const change = review.decide(confirm(1));
    expect(change.rows[0]).toMatchObject({ accountId: 'A1', state: 'confirmed', customerId: '1' });
    expect(change.summary.toWrite).toBe(1);
    expect(change.focus).toBe('A1');
  });

  test('is on disk when it answers', () => {
    const { project, review } = aReview();
    review.decide(confirm(1));
    const other = openProject(project.path);
    expect(other.decisions.entries()).toMatchObject([
      { kind: 'confirm', accountId: 'A1', customerId: '1', author: 'tester' },
    ]);
    other.close();
  });

  test('one customer for one account: the second is told who has it', () => {
    const { review } = aReview();
    review.decide(confirm(2, 1));
    expect(() => review.decide(confirm(1, 1))).toThrow(/already confirmed for Account 2/);
    expect(() => review.decide(confirm(1, 5))).toThrow(/already linked to Account 5/);
  });

  test('a linked account is not decided', () => {
    const { review } = aReview();
    expect(() => review.decide(confirm(5, 7))).toThrow(
      expect.objectContaining({ code: 'decision-already-linked' }),
    );
  });

  test('taking a customer away moves the account that was to have it to its next candidate', () => {
    const { review } = aReview();
    const { rows } = review.decide(confirm(3, 2));
    expect(rows.find((row) => row.accountId === accountId(2))).toMatchObject({
      state: 'no-candidate',
      customerId: null,
    });
    expect(rows.find((row) => row.accountId === accountId(1))).toMatchObject({
      state: 'suggested',
      customerId: '1',
    });
  });

  test('a rival’s confirmation elsewhere ends a conflict', () => {
    const { review } = aReview();
    expect(stateOf(review, 4)).toBe('conflict');
    review.decide(confirm(3));
    expect(stateOf(review, 4)).toBe('suggested');
  });
});

test('a row whose link has just been written is not decided or undone any more', async () => {
  const { review } = aReview();
  review.decide(confirm(1));
  review.noteWritten(anAccount(1, { linkedCustomerId: '1' }));
  expect(stateOf(review, 1)).toBe('written');
  await expect(review.undo()).rejects.toMatchObject({ code: 'decision-written' });
  expect(() => review.decide({ ...confirm(1), kind: 'reject' })).toThrow(
    expect.objectContaining({ code: 'decision-already-linked' }),
  );
});

describe('bulk decisions', () => {
  test('confirm only undecided suggestions of the band: no conflict, no dangling link', async () => {
    const { review } = aReview();
    expect(await review.confirmBands(['certain', 'likely'])).toEqual({
      decided: 3,
      unchanged: 0,
      refused: [],
    });
    expect([1, 2, 3, 4, 6].map((n) => stateOf(review, n))).toEqual([
      'confirmed',
      'confirmed',
      'confirmed',
      'suggested',
      'dangling',
    ]);
  });

  test('leave what a person decided', async () => {
    const { review } = aReview();
    review.decide({ accountId: accountId(1), kind: 'skip', customerId: null });
    await review.confirmBands(['certain']);
    expect(stateOf(review, 1)).toBe('skipped');
  });

  test('are one undo', async () => {
    const { review } = aReview();
    await review.confirmBands(['certain', 'likely']);
    expect(review.summary().undo).toBe('confirmed 3 accounts');
    await review.undo();
    expect(review.summary().toWrite).toBe(0);
  });

  test('from a list: what is impossible is refused by row, the rest is done, a repeat changes nothing', async () => {
    const { review } = aReview();
    const list = [
      confirm(1, 1),
      confirm(2, 1),
      confirm(5, 7),
      { ...confirm(3), accountId: accountId('none') },
    ];
    const first = await review.decideMany(list);
    expect(first.decided).toBe(1);
    expect(first.refused.map(({ accountId: id }) => id)).toEqual(['A2', 'A5', 'Anone']);
    expect(await review.decideMany([confirm(1, 1)])).toEqual({ decided: 0, unchanged: 1, refused: [] });
  });
});

describe('undo and redo', () => {
  test('bring every row back to what it was, through any sequence of decisions', async () => {
    const kinds = ['confirm', 'reject', 'skip', 'create-new', 'ignore'] as const;
    const decision = fc.record({ n: fc.integer({ min: 1, max: 6 }), kind: fc.constantFrom(...kinds) });
    await fc.assert(
      fc.asyncProperty(fc.array(decision, { maxLength: 12 }), async (wanted) => {
        const { project, review } = aReview();
        const trail = [review.rows()];
        for (const { n, kind } of wanted) {
          if ((await review.decideMany([{ accountId: accountId(n), customerId: null, kind }])).decided > 0)
            trail.push(review.rows());
        }
        const last = trail.length - 1;
        for (let i = last - 1; i >= 0; i--) {
          await review.undo();
          expect(review.rows()).toEqual(trail[i]);
        }
        for (let i = 1; i <= last; i++) {
          await review.redo();
          expect(review.rows()).toEqual(trail[i]);
        }
        expect(new Review(project, 'another', () => aTime).rows()).toEqual(trail[last]);
      }),
      { numRuns: 30 },
    );
  });

  test('read again give the same rows, however decisions, changed records and matches follow each other', async () => {
    const kinds = ['confirm', 'reject', 'skip', 'create-new', 'ignore'] as const;
    const step = fc.oneof(
      {
        weight: 4,
        arbitrary: fc.record({ do: fc.constantFrom(...kinds), n: fc.integer({ min: 1, max: 4 }) }),
      },
      fc.record({ do: fc.constantFrom('undo', 'redo', 'match'), n: fc.constant(0) }),
      { weight: 2, arbitrary: fc.record({ do: fc.constant('change'), n: fc.integer({ min: 1, max: 4 }) }) },
    );
    const told = (review: Review) => ({
      rows: review.rows(),
      details: review.rows().map((row) => review.detail(row.accountId)),
      pairs: decidedPairs(review.ledger),
      settled: settledRejections(review.ledger),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 14 }), async (steps) => {
        const { project, review } = aReview();
        const phones = new Map<number, number>();
        for (const { do: what, n } of steps) {
          const kind = kinds.find((one) => one === what);
          if (kind !== undefined)
            await review.decideMany([{ accountId: accountId(n), customerId: null, kind }]);
          else if (what === 'undo' && review.summary().undo !== null) await review.undo();
          else if (what === 'redo' && review.summary().redo !== null) await review.redo();
          else if (what === 'match') {
            const { proposals } = review.ledger;
            const settled = settledRejections(review.ledger);
            const lastDecision = review.ledger.history.last;
            const told = { policy: usualPolicy, pins: [], lastDecision, lesson: null, settled, doubts: [] };
            const outlines = [...proposals.values()];
            const again = outlines.map((one) => ({
              ...one,
              candidates: one.candidates.map((pair) => ({ ...pair, evidence: [] })),
            }));
            project.proposals.replace(again, { model: null, at: aTime, record: told });
            review.refresh();
          } else if (what === 'change') {
            phones.set(n, (phones.get(n) ?? 0) + 1);
            const { accounts, customers } = review.ledger;
            const common = { origin: anOrganisation, exportedAt: aTime, problems: [] };
            const records = [...accounts.values()].map((account, index) => {
              const phone = phones.get(index + 1);
              return phone === undefined ? account : { ...account, phone: `555-010${phone}` };
            });
            project.records.replace({ ...common, records }, { ...common, records: [...customers.values()] });
            review.refresh();
          }
        }
        expect(told(new Review(project, 'another', () => aTime))).toEqual(told(review));
      }),
      { numRuns: 25 },
    );
  });

  test('with nothing to undo or redo say so', async () => {
    const { review } = aReview();
    await expect(review.undo()).rejects.toMatchObject({ code: 'decision-nothing-to-undo' });
    await expect(review.redo()).rejects.toMatchObject({ code: 'decision-nothing-to-redo' });
  });
});

describe('searching for another customer', () => {
  test.each([
    ['words of the name in any order', 'mechanical cascade', 'Cascade Mechanical'],
    ['a typing error', 'cascde metal', 'Cascade Metals'],
    ['an e-mail', 'ap@cascademech.com', 'Cascade Mechanical'],
    ['a phone', '555-0142', 'Cascade Mechanical'],
    ['the company behind a person', 'okafor logistics', 'Okafor, Daniel'],
  ])('finds by %s', async (_case, query, expected) => {
    const project = aProject({
      customers: [
        aCustomer(1, {
          displayName: 'Cascade Mechanical',
          email: 'ap@cascademech.com',
          phone: '(253) 555-0142',
        }),
        aCustomer(2, { displayName: 'Cascade Metals' }),
        aCustomer(31, { displayName: 'Okafor, Daniel', companyName: 'Okafor Logistics' }),
      ],
    });
    const review = new Review(project, 'tester', () => aTime);
    expect((await review.search(query, 10, null))[0]?.name).toBe(expected);
    expect(await review.search('   ', 10, null)).toEqual([]);
  });

  test('says who already has a customer', async () => {
    const { review } = aReview();
    review.decide(confirm(1));
    expect(await review.search('Customer 1', 1, null)).toMatchObject([
      { customerId: '1', takenBy: 'Account 1' },
    ]);
  });
});

describe('a found customer', () => {
  test('comes with the pair that was proposed for the account, and nothing of it without one', async () => {
    const { project, review } = aReview();
    const { accounts, customers } = review.ledger;
    const { model } = await match({ accounts: [...accounts.values()], customers: [...customers.values()] });
    project.proposals.replace([aProposal(1, [aPair(1, 2, 0.4, 'possible')])], { model, at: aTime });
    review.refresh();
    const [second] = await review.search('Customer 2', 1, accountId(1));
    expect(second).toMatchObject({ customerId: '2', score: 0.4, band: 'possible' });
    const [third] = await review.search('Customer 3', 1, accountId(1));
    expect(third?.score).toBeLessThan(0.4);
    expect(third?.reason).not.toBe('');
    expect(await review.search('Customer 3', 1, null)).toMatchObject([
      { score: null, band: null, reason: '' },
    ]);
  });

  test('says nothing of a pair before the first match', async () => {
    const { review } = aReview();
    expect(await review.search('Customer 2', 1, accountId(1))).toMatchObject([{ score: null, reason: '' }]);
  });
});

describe('a project read in small steps', () => {
  test('has the rows and the counts of one read at once, with what was decided meanwhile', async () => {
    const accounts = Array.from({ length: 2_100 }, (_, n) => anAccount(n + 1));
    const project = aProject({ accounts });
    const review = new Review(project, 'tester', () => aTime);
    let turns = 0;
    await review.load(
      async () => {
        turns += 1;
        const entry = { accountId: accountId(turns), customerId: null, kind: 'create-new' } as const;
        project.decisions.append([entry], 'another', aTime, 1);
      },
      () => true,
    );
    expect(review.summary().states['create-new']).toBe(turns);
    const anew = new Review(project, 'tester', () => aTime);
    expect(review.rows()).toEqual(anew.rows());
    expect(review.summary()).toEqual(anew.summary());
  });

  test('is left unread as soon as nobody wants it', async () => {
    const { project } = aReview();
    const review = new Review(project, 'tester', () => aTime);
    let turns = 0;
    await review.load(
      async () => {
        turns += 1;
      },
      () => turns < 2,
    );
    expect(turns).toBe(2);
  });
});

test('rows are handed over in pieces, under a number that changes when they are others', async () => {
  const project = aProject({ accounts: Array.from({ length: 2_100 }, (_, n) => anAccount(n + 1)) });
  const review = new Review(project, 'tester', () => aTime);
  const [first, second] = [review.rowsFrom(0), review.rowsFrom(2_000)];
  expect([...first.rows, ...second.rows]).toEqual(review.rows());
  expect([first.rows.length, first.total, second.revision]).toEqual([2_000, 2_100, first.revision]);
  review.decide({ accountId: accountId(1), kind: 'create-new', customerId: null });
  expect(review.rowsFrom(0).revision).toBe(first.revision);
  await review.renew();
  expect(review.rowsFrom(0).revision).not.toBe(first.revision);
});

test('a rule that is chosen while the rows are read again counts in the rows that come of it', async () => {
  const project = aProject({ accounts: [1, 2, 3].map((n) => anAccount(n)), customers: [aCustomer(1)] });
  const review = new Review(project, 'me', () => aTime);
  for (const turn of [1, 2, 3, 4]) {
    const severalAccounts = turn % 2 === 1;
    let turns = 0;
    await review.reload(async () => {
      turns += 1;
      if (turns !== turn) return;
      project.teaching.choosePolicy({ ...usualPolicy, severalAccounts });
      await review.renew();
    });
    expect(review.ledger.severalAccounts).toBe(project.teaching.policy().severalAccounts);
  }
});
