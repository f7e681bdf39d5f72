/**
 * Batches of decisions whose lines are still being written, a few hundred at a time: they count once they are finished
 * and no longer here. An older program would take a part of one for the whole. By the index the next batch is numbered
 * without reading the whole log.
 */
export const unfinishedBatches = `
CREATE TABLE unfinished_batches (
  batch INTEGER PRIMARY KEY
) STRICT;

CREATE INDEX decision_log_by_batch ON decision_log (batch);
`;
