/**
 * For each record the export in which it last changed, so that a match can go on from what it knew; and the evidence of
 * proposals apart from their outline, so that a large review need not hold it.
 */
export const revisions = `
ALTER TABLE accounts ADD COLUMN revision INTEGER NOT NULL DEFAULT 0;
ALTER TABLE customers ADD COLUMN revision INTEGER NOT NULL DEFAULT 0;

ALTER TABLE proposals RENAME TO former_proposals;

CREATE TABLE proposals (
  account_id TEXT PRIMARY KEY,
  outline TEXT NOT NULL,
  evidence TEXT NOT NULL
) STRICT;

INSERT INTO proposals (account_id, outline, evidence)
SELECT
  account_id,
  json_set(proposal, '$.candidates', json((
    SELECT json_group_array(json_remove(value, '$.evidence'))
    FROM (SELECT value FROM json_each(proposal, '$.candidates') ORDER BY key)
  ))),
  (
    SELECT json_group_array(json_extract(value, '$.evidence'))
    FROM (SELECT value FROM json_each(proposal, '$.candidates') ORDER BY key)
  )
FROM former_proposals;

DROP TABLE former_proposals;
`;
