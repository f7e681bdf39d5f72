import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { LogEntry } from '#app/project/index.ts';
import { History, planningMerge, Review } from '#app/review/index.ts';
import type { DecisionKind } from '#shared/decisions.ts';
import { atOnce } from '#shared/steps.ts';
import { aProject, aTime } from '../../../support/projects.ts';
import { aCustomer, accountId, anAccount, aPair, aProposal, customerId } from '../../../support/records.ts';

type Said = readonly [kind: DecisionKind | 'undo', account?: number, customer?: number];

/** A log of what somebody said, one batch a line; `at` counts from where the copies parted. */
function log(author: string, said: readonly Said[], before: readonly LogEntry[] = []): LogEntry[] {
  const entries = [...before];
  let batch = before.length;
  for (const [kind, account = 1, customer] of said) {
    const seq = entries.length + 1;
    const at = `2026-01-01T00:00:${String(seq).padStart(2, '0')}Z`;
    if (kind === 'undo') {
      entries.push({ type: 'undo', seq, batch, author, at });
      batch -= 1;
      continue;
    }
    batch = seq;
    entries.push({
      type: 'decision',
      seq,
      batch,
      kind,
      accountId: accountId(account),
      customerId: customer === undefined ? null : customerId(customer),
      author,
      at,
      evidence: null,
      basis: 0,
    });
  }
  return entries;
}

const mergePlan = (ours: History, theirs: History) => atOnce(planningMerge(ours, theirs));

function merged(ours: readonly Said[], theirs: readonly Said[], common: readonly Said[] = []) {
  const before = log('Jo', common);
  const plan = mergePlan(new History(log('Ann', ours, before)), new History(log('Bob', theirs, before)));
  return {
    adopted: plan.adopted.map(({ kind, accountId: account, customerId: customer, author }) => [
      kind,
      account,
      customer,
      author,
    ]),
    agreed: plan.agreed,
    disagreements: plan.disagreements.map(({ ours: mine, theirs: other }) => [
      mine === null ? null : [mine.kind, mine.customerId],
      other === null ? null : [other.kind, other.customerId],
    ]),
  };
}

const nothing = { adopted: [], agreed: 0, disagreements: [] };

describe('two reviewers of one project', () => {
  test('who decided different accounts add up', () => {
    expect(merged([['confirm', 1, 1]], [['confirm', 2, 2]])).toEqual({
      ...nothing,
      adopted: [['confirm', 'A2', '2', 'Bob']],
    });
  });

  test('are asked where one of them undid a link that both had confirmed', () => {
    const both = log('Jo', [['confirm', 1, 1]]);
    const takenBack = { upTo: 1, except: null };
    const undone = new History(both, new Map([[accountId(1), { takenBack }]]));
    expect(mergePlan(undone, new History(both)).disagreements).toMatchObject([
      { ours: null, theirs: { kind: 'confirm' } },
    ]);
    expect(mergePlan(undone, undone)).toEqual(nothing);
  });

  test('who had the same before and did nothing since have nothing to merge', () => {
    expect(
      merged(
        [],
        [],
        [
          ['confirm', 1, 1],
          ['ignore', 2],
        ],
      ),
    ).toEqual(nothing);
  });

  test('one of whom went on from what both had is followed', () => {
    expect(merged([], [['confirm', 1, 2]], [['reject', 1, 1]])).toEqual({
      ...nothing,
      adopted: [['confirm', 'A1', '2', 'Bob']],
    });
    expect(merged([['confirm', 1, 2]], [], [['reject', 1, 1]])).toEqual(nothing);
  });

  test('who say the same each for themselves agree', () => {
    expect(
      merged(
        [['confirm', 1, 1]],
        [
          ['reject', 1, 2],
          ['confirm', 1, 1],
        ],
      ),
    ).toEqual({
      ...nothing,
      agreed: 1,
    });
    expect(merged([['reject', 1, 1]], [['reject', 1, 1]])).toEqual({ ...nothing, agreed: 1 });
  });

  test.each<[string, Said[], Said[], unknown]>([
    [
      'different customers',
      [['confirm', 1, 1]],
      [['confirm', 1, 2]],
      [
        ['confirm', '1'],
        ['confirm', '2'],
      ],
    ],
    [
      'confirm and create',
      [['confirm', 1, 1]],
      [['create-new', 1]],
      [
        ['confirm', '1'],
        ['create-new', null],
      ],
    ],
    [
      'confirm and reject',
      [['confirm', 1, 1]],
      [['reject', 1, 1]],
      [
        ['confirm', '1'],
        ['reject', '1'],
      ],
    ],
    [
      'reject and confirm',
      [['reject', 1, 1]],
      [['confirm', 1, 1]],
      [
        ['reject', '1'],
        ['confirm', '1'],
      ],
    ],
  ])('who say different things disagree: %s', (_case, ours, theirs, words) => {
    expect(merged(ours, theirs)).toEqual({ ...nothing, disagreements: [words] });
  });

  test('add up what they rejected, and a confirmation that neither rejected is taken', () => {
    expect(merged([['reject', 1, 1]], [['reject', 1, 2]])).toEqual({
      ...nothing,
      adopted: [['reject', 'A1', '2', 'Bob']],
    });
    expect(merged([['reject', 1, 1]], [['confirm', 1, 2]])).toEqual({
      ...nothing,
      adopted: [['confirm', 'A1', '2', 'Bob']],
    });
    expect(merged([['confirm', 1, 2]], [['reject', 1, 1]])).toEqual(nothing);
  });

  test('do not take what was given up on the way', () => {
    const given: Said[] = [['ignore', 1]];
    // Bob confirmed by mistake and went back to what both had said.
    expect(
      merged(
        [],
        [
          ['confirm', 1, 1],
          ['ignore', 1],
        ],
        given,
      ),
    ).toEqual({ ...nothing, agreed: 1 });
    expect(
      merged(
        [],
        [
          ['confirm', 1, 1],
          ['reject', 1, 1],
        ],
        [['reject', 1, 1]],
      ),
    ).toEqual(nothing);
    expect(
      merged(
        [],
        [
          ['ignore', 1],
          ['confirm', 1, 1],
        ],
        [['confirm', 1, 1]],
      ),
    ).toEqual({
      ...nothing,
      agreed: 1,
    });
    expect(
      merged(
        [],
        [
          ['confirm', 1, 1],
          ['confirm', 1, 2],
        ],
      ),
    ).toEqual({
      ...nothing,
      adopted: [['confirm', 'A1', '2', 'Bob']],
    });
  });

  test('one of whom took a word back disagree, whatever else was said there', () => {
    const common: Said[] = [['confirm', 1, 1]];
    for (const since of [
      ['skip', 1],
      ['reject', 1, 2],
    ] as Said[]) {
      expect(merged([['undo'], since], [], common)).toMatchObject({
        adopted: [],
        disagreements: [
          [
            [since[0], since[2] === undefined ? null : '2'],
            ['confirm', '1'],
          ],
        ],
      });
    }
    expect(merged([['undo'], ['reject', 1, 2]], [['reject', 1, 3]], common)).toMatchObject({
      adopted: [],
      disagreements: [
        [
          ['reject', '2'],
          ['reject', '3'],
        ],
      ],
    });
  });

  test('let a skip give way', () => {
    expect(merged([['skip', 1]], [['confirm', 1, 1]]).adopted).toHaveLength(1);
    expect(merged([['confirm', 1, 1]], [['skip', 1]])).toEqual(nothing);
  });

  test('one of whom took back what both had disagree', () => {
    const common: Said[] = [['confirm', 1, 1]];
    expect(merged([], [['undo']], common)).toEqual({
      ...nothing,
      disagreements: [[['confirm', '1'], null]],
    });
    expect(merged([['undo']], [], common)).toEqual({
      ...nothing,
      disagreements: [[null, ['confirm', '1']]],
    });
  });
});

