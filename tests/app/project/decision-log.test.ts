import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
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

test('tells its last line, and 0 while it is empty', () => {
  const { log } = aLog();
  expect(log.last()).toBe(0);
  log.append([reject, reject], 'Jo', aTime, 0);
  expect(log.last()).toBe(2);
});

test('a rejection whose evidence cannot be kept is not logged either', () => {
  const { database, log } = aLog();
  database.exec(
    'CREATE TRIGGER full BEFORE INSERT ON reject_evidence BEGIN SELECT RAISE(ABORT, "disk full"); END',
  );
  expect(() => log.append([reject, { ...reject, evidence }], 'Jo', aTime, 0)).toThrow(/disk full/);
  expect(log.entries()).toEqual([]);
});
