/** A person's word on identifiers: one for each. */
export const pins = `
CREATE TABLE pins (
  kind TEXT NOT NULL CHECK (kind IN ('phone', 'email', 'domain')),
  value TEXT NOT NULL,
  word TEXT NOT NULL CHECK (word IN ('shared', 'good')),
  author TEXT NOT NULL,
  at TEXT NOT NULL,
  PRIMARY KEY (kind, value)
) STRICT, WITHOUT ROWID;
`;
