import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { decisionLog } from '../../../app/project/decision-log.ts';
import { migrate } from '../../../app/project/file.ts';
import { migrations } from '../../../app/project/migrations/index.ts';
import { otherNameStore } from '../../../app/project/other-names.ts';
import { proposalStore } from '../../../app/project/proposals.ts';
import { aTime } from '../../support/projects.ts';
import { aPair, aProposal, customerId } from '../../support/records.ts';

test('migration 1 makes every table of the first format, strict', () => {
  const database = new Database(':memory:');
  database.exec(migrations[0] ?? '');
  const tables = database.prepare<[], { name: string; strict: number }>('PRAGMA table_list').all();
  const own = tables.filter(({ name }) => !name.startsWith('sqlite_'));
  expect(own.map(({ name }) => name).sort()).toEqual([
    'accounts',
    'customers',
    'datasets',
    'decision_log',
    'journal',
    'meta',
    'proposals',
    'runs',
  ]);
  expect(own.every(({ strict }) => strict === 1)).toBe(true);
});

test('migration 2 adds the pins and keeps what a project of the first format holds', () => {
  const database = new Database(':memory:');
  database.exec(migrations[0] ?? '');
  database.pragma('user_version = 1');
  database.exec("INSERT INTO meta (key, value) VALUES ('matched-at', '2026-02-03')");
  migrate(database);
  expect(database.pragma('user_version', { simple: true })).toBe(migrations.length);
  expect(database.prepare("SELECT value FROM meta WHERE key = 'matched-at'").pluck().all()).toEqual([
    '2026-02-03',
  ]);
  const [pins] = database.prepare<[], { strict: number }>('PRAGMA table_list(pins)').all();
  expect(pins?.strict).toBe(1);
});

test('migration 3 adds the evidence of rejections and keeps the log as it is, without any', () => {
  const database = new Database(':memory:');
  for (const step of migrations.slice(0, 2)) database.exec(step);
  database.pragma('user_version = 2');
  database.exec(
    "INSERT INTO decision_log (batch, kind, account_id, customer_id, author, at) VALUES (1, 'reject', 'A1', '1', 'Jo', '')",
  );
  migrate(database);
  expect(decisionLog(database).entries()).toMatchObject([{ seq: 1, kind: 'reject', evidence: null }]);
  const [table] = database.prepare<[], { strict: number }>('PRAGMA table_list(reject_evidence)').all();
  expect(table?.strict).toBe(1);
});

test('migration 4 keeps every proposal, its evidence apart, and takes all records as known', () => {
  const database = new Database(':memory:');
  for (const step of migrations.slice(0, 3)) database.exec(step);
  database.pragma('user_version = 3');
  const evidence = [
    { field: 'prior', level: 'usual', label: 'Before', bits: -3, accountValue: '', customerValue: '' },
  ];
  const candidates = [
    { ...aPair(1, 2), evidence },
    { ...aPair(1, 1), reason: 'A "quoted" one' },
  ];
  const proposals = [aProposal(1, []), { ...aProposal(2, []), candidates }];
  const insert = database.prepare('INSERT INTO proposals (account_id, proposal) VALUES (?, ?)');
  for (const proposal of proposals) insert.run(proposal.accountId, JSON.stringify(proposal));
  database.exec("INSERT INTO accounts (id, record) VALUES ('A1', '{}')");
  migrate(database);
  const store = proposalStore(database);
  expect(proposals.map(({ accountId }) => store.of(accountId))).toEqual(proposals);
  expect(database.prepare('SELECT revision FROM accounts').pluck().get()).toBe(0);
});

test('migration 5 adds the names of vendors and employees, which were never read then', () => {
  const database = new Database(':memory:');
  for (const step of migrations.slice(0, 4)) database.exec(step);
  database.pragma('user_version = 4');
  migrate(database);
  expect(otherNameStore(database).counts()).toEqual({ vendor: null, employee: null });
  for (const name of ['other_names', 'other_name_lists']) {
    const [table] = database.prepare<[], { strict: number }>(`PRAGMA table_list(${name})`).all();
    expect(table?.strict).toBe(1);
  }
});

