/** The exports that could be compared with the one before, and the records that came, went or changed with each. */
export const drift = `
CREATE TABLE exports (
  number INTEGER PRIMARY KEY,
  at TEXT NOT NULL,
  since TEXT NOT NULL,
  sides TEXT NOT NULL,
  last_decision INTEGER NOT NULL
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
`;
