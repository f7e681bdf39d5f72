import type { BulkPreview } from '#shared/bulk.ts';
import type { DecisionKind } from '#shared/decisions.ts';
import type { AccountId, CustomerId } from '#shared/ids.ts';
import type { Sample } from '#shared/sampling.ts';

type Pair = BulkPreview['decisions'][number];

/** One decision of many, as the engine takes it. */
export interface PlannedDecision {
  readonly accountId: AccountId;
  readonly customerId: CustomerId | null;
  readonly kind: DecisionKind;
}

/** What one batch will decide, after a blind sample where there was one. */
export interface BulkPlan {
  readonly decisions: readonly PlannedDecision[];
  /** How many are decided as was asked. */
  readonly asAsked: number;
  /** How many are rejected instead, having been found wrong in the sample. */
  readonly rejected: number;
  /** How many are left as they are, the person having been unsure of them. */
  readonly unsure: number;
}

/**
 * Turns what a bulk decision may take into one batch. In a confirmation the pairs that a sample found wrong are rejected,
 * and those of which the person was unsure are left alone; without answers a sample changes nothing.
 */
export function bulkPlan(kind: DecisionKind, pairs: readonly Pair[], sample: Sample | null): BulkPlan {
  const answers = new Map(kind === 'confirm' ? sample?.pairs.map((pair) => [pair.accountId, pair]) : []);
  const decisions: PlannedDecision[] = [];
  let [rejected, unsure] = [0, 0];
  for (const pair of pairs) {
    const answer = answers.get(pair.accountId);
    const verdict = answer?.customerId === pair.customerId ? answer.verdict : null;
    if (verdict === 'unsure') unsure += 1;
    else decisions.push({ ...pair, kind: verdict === 'wrong' ? 'reject' : kind });
    if (verdict === 'wrong') rejected += 1;
  }
  return { decisions, asAsked: decisions.length - rejected, rejected, unsure };
}

/**
 * The newest sample that was drawn from exactly so many pairs and all of whose pairs are among these: what it shows is
 * true of them. Null where there is none.
 */
export function sampleOfPairs(samples: readonly Sample[], pairs: readonly Pair[]): Sample | null {
  const customers = new Map(pairs.map(({ accountId, customerId }) => [accountId, customerId]));
  const fitting = samples.filter(
    (sample) =>
      sample.population === pairs.length &&
      sample.pairs.every(({ accountId, customerId }) => customers.get(accountId) === customerId),
  );
  return fitting.toSorted((left, right) => right.id - left.id)[0] ?? null;
}