test('migrating twice changes nothing the second time', () => {
  const database = new Database(':memory:');
  migrate(database);
  const schema = database.prepare('SELECT sql FROM sqlite_schema').all();
  migrate(database);
  expect(database.pragma('user_version', { simple: true })).toBe(migrations.length);
  expect(database.prepare('SELECT sql FROM sqlite_schema').all()).toEqual(schema);
});

test('a step that fails leaves the format as it was', () => {
  const database = new Database(':memory:');
  database.exec('CREATE TABLE journal (x)');
  expect(() => migrate(database)).toThrow(/journal/);
  expect(database.pragma('user_version', { simple: true })).toBe(0);
  expect(database.prepare("SELECT count(*) AS n FROM sqlite_schema WHERE type = 'table'").get()).toEqual({
    n: 1,
  });
});

test('the migrations for drift, samples and comments add their tables, strict', () => {
  const database = new Database(':memory:');
  migrate(database);
  for (const name of ['exports', 'drift', 'samples', 'sample_pairs', 'comments']) {
    const [table] = database
      .prepare<[string], { strict: number }>('SELECT strict FROM pragma_table_list WHERE name = ?')
      .all(name);
    expect([name, table?.strict]).toEqual([name, 1]);
  }
});

test('the migration for decisions about customers keeps the log, its evidence and its numbers', () => {
  const database = new Database(':memory:');
  database.pragma('foreign_keys = ON');
  const step = migrations.findIndex((text) => text.includes('next_decision_log'));
  for (const text of migrations.slice(0, step)) database.exec(text);
  database.pragma(`user_version = ${step}`);
  database.exec(`
    INSERT INTO decision_log (seq, batch, kind, account_id, customer_id, author, at)
    VALUES (7, 3, 'reject', 'A1', '1', 'Jo', ''), (8, 3, 'undo', NULL, NULL, 'Jo', '');
    INSERT INTO reject_evidence (decision_seq, account, customer) VALUES (7, '{"phone":"1"}', '{}');
  `);
  migrate(database);
  const log = decisionLog(database);
  expect(log.entries()).toMatchObject([
    { type: 'decision', seq: 7, batch: 3, evidence: { account: { phone: '1' } } },
    { type: 'undo', seq: 8, batch: 3 },
  ]);
  const [added] = log.appendForCustomers([{ customerId: customerId(4), kind: 'ignore' }], 'Jo', aTime);
  expect(added).toMatchObject({ seq: 9, batch: 4, customerId: '4' });
  expect(database.pragma('foreign_key_check')).toEqual([]);
  // An undo is about no record, everything else about one.
  const insert = 'INSERT INTO decision_log (batch, kind, account_id, customer_id, author, at) VALUES (9, ';
  expect(() => database.exec(`${insert}'undo', NULL, '4', '', '')`)).toThrowError(/CHECK/);
  expect(() => database.exec(`${insert}'ignore', NULL, NULL, '', '')`)).toThrowError(/CHECK/);
});

test('the migration for the identity gives every project one of its own', () => {
  const identities = [1, 2].map(() => {
    const database = new Database(':memory:');
    for (const step of migrations.slice(0, 11)) database.exec(step);
    database.pragma('user_version = 11');
    migrate(database);
    return database.prepare("SELECT value FROM meta WHERE key = 'project-id'").pluck().get();
  });
  expect(identities[0]).toMatch(/^[0-9a-f]{16}$/);
  expect(identities[0]).not.toBe(identities[1]);
});

test('the migration for undos keeps every run and its journal, and says of ids found in place that nothing was changed', () => {
  const database = new Database(':memory:');
  database.pragma('foreign_keys = ON');
  const step = migrations.findIndex((text) => text.includes('next_runs'));
  for (const text of migrations.slice(0, step)) database.exec(text);
  database.pragma(`user_version = ${step}`);
  database.exec(`
    INSERT INTO runs (id, kind, status, author, started_at, organisation)
    VALUES (4, 'write-links', 'finished', 'Jo', '', '{}');
    INSERT INTO journal VALUES
      (4, 'A1', 'One', '1', 'C', 7, '', '', '1', '0', '', 'done', '', '', ''),
      (4, 'A2', 'Two', '2', 'C', 8, '', '', '2', '5', '', 'done', 'The account carried this id already.', '', '');
  `);
  migrate(database);
  expect(database.prepare('SELECT id, kind, undoes FROM runs').all()).toEqual([
    { id: 4, kind: 'write-links', undoes: null },
  ]);
  expect(database.prepare('SELECT account_id, before_customer_id FROM journal').all()).toEqual([
    { account_id: 'A1', before_customer_id: '' },
    { account_id: 'A2', before_customer_id: '2' },
  ]);
  const insert =
    "INSERT INTO runs (kind, undoes, status, author, started_at, organisation) VALUES ('undo-links', ";
  expect(() => database.exec(`${insert}NULL, 'running', '', '', '')`)).toThrowError(/CHECK/);
  expect(() => database.exec(`${insert}77, 'running', '', '', '')`)).toThrowError(/FOREIGN KEY/);
  database.exec(`${insert}4, 'running', '', '', '')`);
  expect(database.prepare('SELECT max(id) FROM runs').pluck().get()).toBe(5);
  expect(database.pragma('foreign_key_check')).toEqual([]);
});

