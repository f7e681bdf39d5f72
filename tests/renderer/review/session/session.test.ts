// Longer than other files: every action of the review goes through the one queue that is specified here.
import { QueryClient, QueryObserver } from '@tanstack/react-query';
import { beforeEach, describe, expect, test } from 'vitest';
import type { MethodName, Overview } from '#shared/contract.ts';
import { AppError } from '#shared/errors.ts';
import { AccountId, CustomerId } from '#shared/ids.ts';
import type { ReviewChange, ReviewRow, ReviewRows } from '#shared/review.ts';
import type { Call } from '../../../../renderer/door/client.ts';
import { keys } from '../../../../renderer/door/keys.ts';
import { useBulkView } from '../../../../renderer/review/bulk/view.ts';
import type { ShownRows } from '../../../../renderer/review/grouping/cursor.ts';
import { ungrouped } from '../../../../renderer/review/grouping/grouped-rows.ts';
import { selectedCount, selectedIds } from '../../../../renderer/review/selection/selection.ts';
import type { Command } from '../../../../renderer/review/session/commands.ts';
import { type RowTable, rowOf } from '../../../../renderer/review/session/rows.ts';
import { createReviewSession } from '../../../../renderer/review/session/session.ts';
import { activate, resetReviewView, useReviewView } from '../../../../renderer/review/view.ts';
import { exampleRow, exampleSummary } from '../example.ts';

type Answer = (input: never) => unknown;

const confirm: Command = { kind: 'decide', decision: 'confirm' };
const reject: Command = { kind: 'decide', decision: 'reject' };
const down: Command = { kind: 'move', move: 'next', page: 10 };
const settle = () => new Promise((resolve) => setTimeout(resolve, 5));
const view = useReviewView.getState;

const projectOf = (readOnly: boolean) => ({ path: '/p', name: 'p', readOnly, practice: false });

const shownRows = (rows: readonly ReviewRow[]): ShownRows => ({
  grouped: ungrouped(rows),
  places: new Map(rows.map(({ accountId }, index) => [accountId, index])),
});

const piece = (rows: readonly ReviewRow[]): ReviewRows => ({
  revision: 1,
  total: rows.length,
  rows: [...rows],
});

/** A session over rows 1 to 5, all suggested, whose decisions are answered after a moment. */
async function begin(answers: Partial<Record<MethodName, Answer>> = {}, readOnly = false) {
  const calls: [string, unknown][] = [];
  const said: string[] = [];
  const rows = ['1', '2', '3', '4', '5'].map((id) => exampleRow(id));
  const decide = (input: { accountId: string; kind: string }): ReviewChange => ({
    rows: [exampleRow(input.accountId, { state: input.kind === 'confirm' ? 'confirmed' : 'skipped' })],
    summary: exampleSummary(`${input.kind} ${input.accountId}`),
    customers: [],
    focus: AccountId.parse(input.accountId),
  });
  const all: Partial<Record<MethodName, Answer>> = {
    'review.rows': () => piece(rows),
    'review.decide': decide as Answer,
    'review.summary': () => exampleSummary(),
    ...answers,
  };
  const call: Call = async (method, input) => {
    calls.push([method, input]);
    await Promise.resolve();
    return all[method]?.(input as never) as never;
  };
  const client = new QueryClient();
  const session = createReviewSession(call, client, (text) => said.push(text));
  client.setQueryData<Partial<Overview>>(keys.overview, {
    project: projectOf(readOnly),
    review: exampleSummary(),
  });
  client.setQueryData<RowTable>(keys.rows, await session.readRows(new AbortController().signal));
  session.setOrder(shownRows(rows));
  activate(AccountId.parse('1'));
  calls.length = 0;
  const stateOf = (id: string) => {
    const table = client.getQueryData<RowTable>(keys.rows);
    return table === undefined ? undefined : rowOf(table, AccountId.parse(id))?.state;
  };
  return { session, client, calls, said, stateOf };
}

beforeEach(() => resetReviewView());

