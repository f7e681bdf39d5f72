import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { openProject } from '#app/project/index.ts';
import { pastBatches, Review, travel } from '#app/review/index.ts';
import { AppError } from '#shared/errors.ts';
import { aProject, aTime } from '../../support/projects.ts';
import { aCustomer, accountId, anAccount, aPair, aProposal, customerId } from '../../support/records.ts';

const records = [1, 2, 3, 4, 5, 6];

/** Accounts 1 to 6, each with its customer proposed. */
function aReview() {
  const project = aProject({
    accounts: records.map((n) => anAccount(n)),
    customers: records.map((n) => aCustomer(n)),
    proposals: records.map((n) => aProposal(n, [aPair(n, n, 0.999, 'certain')])),
  });
  return { project, review: new Review(project, 'tester', () => aTime) };
}

const decide = (review: Review, n: number, kind: 'confirm' | 'reject' = 'confirm') =>
  review.decide({ accountId: accountId(n), kind, customerId: customerId(n) });
const listed = (review: Review) =>
  pastBatches(review, null, 100).batches.map(({ batch, state, steps }) => [batch, state, steps]);
const confirmed = (review: Review) =>
  review
    .rows()
    .filter(({ state }) => state === 'confirmed')
    .map((row) => row.accountId);
const write = (review: Review, n: number) => review.noteWritten(anAccount(n, { linkedCustomerId: `${n}` }));
const codeOf = async (act: () => Promise<unknown>) => {
  try {
    await act();
  } catch (error) {
    return error instanceof AppError ? error.code : error;
  }
  return null;
};

describe('what was decided', () => {
  test('is listed newest first, in words, with who and when', async () => {
    const { review } = aReview();
    decide(review, 1);
    await review.decideMany([2, 3].map((n) => ({ accountId: accountId(n), kind: 'skip', customerId: null })));
    expect(pastBatches(review, null, 100)).toEqual({
      more: false,
      batches: [
        {
          batch: 2,
          what: 'skipped 2 accounts',
          count: 2,
          author: 'tester',
          at: aTime.toISOString(),
          state: 'done',
          steps: 1,
        },
        {
          batch: 1,
          what: `confirmed ${anAccount(1).name}`,
          count: 1,
          author: 'tester',
          at: aTime.toISOString(),
          state: 'done',
          steps: 2,
        },
      ],
    });
  });

  test('comes in pieces that join without a gap', () => {
    const { review } = aReview();
    for (const n of records) decide(review, n);
    const first = pastBatches(review, null, 4);
    const rest = pastBatches(review, first.batches.at(-1)?.batch ?? null, 4);
    expect(first.batches.map(({ batch }) => batch)).toEqual([6, 5, 4, 3]);
    expect(rest.batches.map(({ batch }) => batch)).toEqual([2, 1]);
    expect([first.more, rest.more]).toEqual([true, false]);
    expect(rest.batches.map(({ steps }) => steps)).toEqual([5, 6]);
  });

  test('says what can be done again, and what was replaced by another decision', async () => {
    const { review } = aReview();
    for (const n of [1, 2, 3]) decide(review, n);
    await review.undo();
    await review.undo();
    expect(listed(review)).toEqual([
      [3, 'undone', 2],
      [2, 'undone', 1],
      [1, 'done', 1],
    ]);
    decide(review, 4);
    expect(listed(review)).toEqual([
      [4, 'done', 1],
      [3, 'replaced', 0],
      [2, 'replaced', 0],
      [1, 'done', 2],
    ]);
  });

  test('is the same after the project was closed and opened again, and can be undone then', async () => {
    const { project, review } = aReview();
    for (const n of [1, 2, 3]) decide(review, n);
    await review.undo();
    const before = pastBatches(review, null, 100);
    project.close();
    const again = openProject(project.path);
    const reopened = new Review(again, 'tester', () => aTime);
    expect(pastBatches(reopened, null, 100)).toEqual(before);
    await travel(reopened, 'undo', 1);
    expect(confirmed(reopened)).toEqual([]);
    again.close();
  });
});

