/**
 * A line of the decision log may be about a customer alone, of which no account is proposed. The evidence of rejections
 * refers to the log and is set aside while the log is made anew.
 */
export const customerDecisions = `
CREATE TEMP TABLE kept_evidence AS SELECT decision_seq, account, customer FROM reject_evidence;
DELETE FROM reject_evidence;

CREATE TABLE next_decision_log (
  seq INTEGER PRIMARY KEY AUTOINCREMENT,
  batch INTEGER NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('confirm', 'reject', 'skip', 'create-new', 'ignore', 'undo', 'redo')),
  account_id TEXT,
  customer_id TEXT,
  author TEXT NOT NULL,
  at TEXT NOT NULL,
  CHECK (account_id IS NOT NULL OR (customer_id IS NULL) = (kind IN ('undo', 'redo')))
) STRICT;

INSERT INTO next_decision_log (seq, batch, kind, account_id, customer_id, author, at)
SELECT seq, batch, kind, account_id, customer_id, author, at FROM decision_log;

DROP TABLE decision_log;
ALTER TABLE next_decision_log RENAME TO decision_log;

INSERT INTO reject_evidence (decision_seq, account, customer) SELECT decision_seq, account, customer FROM kept_evidence;
DROP TABLE kept_evidence;
`;
