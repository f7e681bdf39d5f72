/** What people wrote beside accounts: a line a remark, none ever changed. */
export const comments = `
CREATE TABLE comments (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  account_id TEXT NOT NULL,
  text TEXT NOT NULL,
  author TEXT NOT NULL,
  at TEXT NOT NULL
) STRICT;

CREATE INDEX comments_by_account ON comments (account_id);
`;
