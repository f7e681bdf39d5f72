/**
 * What an undo does to the records that a run created: customers are made inactive; undoing that undo makes
 * customers active again. `expected` is by what it is seen that a record is still as it was left, `version` the same after.
 */
export const removals = `
CREATE TABLE removals (
  run_id INTEGER NOT NULL REFERENCES runs (id),
  action TEXT NOT NULL CHECK (action IN ('deactivate', 'reactivate')),
  record_id TEXT NOT NULL,
  name TEXT NOT NULL,
  account_id TEXT NOT NULL,
  expected TEXT NOT NULL,
  version TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('planned', 'sent', 'done', 'failed', 'refused', 'unknown')),
  message TEXT NOT NULL,
  service_message TEXT NOT NULL,
  at TEXT NOT NULL,
  PRIMARY KEY (run_id, record_id)
) STRICT, WITHOUT ROWID;
`;
