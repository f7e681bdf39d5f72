/**
 * A large run is put into the project in small steps, and is none before all of it is there: until then it stands in
 * `half_begun_runs`, and the next opening removes it. The journal of a run is read by the names of its accounts, in pages.
 */
export const begunRuns = `
CREATE TABLE half_begun_runs (
  run_id INTEGER PRIMARY KEY REFERENCES runs (id)
) STRICT;

CREATE INDEX journal_by_name ON journal (run_id, account_name, account_id);
`;