const said = fc.oneof(
  fc.constant<Said>(['undo']),
  fc.tuple(
    fc.constantFrom<DecisionKind>('confirm', 'reject', 'skip', 'create-new', 'ignore'),
    fc.integer({ min: 1, max: 3 }),
    fc.integer({ min: 1, max: 3 }),
  ),
);
const someSaid = fc.array(said, { maxLength: 6 });

test('merging a second time adds nothing, and merging with oneself finds nothing', () => {
  fc.assert(
    fc.property(someSaid, someSaid, someSaid, (common, ours, theirs) => {
      const before = log('Jo', common);
      const mine = log('Ann', ours, before);
      const other = new History(log('Bob', theirs, before));
      expect(mergePlan(new History(mine), new History(mine))).toEqual(nothing);
      const { adopted } = mergePlan(new History(mine), other);
      const after = [...mine];
      for (const entry of adopted) after.push({ ...entry, seq: after.length + 1, batch: 1_000 });
      expect(mergePlan(new History(after), other).adopted).toEqual([]);
    }),
    { numRuns: 2_000 },
  );
});

/** A review with one account and three customers, of which these things were said. */
function aReviewOf(entries: readonly LogEntry[]) {
  const project = aProject({
    accounts: [anAccount(1), anAccount(2), anAccount(3)],
    customers: [aCustomer(1), aCustomer(2), aCustomer(3)],
    proposals: [1, 2, 3].map((n) => aProposal(n, [aPair(n, 1), aPair(n, 2), aPair(n, 3)])),
  });
  for (const entry of entries) {
    const at = new Date(entry.at);
    if (entry.type === 'decision') project.decisions.append([entry], entry.author, at, 1);
    else if (entry.type === 'undo') {
      const [last] = new History(project.decisions.entries()).nextUndo();
      if (last !== undefined) project.decisions.appendReversal('undo', last.batch, entry.author, at);
    }
  }
  return new Review(project, 'Ann', () => aTime);
}

test('whatever two reviewers said, merging confirms nothing that stood confirmed with neither of them', async () => {
  await fc.assert(
    fc.asyncProperty(someSaid, someSaid, someSaid, async (common, ours, theirs) => {
      const before = log('Jo', common);
      const [mine, other] = [aReviewOf(log('Ann', ours, before)), aReviewOf(log('Bob', theirs, before))];
      const confirmedIn = (review: Review) =>
        review.rows().map(({ state, customerId: customer }) => (state === 'confirmed' ? customer : null));
      const [wasMine, wasOther] = [confirmedIn(mine), confirmedIn(other)];
      const plan = mergePlan(mine.ledger.history, other.ledger.history);
      const disputed = new Set(plan.disagreements.map(({ accountId: account }) => account));
      await mine.adopt(plan.adopted);
      for (const [place, now] of confirmedIn(mine).entries()) {
        if (now !== null) expect([wasMine[place], wasOther[place]]).toContain(now);
        if (disputed.has(accountId(place + 1))) expect(now).toBe(wasMine[place]);
      }
      expect(mergePlan(mine.ledger.history, other.ledger.history).disagreements).toHaveLength(disputed.size);
    }),
    { numRuns: 12 },
  );
});