describe('a decision', () => {
  test('is sent for the active row and moves on only when it is on disk', async () => {
    const disk = Promise.withResolvers<ReviewChange>();
    const { session, calls, stateOf } = await begin({ 'review.decide': () => disk.promise });
    session.run(confirm);
    await settle();
    expect(calls).toEqual([
      ['review.decide', { accountId: '1', kind: 'confirm', customerId: 'customer of 1' }],
    ]);
    expect(view()).toMatchObject({ activeId: '1', unsaved: 1 });
    disk.resolve({
      rows: [exampleRow('1', { state: 'confirmed' })],
      summary: exampleSummary('confirmed Account 1'),
      customers: [],
      focus: AccountId.parse('1'),
    });
    await settle();
    expect(view()).toMatchObject({ activeId: '2', unsaved: 0 });
    expect(stateOf('1')).toBe('confirmed');
  });

  test('leaves the row where it is and marks it as touched', async () => {
    const { session } = await begin();
    session.run(confirm);
    await settle();
    expect(view().members.map(({ accountId }) => accountId)).toEqual(['1', '2', '3', '4', '5']);
    expect([...view().touched]).toEqual([['1', true]]);
  });

  test('is told to the summary and said aloud, with how many wait in the queue', async () => {
    const { session, client, said } = await begin();
    session.run(confirm);
    await settle();
    expect(client.getQueryData<Overview>(keys.overview)?.review?.undo).toBe('confirm 1');
    expect(said).toEqual(['Confirmed: Account 1. 0 in Suggested.']);
  });

  test('is not sent without a customer to confirm', async () => {
    const lonely = exampleRow('1', { customerId: null, customerName: '' });
    const { session, calls } = await begin({ 'review.rows': () => piece([lonely]) });
    session.run(confirm);
    await settle();
    expect(calls).toEqual([]);
    expect(view().message?.text).toBe(
      new AppError('decision-no-customer', { kind: 'confirm', account: 'Account 1' }).message,
    );
  });

  test('is not sent in a project that can only be read', async () => {
    const { session, calls } = await begin({}, true);
    session.run(confirm);
    await settle();
    expect(calls).toEqual([]);
    expect(view().message?.tone).toBe('wrong');
  });
});

describe('fast typing', () => {
  test('gives what slow typing gives: each key to the row it meets in its turn', async () => {
    const { session, calls } = await begin();
    for (const command of [confirm, confirm, down, reject]) session.run(command);
    await settle();
    expect(calls.map(([, input]) => input)).toMatchObject([
      { accountId: '1', kind: 'confirm' },
      { accountId: '2', kind: 'confirm' },
      { accountId: '4', kind: 'reject' },
    ]);
    expect(view().activeId).toBe('5');
  });

  test('stops at a failure, so that no key reaches a row it was not meant for', async () => {
    const taken = new AppError('decision-customer-taken', { customer: 'C', how: 'linked to', other: 'O' });
    const { session, calls, said } = await begin({
      'review.decide': () => {
        throw taken;
      },
    });
    for (const command of [confirm, reject, reject]) session.run(command);
    await settle();
    expect(calls).toHaveLength(1);
    expect(view()).toMatchObject({
      activeId: '1',
      unsaved: 0,
      message: { tone: 'wrong', text: taken.message },
    });
    expect(said).toEqual([taken.message]);
  });

  test('a row clicked meanwhile stays the active one', async () => {
    const { session } = await begin();
    session.run(confirm);
    activate(AccountId.parse('3'));
    await settle();
    expect(view().activeId).toBe('3');
  });
});

test('keys among the customers, however fast, each decide on the customer that they meet in their turn', async () => {
  const { session, calls } = await begin({
    'review.decideCustomers': (): ReviewChange => ({
      rows: [],
      customers: [],
      summary: exampleSummary(),
      focus: null,
    }),
  });
  let at = 0;
  const whom = () => (at < 2 ? CustomerId.parse(String(at)) : null);
  const moveOn = () => {
    at += 1;
  };
  for (let press = 0; press < 3; press += 1) session.decideCustomer(whom, 'skip', moveOn);
  await settle();
  expect(calls.map(([, input]) => input)).toEqual([
    { decisions: [{ customerId: '0', kind: 'skip' }] },
    { decisions: [{ customerId: '1', kind: 'skip' }] },
  ]);
});

describe('candidates', () => {
  const detail = {
    candidates: [{ pair: { customerId: 'customer of 1' } }, { pair: { customerId: 'second' } }],
  };

  test('a number key confirms the candidate in that place', async () => {
    const { session, calls } = await begin({ 'review.detail': () => detail });
    session.run({ kind: 'choose', place: 1 });
    await settle();
    expect(calls.at(-1)).toEqual([
      'review.decide',
      { accountId: '1', kind: 'confirm', customerId: 'second' },
    ]);
  });

  test('a place without a candidate decides nothing and says so', async () => {
    const { session, calls } = await begin({ 'review.detail': () => detail });
    session.run({ kind: 'choose', place: 6 });
    await settle();
    expect(calls.map(([method]) => method)).toEqual(['review.detail']);
    expect(view().message?.text).toBe('There is no candidate 7 here.');
  });

  test('reject is about the candidate that is shown', async () => {
    const { session, calls } = await begin({ 'review.detail': () => detail });
    useReviewView.setState({ shownCandidate: 1 });
    session.run(reject);
    await settle();
    expect(calls.at(-1)?.[1]).toEqual({ accountId: '1', kind: 'reject', customerId: 'second' });
  });
});

