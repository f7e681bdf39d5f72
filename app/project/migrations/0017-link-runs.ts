/**
 * What a run of links needs to stop and go on: why it waits for the person, whether its first links came out as planned,
 * how many it left out in the end, and the bulk jobs that it gave to Salesforce, each stored before anything is handed to it.
 */
export const linkRuns = `
ALTER TABLE runs ADD COLUMN waits TEXT CHECK (waits IN ('paused', 'held'));
ALTER TABLE runs ADD COLUMN proven INTEGER NOT NULL DEFAULT 0;
ALTER TABLE runs ADD COLUMN left_out INTEGER NOT NULL DEFAULT 0;

CREATE INDEX journal_by_state ON journal (run_id, state);

CREATE TABLE bulk_jobs (
  job_id TEXT PRIMARY KEY,
  run_id INTEGER NOT NULL REFERENCES runs (id),
  settled INTEGER NOT NULL DEFAULT 0,
  at TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE INDEX bulk_jobs_by_run ON bulk_jobs (run_id);
`;
