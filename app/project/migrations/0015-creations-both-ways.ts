/**
 * Records are created on either side (`side`) from one of the other: customers from accounts, accounts from customers. What a
 * person wrote into a field stands by side, too, and so does the template, which says what fields are filled from.
 */
export const creationsBothWays = `
CREATE TABLE next_creations (
  run_id INTEGER NOT NULL REFERENCES runs (id),
  side TEXT NOT NULL CHECK (side IN ('salesforce', 'quickbooks')),
  source_id TEXT NOT NULL,
  source_name TEXT NOT NULL,
  decision_seq INTEGER NOT NULL,
  source_version TEXT NOT NULL,
  before_sync_token TEXT NOT NULL,
  fields TEXT NOT NULL,
  request_id TEXT NOT NULL UNIQUE,
  overrules_duplicates INTEGER NOT NULL CHECK (overrules_duplicates IN (0, 1)),
  state TEXT NOT NULL CHECK (state IN ('planned', 'sent', 'created', 'linked', 'failed', 'refused', 'unknown')),
  sent_at TEXT NOT NULL,
  target_id TEXT NOT NULL,
  sync_token TEXT NOT NULL,
  message TEXT NOT NULL,
  service_message TEXT NOT NULL,
  service_code TEXT NOT NULL,
  at TEXT NOT NULL,
  PRIMARY KEY (run_id, source_id),
  CHECK (state NOT IN ('created', 'linked') OR target_id <> '')
) STRICT, WITHOUT ROWID;

INSERT INTO next_creations
SELECT run_id, 'quickbooks', account_id, account_name, decision_seq, account_modstamp, before_sync_token, fields, request_id, 0,
  state, sent_at, customer_id, sync_token, message, service_message, service_code, at
FROM creations;

DROP TABLE creations;
ALTER TABLE next_creations RENAME TO creations;
CREATE INDEX creations_by_source ON creations (source_id);

CREATE TABLE next_creation_edits (
  side TEXT NOT NULL,
  source_id TEXT NOT NULL,
  field TEXT NOT NULL,
  value TEXT NOT NULL,
  PRIMARY KEY (side, source_id, field)
) STRICT, WITHOUT ROWID;

INSERT INTO next_creation_edits SELECT 'quickbooks', account_id, field, value FROM creation_edits;
DROP TABLE creation_edits;
ALTER TABLE next_creation_edits RENAME TO creation_edits;

CREATE TABLE creation_templates (
  side TEXT NOT NULL,
  field TEXT NOT NULL,
  source TEXT NOT NULL,
  PRIMARY KEY (side, field)
) STRICT, WITHOUT ROWID;
`;