describe('taking back', () => {
  const undone: ReviewChange = {
    rows: [exampleRow('2')],
    summary: exampleSummary(null, 'confirmed Account 2'),
    customers: [],
    focus: AccountId.parse('2'),
  };

  test('moves to the row it was about', async () => {
    const { session } = await begin({ 'review.undo': () => undone });
    activate(AccountId.parse('5'));
    session.run({ kind: 'undo' });
    await settle();
    expect(view().activeId).toBe('2');
  });

  test('opens the queue of a row that is in another one', async () => {
    const { session } = await begin({ 'review.undo': () => undone });
    session.openQueue('done');
    session.setOrder(shownRows([]));
    session.run({ kind: 'undo' });
    await settle();
    expect(view()).toMatchObject({ queue: 'suggested', activeId: '2' });
  });

  test('clears a filter that hides the row', async () => {
    const { session } = await begin({ 'review.undo': () => undone });
    useReviewView.setState({ text: 'Account 1' });
    session.setOrder(shownRows([exampleRow('1')]));
    session.run({ kind: 'undo' });
    await settle();
    expect(view()).toMatchObject({ queue: 'suggested', text: '', activeId: '2' });
  });

  test('of several actions says how many, and moves to the row of the one gone back to', async () => {
    const { session, said, calls } = await begin({
      'review.travel': () => ({ change: undone, steps: 3, stopped: null }),
    });
    session.travel('undo', 4);
    await settle();
    expect(calls.at(-1)).toEqual(['review.travel', { type: 'undo', to: 4 }]);
    expect(view()).toMatchObject({ activeId: '2', message: { tone: 'info', text: 'Undone: 3 actions.' } });
    expect(said).toEqual(['Undone: 3 actions.']);
  });

  test('of several actions reads the customers anew that have an account no more', async () => {
    const { session, client } = await begin({
      'review.travel': () => ({ change: { ...undone, rows: [exampleRow('2')] }, steps: 3, stopped: null }),
    });
    let asked = 0;
    const queryFn = () => {
      asked += 1;
      return [];
    };
    const leave = new QueryObserver(client, { queryKey: keys.customers, queryFn }).subscribe(() => undefined);
    await settle();
    session.travel('undo', 4);
    await settle();
    expect(asked).toBe(2);
    leave();
  });

  test('that stopped early says where and why', async () => {
    const { session, said } = await begin({
      'review.travel': () => ({ change: undone, steps: 1, stopped: 'The link was written.' }),
    });
    session.travel('redo', 4);
    await settle();
    expect(said).toEqual(['Done again: 1 action. It stopped there. The link was written.']);
    expect(view().message?.tone).toBe('wrong');
  });
});

describe('decisions made elsewhere', () => {
  const longEnough = () => new Promise((resolve) => setTimeout(resolve, 350));

  test('are read when the counts differ from those known here', async () => {
    const { session, client } = await begin({
      'review.summary': () => exampleSummary('confirmed Account 3'),
    });
    session.follow();
    await longEnough();
    expect(client.getQueryState(keys.rows)?.isInvalidated).toBe(true);
  });

  test('are not asked after once the project is left', async () => {
    const { session, client, calls } = await begin();
    session.follow();
    client.setQueryData<Partial<Overview>>(keys.overview, { project: null });
    await longEnough();
    expect(calls).toEqual([]);
  });

  test('leave everything as it is when the counts are the same', async () => {
    const { session, client } = await begin();
    session.follow();
    await longEnough();
    expect(client.getQueryState(keys.rows)?.isInvalidated).toBe(false);
  });
});

test('a queue is refreshed into the rows that belong to it now', async () => {
  const { session } = await begin();
  session.run(confirm);
  await settle();
  session.refresh();
  expect(view().members.map(({ accountId }) => accountId)).toEqual(['2', '3', '4', '5']);
  expect(view().touched.size).toBe(0);
});

describe('what changes no row', () => {
  test('is said when it is done, and leaves the cursor', async () => {
    const { session, said } = await begin();
    session.tell(async () => undefined, 'Pinned 555 0100.');
    await settle();
    expect(said).toEqual(['Pinned 555 0100.']);
    expect(view()).toMatchObject({ activeId: '1', message: { tone: 'info', text: 'Pinned 555 0100.' } });
  });

  test('says why it failed', async () => {
    const { session, said } = await begin();
    const refused = new AppError('project-read-only', { path: '/p' });
    session.tell(() => Promise.reject(refused), 'Pinned 555 0100.');
    await settle();
    expect(said).toEqual([refused.message]);
    expect(view()).toMatchObject({ message: { tone: 'wrong', text: refused.message } });
  });
});

