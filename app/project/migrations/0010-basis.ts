/** With each decision the revision of the records that the person saw: what an export found since is news to them. */
export const basis = `
ALTER TABLE decision_log ADD COLUMN basis INTEGER NOT NULL DEFAULT 0;
`;
