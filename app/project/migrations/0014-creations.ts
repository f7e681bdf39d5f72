/**
 * Customers that runs create from accounts, a row each, and what a person wrote into their fields before. The run itself
 * stands among the others, since it writes links, too.
 */
export const creations = `
CREATE TABLE creations (
  run_id INTEGER NOT NULL REFERENCES runs (id),
  account_id TEXT NOT NULL,
  account_name TEXT NOT NULL,
  decision_seq INTEGER NOT NULL,
  account_modstamp TEXT NOT NULL,
  before_sync_token TEXT NOT NULL,
  fields TEXT NOT NULL,
  request_id TEXT NOT NULL UNIQUE,
  state TEXT NOT NULL CHECK (state IN ('planned', 'sent', 'created', 'linked', 'failed', 'refused', 'unknown')),
  sent_at TEXT NOT NULL,
  customer_id TEXT NOT NULL,
  sync_token TEXT NOT NULL,
  message TEXT NOT NULL,
  service_message TEXT NOT NULL,
  service_code TEXT NOT NULL,
  at TEXT NOT NULL,
  PRIMARY KEY (run_id, account_id),
  CHECK (state NOT IN ('created', 'linked') OR customer_id <> '')
) STRICT, WITHOUT ROWID;

CREATE INDEX creations_by_account ON creations (account_id);

CREATE TABLE creation_edits (
  account_id TEXT NOT NULL,
  field TEXT NOT NULL,
  value TEXT NOT NULL,
  PRIMARY KEY (account_id, field)
) STRICT, WITHOUT ROWID;
`;
