/** How runs of links are cut, and how long they wait. Times in milliseconds. */
export interface LinkRunLimits {
  /** Links that are sent and looked at before all others. */
  readonly firstBatch: number;
  /** Runs of more links than this send a first batch. */
  readonly provesFrom: number;
  /** The most records one Collections call takes (wire limit). */
  readonly chunk: number;
  /** Links that are read again together before their calls: as many as the reads of both services take at once. */
  readonly block: number;
  /** How long after it was read again a link may be sent. */
  readonly freshFor: number;
  /** Runs of more links than this go by bulk jobs: 50 calls of Collections hold no more, the first batch counted. */
  readonly collectionsUpTo: number;
  /** Links of one job: one of the batches that Salesforce cuts jobs into, so that no two wait for each other's locks. */
  readonly job: number;
  /** How long a job may wait to begin before it is taken back, for what was read again grows old. */
  readonly queuedFor: number;
  /** Pauses before a job's state is asked for; the last one again and again. */
  readonly polls: readonly number[];
  /** Pauses after calls that were not answered; after the last one the run stops and waits for the person. */
  readonly pauses: readonly number[];
  /** Pauses before records that others had locked are tried again, at the end of a run. */
  readonly lockPauses: readonly number[];
}

export const usualLimits: LinkRunLimits = {
  firstBatch: 5,
  provesFrom: 20,
  chunk: 200,
  block: 1_000,
  freshFor: 30_000,
  collectionsUpTo: 9_800,
  job: 10_000,
  queuedFor: 300_000,
  polls: [1_000, 2_000, 4_000, 8_000, 15_000],
  pauses: [1_000, 5_000],
  lockPauses: [1_000, 4_000],
};
