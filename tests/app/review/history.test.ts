import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { LogEntry } from '#app/project/index.ts';
import { History } from '../../../app/review/history.ts';
import { accountId, customerId } from '../../support/records.ts';

/** What a person can do, and the log that it makes: the model that the history is held against. */
type Action = { do: 'decide'; accounts: number[] } | { do: 'undo' } | { do: 'redo' };

const action: fc.Arbitrary<Action> = fc.oneof(
  fc.record({
    do: fc.constant('decide' as const),
    accounts: fc.uniqueArray(fc.nat(4), { minLength: 1, maxLength: 3 }),
  }),
  fc.record({ do: fc.constant('undo' as const) }),
  fc.record({ do: fc.constant('redo' as const) }),
);

function play(actions: readonly Action[]): { log: LogEntry[]; live: History; inForce: number[][] } {
  const live = new History([]);
  const log: LogEntry[] = [];
  let done: { batch: number; seqs: [number, number][] }[] = [];
  let undone: typeof done = [];
  let batch = 0;
  const add = (entry: LogEntry) => {
    log.push(entry);
    live.apply(entry);
  };
  for (const step of actions) {
    const seq = log.length + 1;
    const common = { author: 'me', at: '2026-01-01T00:00:00Z' };
    if (step.do === 'decide') {
      batch += 1;
      const seqs = step.accounts.map((account, index): [number, number] => [account, seq + index]);
      for (const [account, s] of seqs) {
        add({
          type: 'decision',
          seq: s,
          batch,
          kind: 'confirm',
          accountId: accountId(account),
          customerId: customerId(account),
          evidence: null,
          basis: 0,
          ...common,
        });
      }
      done = [...done, { batch, seqs }];
      undone = [];
    } else {
      const [from, to] = step.do === 'undo' ? [done, undone] : [undone, done];
      const moved = from.at(-1);
      if (moved === undefined) continue;
      add({ type: step.do, seq, batch: moved.batch, ...common });
      from.pop();
      to.push(moved);
    }
  }
  const inForce = [0, 1, 2, 3, 4].map((account) =>
    done.flatMap(({ seqs }) => seqs.filter(([of]) => of === account).map(([, seq]) => seq)),
  );
  return { log, live, inForce };
}

const seqsIn = (history: History) =>
  [0, 1, 2, 3, 4].map((account) => history.inForce(accountId(account)).map(({ seq }) => seq));

describe('the history of decisions', () => {
  test('holds exactly what was decided and not taken back, whatever is done and undone', () => {
    fc.assert(
      fc.property(fc.array(action, { maxLength: 40 }), (actions) => {
        const { live, inForce } = play(actions);
        expect(seqsIn(live)).toEqual(inForce);
      }),
    );
  });

  test('read again from the log is what it was', () => {
    fc.assert(
      fc.property(fc.array(action, { maxLength: 40 }), (actions) => {
        const { log, live } = play(actions);
        const again = new History(log);
        expect(seqsIn(again)).toEqual(seqsIn(live));
        expect(again.nextUndo()).toEqual(live.nextUndo());
        expect(again.nextRedo()).toEqual(live.nextRedo());
      }),
    );
  });

  test('a new decision ends the possibility to redo', () => {
    const { live } = play([{ do: 'decide', accounts: [1] }, { do: 'undo' }, { do: 'decide', accounts: [2] }]);
    expect(live.nextRedo()).toEqual([]);
  });

  test('keeps what was taken back in view, marked so', () => {
    const { live } = play([{ do: 'decide', accounts: [1] }, { do: 'undo' }]);
    expect(live.all(accountId(1)).map(({ undone }) => undone)).toEqual([true]);
  });
});
