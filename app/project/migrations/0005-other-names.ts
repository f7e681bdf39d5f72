/**
 * The names of vendors and employees, who share QuickBooks' one space of display names with customers. A kind that has no
 * row in `other_name_lists` was never read, which is not the same as that there are none.
 */
export const otherNames = `
CREATE TABLE other_name_lists (
  kind TEXT PRIMARY KEY CHECK (kind IN ('vendor', 'employee'))
) STRICT, WITHOUT ROWID;

CREATE TABLE other_names (
  kind TEXT NOT NULL REFERENCES other_name_lists (kind),
  id TEXT NOT NULL,
  display_name TEXT NOT NULL,
  active INTEGER NOT NULL CHECK (active IN (0, 1)),
  PRIMARY KEY (kind, id)
) STRICT, WITHOUT ROWID;
`;
