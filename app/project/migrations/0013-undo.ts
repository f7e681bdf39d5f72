/**
 * A run may undo another one. Where an account had carried its id already when a link was to be written, nothing was
 * changed and nothing is to be undone: its entry says so from now on, as what it found is what it left. The journal refers
 * to the runs and is set aside while they are made anew.
 */
export const undo = `
CREATE TEMP TABLE kept_journal AS SELECT * FROM journal;
DELETE FROM journal;

CREATE TABLE next_runs (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  kind TEXT NOT NULL CHECK (kind IN ('write-links', 'undo-links')),
  undoes INTEGER REFERENCES runs (id),
  status TEXT NOT NULL CHECK (status IN ('running', 'finished', 'interrupted', 'cancelled', 'failed')),
  author TEXT NOT NULL,
  started_at TEXT NOT NULL,
  finished_at TEXT,
  organisation TEXT NOT NULL,
  error TEXT,
  CHECK ((kind = 'undo-links') = (undoes IS NOT NULL))
) STRICT;

INSERT INTO next_runs (id, kind, status, author, started_at, finished_at, organisation, error)
SELECT id, kind, status, author, started_at, finished_at, organisation, error FROM runs;

DROP TABLE runs;
ALTER TABLE next_runs RENAME TO runs;

INSERT INTO journal SELECT * FROM kept_journal;
DROP TABLE kept_journal;

UPDATE journal SET before_customer_id = after_customer_id, before_sync_token = after_sync_token
WHERE state = 'done' AND message = 'The account carried this id already.';
`;
