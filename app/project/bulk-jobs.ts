import type Database from 'better-sqlite3';
import type { RunId } from '#shared/ids.ts';

/** The bulk jobs that runs gave to Salesforce, by their ids there. */
export interface BulkJobs {
  /** Stores a job before it is given anything. */
  beginJob(run: RunId, job: string, at: Date): void;
  /** The jobs of a run whose outcomes are not in the journal yet, oldest first. */
  openJobs(run: RunId): string[];
  /** The outcomes of a job are in the journal. */
  settleJob(job: string): void;
}

/** The bulk jobs over an open project database. */
export function bulkJobs(database: Database.Database): BulkJobs {
  const insert = database.prepare('INSERT INTO bulk_jobs (job_id, run_id, at) VALUES (?, ?, ?)');
  const settle = database.prepare('UPDATE bulk_jobs SET settled = 1 WHERE job_id = ?');
  const open = database
    .prepare<[number], string>('SELECT job_id FROM bulk_jobs WHERE run_id = ? AND settled = 0 ORDER BY at')
    .pluck();
  return {
    beginJob: (run, job, at) => void insert.run(job, run, at.toISOString()),
    openJobs: (run) => open.all(run),
    settleJob: (job) => void settle.run(job),
  };
}
