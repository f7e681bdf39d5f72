import type Database from 'better-sqlite3';
import type { AccountId, RunId } from '#shared/ids.ts';

/** The bulk jobs that runs gave to Salesforce, by their ids there. */
export interface BulkJobs {
  /** Stores a job before it is given anything; all of these entries of the run are `sent` with it. */
  beginJob(run: RunId, job: string, entries: readonly { readonly accountId: AccountId }[], at: Date): void;
  /** The jobs of a run whose outcomes are not in the journal yet, oldest first. */
  openJobs(run: RunId): string[];
  /** The outcomes of a job are in the journal. */
  settleJob(job: string): void;
}

/** The bulk jobs over an open project database. */
export function bulkJobs(database: Database.Database): BulkJobs {
  const insert = database.prepare('INSERT INTO bulk_jobs (job_id, run_id, at) VALUES (?, ?, ?)');
  const setSent = database.prepare(
    "UPDATE journal SET state = 'sent', message = '', service_message = '', at = ? WHERE run_id = ? AND account_id = ?",
  );
  const settle = database.prepare('UPDATE bulk_jobs SET settled = 1 WHERE job_id = ?');
  const open = database
    .prepare<[number], string>('SELECT job_id FROM bulk_jobs WHERE run_id = ? AND settled = 0 ORDER BY at')
    .pluck();
  return {
    beginJob: database.transaction((run, job, entries, at) => {
      const time = at.toISOString();
      insert.run(job, run, time);
      for (const { accountId } of entries) setSent.run(time, run, accountId);
    }),
    openJobs: (run) => open.all(run),
    settleJob: (job) => void settle.run(job),
  };
}