describe('going back', () => {
  test('undoes one action after another, this one last, and gives every row once as it stands then', async () => {
    const { review } = aReview();
    for (const n of [1, 2, 3, 4]) decide(review, n);
    const { change, steps, stopped } = await travel(review, 'undo', 2);
    expect([steps, stopped]).toEqual([3, null]);
    expect(confirmed(review)).toEqual([accountId(1)]);
    expect(change.rows.map(({ accountId, state }) => [accountId, state]).sort()).toEqual([
      [accountId(2), 'suggested'],
      [accountId(3), 'suggested'],
      [accountId(4), 'suggested'],
    ]);
    expect(change.summary.undo).toBe(`confirmed ${anAccount(1).name}`);
  });

  test('and forth again gives what was before, one line of the log for each action', async () => {
    const { project, review } = aReview();
    for (const n of [1, 2, 3, 4]) decide(review, n);
    const before = review.rows();
    await travel(review, 'undo', 1);
    expect((await travel(review, 'redo', 3)).steps).toBe(3);
    expect(confirmed(review)).toEqual([1, 2, 3].map((n) => accountId(n)));
    await travel(review, 'redo', 4);
    expect(review.rows()).toEqual(before);
    expect(project.decisions.entries().length).toBe(4 + 4 + 4);
  });

  test('stops at an action whose link was written, and says so; what came after it is undone', async () => {
    const { review } = aReview();
    for (const n of [1, 2, 3]) decide(review, n);
    write(review, 2);
    const { steps, stopped } = await travel(review, 'undo', 1);
    expect(steps).toBe(1);
    expect(stopped).toContain(anAccount(2).name);
    expect(listed(review).map(([, state]) => state)).toEqual(['undone', 'done', 'done']);
  });

  test('that cannot begin is refused with the reason', async () => {
    const { review } = aReview();
    decide(review, 1);
    write(review, 1);
    expect(await codeOf(() => travel(review, 'undo', 1))).toBe('decision-written');
  });

  test.each([
    ['undo', 7, 'decision-nothing-to-undo'],
    ['undo', 2, 'decision-nothing-to-undo'],
    ['redo', 1, 'decision-nothing-to-redo'],
    ['redo', 7, 'decision-nothing-to-redo'],
  ] as const)('%s to action %i, which is not there to be, changes nothing', async (type, to, code) => {
    const { project, review } = aReview();
    for (const n of [1, 2]) decide(review, n);
    await review.undo();
    const lines = project.decisions.entries().length;
    expect(await codeOf(() => travel(review, type, to))).toBe(code);
    expect(project.decisions.entries().length).toBe(lines);
  });

  test('takes decisions about customers alone along', async () => {
    const { review } = aReview();
    decide(review, 1, 'reject');
    review.decideCustomers([{ customerId: customerId(1), kind: 'create-new' }]);
    const { change, steps } = await travel(review, 'undo', 1);
    expect(steps).toBe(2);
    expect(change.customers.map((row) => row.customerId)).toEqual([customerId(1)]);
  });

  test('as many steps as the list says reaches the action, wherever one goes', async () => {
    const step = fc.oneof(
      fc.record({ do: fc.constant('decide' as const), n: fc.constantFrom(...records) }),
      fc.record({ do: fc.constant('go' as const), n: fc.nat(20) }),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 15 }), async (steps) => {
        const { review } = aReview();
        for (const { do: what, n } of steps) {
          const past = pastBatches(review, null, 100).batches;
          if (what === 'decide') decide(review, n, past.length % 2 === 0 ? 'confirm' : 'reject');
          else {
            const target = past[n % Math.max(1, past.length)];
            if (target === undefined || target.steps === 0) continue;
            const type = target.state === 'done' ? 'undo' : 'redo';
            expect(await travel(review, type, target.batch)).toMatchObject({
              steps: target.steps,
              stopped: null,
            });
            const now = pastBatches(review, null, 100).batches.find(({ batch }) => batch === target.batch);
            expect(now).toMatchObject({ state: type === 'undo' ? 'undone' : 'done', steps: 1 });
          }
        }
      }),
      { numRuns: 40 },
    );
  });
});