describe('rows that are still being read', () => {
  const rows = ['1', '2', '3', '4'].map((id) => exampleRow(id));
  const pieces = () => {
    const rest = Promise.withResolvers<void>();
    const answer = async ({ from }: { from: number }): Promise<ReviewRows> => {
      if (from > 0) await rest.promise;
      return { revision: 1, total: rows.length, rows: rows.slice(from, from + 2) };
    };
    return { answer: answer as Answer, release: rest.resolve };
  };

  test('are shown from the first ones on; what is decided of these stays in its place', async () => {
    let piecesNow: Answer = () => piece(rows);
    const { session, client, stateOf } = await begin({ 'review.rows': (input) => piecesNow(input) });
    const { answer, release } = pieces();
    piecesNow = answer;
    client.removeQueries({ queryKey: keys.rows });
    const reading = session.readRows(new AbortController().signal);
    await settle();
    expect(view().members.map(({ accountId }) => accountId)).toEqual(['1', '2']);
    session.run(confirm);
    await settle();
    release();
    client.setQueryData<RowTable>(keys.rows, await reading);
    expect(view().members.map(({ accountId }) => accountId)).toEqual(['1', '2', '3', '4']);
    expect(stateOf('1')).toBe('confirmed');
  });
});

describe('choosing rows', () => {
  test('keys choose and extend, and say how many are chosen', async () => {
    const { session, said } = await begin();
    session.run({ kind: 'select', what: 'toggle' });
    session.run({ kind: 'extend', move: 'next', page: 10 });
    session.run({ kind: 'extend', move: 'next', page: 10 });
    expect(said).toEqual(['1 row selected', '2 rows selected', '3 rows selected']);
    expect(view().activeId).toBe('3');
    session.run({ kind: 'select', what: 'all' });
    expect(said.at(-1)).toBe('5 rows selected');
    session.run({ kind: 'select', what: 'none' });
    expect(selectedCount(view().selection)).toBe(0);
  });

  test('a click takes the place of what was chosen, with Shift it reaches to the row, with Ctrl it adds it', async () => {
    const { session } = await begin();
    const plain = { ctrlKey: false, metaKey: false, shiftKey: false, onMark: false };
    session.clickRow(AccountId.parse('2'), plain);
    session.clickRow(AccountId.parse('4'), { ...plain, shiftKey: true });
    session.clickRow(AccountId.parse('1'), { ...plain, ctrlKey: true });
    session.clickRow(AccountId.parse('3'), { ...plain, onMark: true });
    expect(selectedIds(view().selection).toSorted()).toEqual(['1', '2', '4']);
    session.clickRow(AccountId.parse('5'), plain);
    expect(view()).toMatchObject({ activeId: '5' });
    expect(selectedCount(view().selection)).toBe(0);
  });

  test('another queue begins without a choice', async () => {
    const { session } = await begin();
    session.run({ kind: 'select', what: 'all' });
    session.openQueue('conflicts');
    expect(selectedCount(view().selection)).toBe(0);
  });
});

describe('a comment', () => {
  const comments = (rows: readonly ReviewRow[] | undefined) =>
    rows?.filter(({ commented }) => commented).map(({ accountId }) => accountId);

  test('is told by the row at once, where it is shown and where it is counted', async () => {
    const { session, client } = await begin();
    session.noteComment(AccountId.parse('3'));
    expect(comments(client.getQueryData<RowTable>(keys.rows)?.rows)).toEqual(['3']);
    expect(comments(view().members)).toEqual(['3']);
  });
});

