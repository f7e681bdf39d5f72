/** The first format: datasets as exported, proposals, the decision log, runs and their journal. */
export const initial = `
CREATE TABLE meta (
  key TEXT PRIMARY KEY,
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE datasets (
  side TEXT PRIMARY KEY CHECK (side IN ('salesforce', 'quickbooks')),
  origin TEXT NOT NULL,
  exported_at TEXT NOT NULL,
  problems TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE accounts (
  position INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  record TEXT NOT NULL
) STRICT;

CREATE TABLE customers (
  position INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  record TEXT NOT NULL
) STRICT;

CREATE TABLE proposals (
  account_id TEXT PRIMARY KEY,
  proposal TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE decision_log (
  seq INTEGER PRIMARY KEY AUTOINCREMENT,
  batch INTEGER NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('confirm', 'reject', 'skip', 'create-new', 'ignore', 'undo', 'redo')),
  account_id TEXT,
  customer_id TEXT,
  author TEXT NOT NULL,
  at TEXT NOT NULL,
  CHECK ((kind IN ('undo', 'redo')) = (account_id IS NULL))
) STRICT;

CREATE TABLE runs (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  kind TEXT NOT NULL CHECK (kind IN ('write-links')),
  status TEXT NOT NULL CHECK (status IN ('running', 'finished', 'interrupted', 'cancelled', 'failed')),
  author TEXT NOT NULL,
  started_at TEXT NOT NULL,
  finished_at TEXT,
  organisation TEXT NOT NULL,
  error TEXT
) STRICT;

CREATE TABLE journal (
  run_id INTEGER NOT NULL REFERENCES runs (id),
  account_id TEXT NOT NULL,
  account_name TEXT NOT NULL,
  customer_id TEXT NOT NULL,
  customer_name TEXT NOT NULL,
  decision_seq INTEGER NOT NULL,
  before_customer_id TEXT NOT NULL,
  before_sync_token TEXT NOT NULL,
  after_customer_id TEXT NOT NULL,
  after_sync_token TEXT NOT NULL,
  account_modstamp TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('planned', 'sent', 'done', 'failed', 'refused', 'unknown')),
  message TEXT NOT NULL,
  service_message TEXT NOT NULL,
  at TEXT NOT NULL,
  PRIMARY KEY (run_id, account_id)
) STRICT, WITHOUT ROWID;

CREATE INDEX journal_by_account ON journal (account_id);
`;
