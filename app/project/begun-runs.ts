import type Database from 'better-sqlite3';
import { RunId } from '#shared/ids.ts';
import type { Steps } from '#shared/steps.ts';
import { inserting } from './inserting.ts';

/** Of a query that reads runs: those of which all rows are there. */
export const isWhole = (run: string): string => `${run} NOT IN (SELECT run_id FROM half_begun_runs)`;

/** Starts runs in small steps. */
export interface BegunRuns {
  /**
   * Makes a run with `insertRun`, and its rows with `insert`; `more` adds rows of other kinds. It is a run once all of it is
   * on disk. Where the program ends before, {@link forgetHalfBegun} removes it, and so does an error.
   */
  beginning<Row>(
    insertRun: () => Database.RunResult,
    rows: Iterable<Row>,
    insert: (run: RunId, row: Row) => void,
    more?: (run: RunId) => Steps<void>,
  ): Steps<RunId>;
  /** Removes runs of which not all rows are there. Nothing of them was sent. */
  forgetHalfBegun(): void;
}

/** Starts runs in an open project database. */
export function begunRuns(database: Database.Database): BegunRuns {
  const mark = database.prepare('INSERT INTO half_begun_runs (run_id) VALUES (?)');
  const unmark = database.prepare('DELETE FROM half_begun_runs WHERE run_id = ?');

  const forgetHalfBegun = database.transaction(() => {
    for (const run of database.prepare<[], number>('SELECT run_id FROM half_begun_runs').pluck().all()) {
      for (const table of ['journal', 'creations', 'removals', 'half_begun_runs']) {
        database.prepare(`DELETE FROM ${table} WHERE run_id = ?`).run(run);
      }
      database.prepare('DELETE FROM runs WHERE id = ?').run(run);
    }
  });

  return {
    *beginning(insertRun, rows, insert, more) {
      const run = database.transaction(() => {
        const begun = RunId.parse(Number(insertRun().lastInsertRowid));
        mark.run(begun);
        return begun;
      })();
      try {
        yield* inserting(database, rows, (row) => insert(run, row));
        if (more !== undefined) yield* more(run);
      } catch (error) {
        forgetHalfBegun();
        throw error;
      }
      unmark.run(run);
      return run;
    },
    forgetHalfBegun,
  };
}
