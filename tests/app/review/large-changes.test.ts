import { setImmediate } from 'node:timers/promises';
import Database from 'better-sqlite3';
import { expect, onTestFinished, test } from 'vitest';
import { pastBatches, Review, travel } from '#app/review/index.ts';
import { usualPolicy } from '#shared/matching.ts';
import { aProject, aTime } from '../../support/projects.ts';
import { aCustomer, accountId, anAccount, aPair, aProposal, customerId } from '../../support/records.ts';

const size = 1_300;
const numbers = Array.from({ length: size }, (_, n) => n + 1);
const ids = numbers.map(accountId);

/** Accounts that are all suggested a customer of their own. */
function aReview() {
  const project = aProject({
    accounts: numbers.map((n) => anAccount(n)),
    customers: numbers.map((n) => aCustomer(n)),
    proposals: numbers.map((n) => aProposal(n, [aPair(n, n, 0.99, 'certain')])),
  });
  return { project, review: new Review(project, 'tester', () => aTime) };
}

/** What anybody who asks between two steps of this work is told, each answer once. */
async function seenDuring<T>(work: Promise<T>, look: () => unknown): Promise<{ seen: string[]; result: T }> {
  const seen = new Set<string>();
  let turns = 0;
  let isOver = false;
  const over = work.finally(() => {
    isOver = true;
  });
  while (!isOver) {
    seen.add(JSON.stringify(look()));
    turns += 1;
    await setImmediate();
  }
  expect(turns).toBeGreaterThan(2);
  return { seen: [...seen], result: await over };
}

test('a large batch is seen as it was before until it is there as a whole, and is undone and done again like that', async () => {
  const { project, review } = aReview();
  const look = () => [review.summary(), review.rows(), review.detail(accountId(size)).row];
  const before = JSON.stringify(look());
  const decided = await seenDuring(review.confirmBands(['certain']), look);
  expect(decided.result).toEqual({ decided: size, unchanged: 0, refused: [] });
  expect(decided.seen).toEqual([before]);
  const after = JSON.stringify(look());
  expect(review.summary()).toMatchObject({ toWrite: size, undo: `confirmed ${size} accounts` });

  const undone = await seenDuring(review.undo(), look);
  expect(undone.seen).toEqual([after]);
  expect(undone.result).toMatchObject({ rows: [], focus: null, summary: { toWrite: 0 } });
  expect(JSON.parse(JSON.stringify(look()))[1]).toEqual(JSON.parse(before)[1]);

  const undoneSays = JSON.stringify(look());
  const redone = await seenDuring(review.redo(), look);
  expect(redone.seen).toEqual([undoneSays]);
  expect(JSON.stringify(look())).toBe(after);
  const anew = new Review(project, 'another', () => aTime);
  expect([anew.rows(), anew.summary()]).toEqual([review.rows(), review.summary()]);
});

test('what is refused of a large list is told, the rest is one batch with the evidence of each rejection', async () => {
  const { project, review } = aReview();
  const decisions = numbers.map((n) => ({
    accountId: accountId(n === 1 ? 'none' : n),
    customerId: customerId(n),
    kind: 'reject' as const,
  }));
  const { decided, refused } = await review.decideMany(decisions);
  expect([decided, refused.map((one) => one.accountId)]).toEqual([size - 1, ['Anone']]);
  const entries = project.decisions.entries();
  expect(new Set(entries.map(({ batch }) => batch)).size).toBe(1);
  expect(entries.every((entry) => entry.type === 'decision' && entry.evidence !== null)).toBe(true);
  expect(pastBatches(review, null, 10).batches).toMatchObject([{ count: size - 1, state: 'done' }]);
});

test('a write and an export that come between stand when a large batch is taken in', async () => {
  const { project, review } = aReview();
  const written = anAccount(1, { linkedCustomerId: '1' });
  const { decisions } = await review.preview(ids, 'confirm');
  const deciding = review.decideMany(decisions.map((one) => ({ ...one, kind: 'confirm' as const })));
  const file = new Database(project.path, { readonly: true });
  onTestFinished(() => void file.close());
  const count = (of: string) => Number(file.prepare(`SELECT count(*) FROM ${of}`).pluck().get());
  const turns = { writing: 0, renewing: 0 };
  await seenDuring(deciding, () => {
    if (count('unfinished_batches') > 0) turns.writing += 1;
    else if (count('decision_log') > 0) turns.renewing += 1;
    if (turns.writing === 1 && turns.renewing === 0) {
      project.records.updateAccount(written);
      review.noteWritten(written);
    }
    if (turns.renewing === 1) {
      // What an export changed is only in the file.
      project.records.updateAccount(anAccount(3, { linkedCustomerId: '3' }));
      review.refresh();
    }
    return null;
  });
  expect(Math.min(turns.writing, turns.renewing)).toBeGreaterThan(0);
  expect(review.rows()[2]).toMatchObject({ state: 'written' });
  expect(review.rows()[0]).toMatchObject({ state: 'written' });
  expect(review.summary().states).toMatchObject({ confirmed: size - 2, written: 2 });
});

test('what was written while the rows are made anew stands in them', async () => {
  const { project, review } = aReview();
  const written = anAccount(2, { linkedCustomerId: '2' });
  expect(review.rows()).toHaveLength(size);
  let turns = 0;
  await seenDuring(review.renew(), () => {
    turns += 1;
    if (turns !== 2) return null;
    project.records.updateAccount(written);
    review.noteWritten(written);
    return null;
  });
  expect(review.rows()[1]).toMatchObject({ state: 'linked', customerId: '2' });
  expect(review.summary().states.linked).toBe(1);
});

test('another rule is seen in all rows or in none', async () => {
  const { project, review } = aReview();
  await review.decideMany([{ accountId: accountId(1), customerId: customerId(2), kind: 'confirm' }]);
  const look = () => [review.ledger.severalAccounts, review.rows().map(({ state }) => state)];
  const before = JSON.stringify(look());
  project.teaching.choosePolicy({ ...usualPolicy, severalAccounts: true });
  expect((await seenDuring(review.renew(), look)).seen).toEqual([before]);
  expect(
    review
      .rows()
      .slice(0, 2)
      .map(({ state }) => state),
  ).toEqual(['confirmed', 'suggested']);
});

test('no other decision may be taken while a large one, or several after one another, are on their way', async () => {
  const { review } = aReview();
  await review.confirmBands(['certain']);
  review.decide({ accountId: accountId(1), customerId: null, kind: 'skip' });
  expect(review.changing).toBeNull();
  const [first] = pastBatches(review, null, 10).batches.slice(-1);
  const travelling = seenDuring(travel(review, 'undo', first?.batch ?? 0), () => review.changing !== null);
  expect((await travelling).seen).toEqual(['true']);
  expect(review.changing).toBeNull();
  expect(review.summary().toWrite).toBe(0);
});
