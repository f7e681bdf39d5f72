import Database from 'better-sqlite3';
import { describe, expect, test } from 'vitest';
import { decisionLog } from '../../../app/project/decision-log.ts';
import { migrate } from '../../../app/project/file.ts';
import { aTime } from '../../support/projects.ts';
import { accountId, customerId } from '../../support/records.ts';

const reject = { accountId: accountId(1), customerId: customerId(10), kind: 'reject' as const };
const evidence = { account: { phone: 'before' }, customer: { phone: 'other', name: 'one' } };

function aLog() {
  const database = new Database(':memory:');
  migrate(database);
  return { database, log: decisionLog(database) };
}

test('gives back what was logged, a rejection with its evidence', () => {
  const { log } = aLog();
  const entries = log.append(
    [
      { ...reject, evidence },
      { ...reject, kind: 'skip', customerId: null },
    ],
    'Jo',
    aTime,
    3,
  );
  const undo = log.appendReversal('undo', 1, 'Jo', aTime);
  expect(entries.map((entry) => entry.evidence)).toEqual([evidence, null]);
  expect(entries.map((entry) => entry.basis)).toEqual([3, 3]);
  expect(log.entries()).toEqual([...entries, undo]);
});

test('gives the lines after a place, a thousand at a time', () => {
  const { log } = aLog();
  expect([...log.since(0)]).toEqual([]);
  const entries = log.append(
    Array.from({ length: 1_100 }, () => reject),
    'Jo',
    aTime,
    0,
  );
  expect([...log.since(50)].map((lines) => lines.length)).toEqual([1_000, 50]);
  expect([...log.since(50)].flat()).toEqual(entries.slice(50));
});

describe('a large batch', () => {
  const many = Array.from({ length: 1_200 }, () => ({ ...reject, evidence }));

  test('is no part of the log before its last line is written, and then one batch', () => {
    const { log } = aLog();
    log.append([reject], 'Jo', aTime, 3);
    const writing = log.appending(many, 'Jo', aTime, 3);
    let turns = 0;
    for (; !writing.next().done; turns += 1) expect(log.entries()).toHaveLength(1);
    expect(turns).toBe(2);
    const entries = log.entries().slice(1);
    expect(entries).toHaveLength(many.length);
    expect(new Set(entries.map(({ batch }) => batch))).toEqual(new Set([2]));
    expect(entries[7]).toMatchObject({ kind: 'reject', evidence, basis: 3, author: 'Jo' });
  });

  test('that was never finished is forgotten, with its evidence, and its number is free again', () => {
    const { log, database } = aLog();
    log.append([reject], 'Jo', aTime, 0);
    const writing = log.appending(many, 'Jo', aTime, 0);
    writing.next();
    writing.next();
    log.forgetUnfinished();
    expect(log.entries()).toHaveLength(1);
    expect(database.prepare('SELECT count(*) FROM reject_evidence').pluck().get()).toBe(0);
    expect(log.append([reject], 'Jo', aTime, 0)[0]?.batch).toBe(2);
  });

  test('of which a line cannot be written leaves nothing behind', () => {
    const { log } = aLog();
    const broken = { ...reject, kind: 'nonsense' as 'reject' };
    const writing = log.appending([...many, broken], 'Jo', aTime, 0);
    expect(() => [...writing]).toThrow(/CHECK/);
    expect(log.entries()).toEqual([]);
    log.append([reject], 'Jo', aTime, 0);
    expect(log.entries()).toHaveLength(1);
  });
});

test('a rejection whose evidence cannot be kept is not logged either', () => {
  const { database, log } = aLog();
  database.exec(
    'CREATE TRIGGER full BEFORE INSERT ON reject_evidence BEGIN SELECT RAISE(ABORT, "disk full"); END',
  );
  expect(() => log.append([reject, { ...reject, evidence }], 'Jo', aTime, 0)).toThrow(/disk full/);
  expect(log.entries()).toEqual([]);
});
