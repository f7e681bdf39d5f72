import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import fc from 'fast-check';
import { z } from 'zod';
import { createEngine } from '#app/engine.ts';
import type { MethodName } from '#shared/contract.ts';
import { asJson } from '../bytes.ts';
import { requireSentence } from '../invariants.ts';
import { makeSmallProject } from '../small-project.ts';
import { Finding, type Stand, type Target, type Verdict } from '../target.ts';

/** What a person sees of a project, in one call each. */
const looks: readonly (readonly [MethodName, unknown])[] = [
  ['app.overview', {}],
  ['review.rows', { from: 0 }],
  ['review.detail', { accountId: 'A1' }],
  ['review.conflict', { accountId: 'A5' }],
  ['review.search', { query: 'customer', limit: 5 }],
  ['review.customers', { from: 0 }],
  ['review.history', { before: null, limit: 10 }],
  ['match.settings', {}],
  ['sample.list', {}],
  ['runs.list', {}],
  ['runs.journal', { runId: 1 }],
  ['write.plan', {}],
  ['create.plan', { in: 'quickbooks' }],
  ['worksheet.summary', {}],
  ['log.diagnostics', {}],
];

/** A file that somebody opens as a project, in a program of its own; `make` writes it, or gives false for an input that is none. */
async function standFor(
  folder: string,
  make: (path: string, small: Buffer, input: Uint8Array) => boolean,
): Promise<Stand> {
  const base = join(folder, 'base.counterpart');
  makeSmallProject(base);
  const small = readFileSync(base);
  const path = join(folder, 'some.counterpart');
  const home = { projects: folder, state: join(folder, 'state') };
  return {
    async take(input) {
      for (const ending of ['', '-wal', '-shm', '-lock']) rmSync(`${path}${ending}`, { force: true });
      if (!make(path, small, input)) return 'refused';
      const engine = createEngine({ version: '1', home, author: 'tester', environment: {} });
      try {
        const opened = await engine.handle('project.open', { path });
        if (!opened.ok) {
          requireSentence(opened.error);
          return 'refused';
        }
        let verdict: Verdict = 'taken';
        for (const [method, given] of looks) {
          const result = await engine.handle(method, given);
          if (result.ok) continue;
          verdict = 'refused';
          try {
            requireSentence(result.error);
          } catch (error) {
            throw new Finding(`${method}: ${error instanceof Error ? error.message : error}`, error);
          }
        }
        return verdict;
      } finally {
        await engine.close();
      }
    },
    close: async () => undefined,
  };
}

const Damage = z.object({
  changes: z.array(z.tuple([z.int(), z.int().min(0).max(255)])).max(2_000),
  page: z.object({ at: z.int().min(0).max(1_000), with: z.int().min(0).max(255) }).nullable(),
  cut: z.int().nonnegative().nullable(),
});

const damage = fc.record({
  changes: fc.array(fc.tuple(fc.nat(), fc.nat(255)), { maxLength: 30 }),
  page: fc.option(fc.record({ at: fc.nat(120), with: fc.nat(255) })),
  cut: fc.option(fc.nat(500_000)),
});

/** A project file with bytes and whole pages damaged, or cut off. */
export const damagedProject: Target = {
  name: 'project-damaged',
  form: 'json',
  any: asJson(damage),
  words: ['changes', 'page', 'cut'],
  open: (folder) =>
    standFor(folder, (path, small, input) => {
      const damage = damageIn(input);
      if (damage === null) return false;
      const bytes = Buffer.from(small);
      for (const [at, value] of damage.changes) bytes[Math.abs(at) % bytes.length] = value;
      const pages = bytes.length / 4_096;
      const first = ((damage.page?.at ?? 0) % pages) * 4_096;
      if (damage.page !== null) bytes.fill(damage.page.with, first, first + 4_096);
      writeFileSync(path, damage.cut === null ? bytes : bytes.subarray(0, damage.cut));
      return true;
    }),
};

function damageIn(input: Uint8Array) {
  const { success, data } = Damage.safeParse(parsed(input));
  return success ? data : null;
}

const tables = [
  'meta',
  'accounts',
  'customers',
  'proposals',
  'decision_log',
  'runs',
  'journal',
  'comments',
  'datasets',
  'teaching',
  'samples',
  'creations',
  'reject_evidence',
  'drift',
  'removals',
];
const statement = fc.oneof(
  fc.constantFrom(...tables).map((table) => `DROP TABLE ${table}`),
  fc
    .tuple(
      fc.constantFrom(...tables),
      fc.constantFrom(
        'record',
        'value',
        'kind',
        'outline',
        'evidence',
        'state',
        'at',
        'batch',
        'origin',
        'status',
        'author',
        'customer_id',
      ),
      fc.constantFrom("''", "'x'", "'{}'", "'[]'", 'NULL', '-1', "'null'", 'char(0)'),
    )
    .map(([table, column, value]) => `UPDATE ${table} SET ${column} = ${value}`),
  fc.constantFrom(
    'CREATE TABLE odd (x)',
    'PRAGMA user_version = 0',
    'PRAGMA user_version = 3',
    'PRAGMA user_version = -1',
    'DELETE FROM meta',
    'ALTER TABLE accounts RENAME TO others',
    'ALTER TABLE decision_log ADD COLUMN odd',
    'CREATE VIEW odd AS SELECT 1',
    'PRAGMA writable_schema = ON',
    "DELETE FROM sqlite_schema WHERE name = 'journal'",
    'VACUUM',
  ),
);

/** A project file that somebody changed with a tool for databases: a whole database, of another schema or with other things in it. */
export const foreignProject: Target = {
  name: 'project-foreign',
  form: 'json',
  any: asJson(fc.array(statement, { minLength: 1, maxLength: 4 })),
  words: ['DROP TABLE ', 'UPDATE ', ' SET ', 'DELETE FROM ', 'meta', 'accounts', 'record', 'decision_log'],
  open: (folder) =>
    standFor(folder, (path, small, input) => {
      writeFileSync(path, small);
      const database = new Database(path);
      try {
        for (const one of statementsIn(input)) {
          try {
            database.exec(one);
          } catch {
            // What SQLite does not take is no change of the file.
          }
        }
        database.pragma('journal_mode = DELETE');
      } catch {
        // A schema that was taken apart; the file is as it is.
      } finally {
        database.close();
      }
      return true;
    }),
};

function statementsIn(input: Uint8Array): string[] {
  const given = parsed(input);
  if (!Array.isArray(given)) return [];
  // Nothing that reaches beyond the file.
  return given
    .slice(0, 6)
    .map(String)
    .filter((one) => !/attach|into|load_extension/i.test(one));
}

function parsed(input: Uint8Array): unknown {
  try {
    return JSON.parse(Buffer.from(input).toString());
  } catch {
    return null;
  }
}
