/** Blind samples that were drawn before pairs were confirmed in bulk, with what the person said of each pair. */
export const samples = `
CREATE TABLE samples (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  at TEXT NOT NULL,
  author TEXT NOT NULL,
  what TEXT NOT NULL,
  population INTEGER NOT NULL,
  bound REAL NOT NULL
) STRICT;

CREATE TABLE sample_pairs (
  sample_id INTEGER NOT NULL REFERENCES samples (id),
  position INTEGER NOT NULL,
  account_id TEXT NOT NULL,
  customer_id TEXT NOT NULL,
  verdict TEXT CHECK (verdict IN ('right', 'wrong', 'unsure')),
  PRIMARY KEY (sample_id, position)
) STRICT, WITHOUT ROWID;

CREATE UNIQUE INDEX sample_pairs_by_account ON sample_pairs (sample_id, account_id);
`;