describe('many rows at once', () => {
  const shiftA: Command = { kind: 'bulk', decision: 'confirm' };

  test('are the chosen ones, or all that are shown', async () => {
    const { session } = await begin();
    session.run(shiftA);
    expect(useBulkView.getState().wish).toMatchObject({ kind: 'confirm', chosen: false, hidden: 0 });
    expect(useBulkView.getState().wish?.accountIds).toHaveLength(5);
    session.run({ kind: 'select', what: 'toggle' });
    session.setOrder(shownRows([]));
    session.run(shiftA);
    expect(useBulkView.getState().wish).toMatchObject({ accountIds: ['1'], chosen: true, hidden: 1 });
  });

  test('are decided as one batch, after which the rows are read anew and none is chosen', async () => {
    const outcome = { decided: 1, unchanged: 0, refused: [] };
    const { session, client, calls } = await begin({
      'review.decideMany': () => ({ ...outcome, summary: exampleSummary('confirmed 1 account') }),
    });
    session.run({ kind: 'select', what: 'all' });
    client.setQueryData(keys.customers, []);
    const decisions = [{ accountId: AccountId.parse('1'), customerId: null, kind: 'confirm' as const }];
    expect(await session.decideMany(decisions)).toEqual(outcome);
    expect(client.getQueryState(keys.customers)?.isInvalidated).toBe(true);
    expect(calls[0]).toEqual(['review.decideMany', { by: 'list', decisions }]);
    expect(client.getQueryData<Overview>(keys.overview)?.review?.undo).toBe('confirmed 1 account');
    expect(selectedCount(view().selection)).toBe(0);
  });

  test('are not decided where one can only read, and a failure is told to who asked', async () => {
    const { session } = await begin({}, true);
    useBulkView.setState({ wish: null });
    session.run(shiftA);
    expect(useBulkView.getState().wish).toBeNull();
    expect(view().message?.tone).toBe('wrong');
    const { session: other } = await begin({
      'review.decideMany': () => Promise.reject(new AppError('cancelled')),
    });
    await expect(other.decideMany([])).rejects.toThrow(AppError);
    expect(view().unsaved).toBe(0);
  });
});

describe('several decisions that belong together', () => {
  const detail = (candidates: readonly (readonly [id: string, rejected: boolean])[]) => ({
    candidates: candidates.map(([id, rejected]) => ({
      pair: { customerId: id },
      customer: { id },
      rejected,
    })),
  });
  const together = (({ decisions }: { decisions: { accountId: string }[] }): ReviewChange => ({
    rows: [exampleRow(decisions[0]?.accountId ?? '', { state: 'rejected' })],
    summary: exampleSummary(),
    customers: [],
    focus: null,
  })) as Answer;

  test('none of these rejects every candidate that is shown, but for those rejected before, and moves on', async () => {
    const { session, calls, said } = await begin({
      'review.detail': () =>
        detail([
          ['10', false],
          ['11', true],
          ['12', false],
        ]),
      'review.decideTogether': together,
    });
    session.run({ kind: 'reject-all' });
    await settle();
    const rejected = (customerId: string) => ({ accountId: '1', kind: 'reject', customerId });
    expect(calls.filter(([method]) => method !== 'review.detail')).toEqual([
      ['review.decideTogether', { decisions: [rejected('10'), rejected('12')] }],
    ]);
    expect(view().activeId).toBe('2');
    expect(said).toEqual(['None of these: Account 1. 0 in Suggested.']);
  });

  test('none of these says so where there is nothing to reject', async () => {
    const { session, calls } = await begin({ 'review.detail': () => detail([['10', true]]) });
    session.run({ kind: 'reject-all' });
    await settle();
    expect(calls.map(([method]) => method)).toEqual(['review.detail']);
    expect(view().message?.tone).toBe('wrong');
  });

  test('a customer that is considered is what is confirmed; when it is gone, nothing is', async () => {
    let candidates = detail([
      ['10', false],
      ['99', false],
    ]);
    const { session, client, calls } = await begin({ 'review.detail': () => candidates });
    session.consider(AccountId.parse('1'), CustomerId.parse('99'));
    await settle();
    expect(view().shownCandidate).toBe(1);
    candidates = detail([['10', false]]);
    client.removeQueries({ queryKey: keys.details });
    session.run(confirm);
    await settle();
    expect(calls.map(([method]) => method)).not.toContain('review.decide');
    expect(view()).toMatchObject({ shownCandidate: 0, message: { tone: 'wrong' } });
    candidates = detail([
      ['10', false],
      ['99', false],
    ]);
    session.consider(AccountId.parse('1'), CustomerId.parse('99'));
    session.run(confirm);
    await settle();
    expect(calls.at(-1)).toEqual(['review.decide', { accountId: '1', kind: 'confirm', customerId: '99' }]);
  });

  test('comparing opens only where somebody competes', async () => {
    const rows = [exampleRow('1', { rivals: 2 }), exampleRow('2')];
    const { session, said } = await begin({ 'review.rows': () => piece(rows) });
    session.run({ kind: 'compare' });
    expect(view().dialog).toBe('conflict');
    activate(AccountId.parse('2'));
    useReviewView.setState({ dialog: null });
    session.run({ kind: 'compare' });
    expect(view().dialog).toBeNull();
    expect(said).toEqual(['Nobody competes with this row.']);
  });
});
