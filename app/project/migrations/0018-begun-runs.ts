/**
 * A large run is put into the project in small steps, and is none before all of it is there: until then it stands in
 * `half_begun_runs`, and the next opening removes it.
 */
export const begunRuns = `
CREATE TABLE half_begun_runs (
  run_id INTEGER PRIMARY KEY REFERENCES runs (id)
) STRICT;
`;
