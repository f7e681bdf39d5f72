/** Every export that followed another one, and the records that came, went or changed with it. */
export const drift = `
CREATE TABLE exports (
  number INTEGER PRIMARY KEY,
  at TEXT NOT NULL,
  since TEXT NOT NULL
) STRICT;

CREATE TABLE drift (
  export INTEGER NOT NULL,
  side TEXT NOT NULL CHECK (side IN ('salesforce', 'quickbooks')),
  kind TEXT NOT NULL CHECK (kind IN ('new', 'changed', 'gone')),
  id TEXT NOT NULL,
  name TEXT NOT NULL,
  changes TEXT NOT NULL,
  fate TEXT NOT NULL,
  PRIMARY KEY (export, side, kind, id)
) STRICT, WITHOUT ROWID;

CREATE INDEX drift_by_name ON drift (export, side, kind, name COLLATE NOCASE, id);
`;
