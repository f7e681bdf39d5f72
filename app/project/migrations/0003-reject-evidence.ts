/** What the records of a rejected pair said when it was rejected: a hash for each thing that the matcher reads. */
export const rejectEvidence = `
CREATE TABLE reject_evidence (
  decision_seq INTEGER PRIMARY KEY REFERENCES decision_log (seq),
  account TEXT NOT NULL,
  customer TEXT NOT NULL
) STRICT;
`;