test('the migration for large runs of links keeps every run, which waits for nobody and has its first links before it', () => {
  const database = new Database(':memory:');
  database.pragma('foreign_keys = ON');
  const step = migrations.findIndex((text) => text.includes('bulk_jobs'));
  for (const text of migrations.slice(0, step)) database.exec(text);
  database.pragma(`user_version = ${step}`);
  database.exec(`
    INSERT INTO runs (id, kind, status, author, started_at, organisation)
    VALUES (4, 'write-links', 'interrupted', 'Jo', '', '{}');
  `);
  migrate(database);
  expect(database.prepare('SELECT id, status, waits, proven, left_out FROM runs').all()).toEqual([
    { id: 4, status: 'interrupted', waits: null, proven: 0, left_out: 0 },
  ]);
  expect(() => database.exec("UPDATE runs SET waits = 'asleep'")).toThrowError(/CHECK/);
  expect(() => database.exec("INSERT INTO bulk_jobs (job_id, run_id, at) VALUES ('J', 77, '')")).toThrowError(
    /FOREIGN KEY/,
  );
});

test('the migration for creating both ways keeps every customer that a run created, and what a person wrote', () => {
  const database = new Database(':memory:');
  database.pragma('foreign_keys = ON');
  const step = migrations.findIndex((text) => text.includes('next_creations'));
  for (const text of migrations.slice(0, step)) database.exec(text);
  database.pragma(`user_version = ${step}`);
  database.exec(`
    INSERT INTO runs (id, kind, status, author, started_at, organisation)
    VALUES (4, 'write-links', 'finished', 'Jo', '', '{}');
    INSERT INTO creations VALUES
      (4, 'A1', 'One', 7, 'stamp', '2', '{}', 'request-1', 'linked', 'then', '58', '0', '', '', '', 'now');
    INSERT INTO creation_edits VALUES ('A1', 'phone', '1');
  `);
  migrate(database);
  expect(
    database
      .prepare('SELECT side, source_id, source_version, target_id, state, request_id FROM creations')
      .all(),
  ).toEqual([
    {
      side: 'quickbooks',
      source_id: 'A1',
      source_version: 'stamp',
      target_id: '58',
      state: 'linked',
      request_id: 'request-1',
    },
  ]);
  expect(database.prepare('SELECT * FROM creation_edits').all()).toEqual([
    { side: 'quickbooks', source_id: 'A1', field: 'phone', value: '1' },
  ]);
  expect(() => database.exec("UPDATE creations SET target_id = ''")).toThrowError(/CHECK/);
  for (const name of ['creations', 'creation_edits', 'creation_templates', 'removals']) {
    const [table] = database.prepare<[], { strict: number }>(`PRAGMA table_list(${name})`).all();
    expect(table?.strict).toBe(1);
  }
  expect(database.pragma('foreign_key_check')).toEqual([]);
});

test('migration 18 keeps every run and takes none of them for half begun', () => {
  const database = new Database(':memory:');
  for (const step of migrations.slice(0, 17)) database.exec(step);
  database.pragma('user_version = 17');
  database.exec(
    "INSERT INTO runs (kind, status, author, started_at, organisation) VALUES ('write-links', 'running', 'Jo', '', '')",
  );
  migrate(database);
  expect(database.prepare('SELECT id, author FROM runs').all()).toEqual([{ id: 1, author: 'Jo' }]);
  expect(database.prepare('SELECT * FROM half_begun_runs').all()).toEqual([]);
});
