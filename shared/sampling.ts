import { z } from 'zod';
import { AccountId, CustomerId } from './ids.ts';

/** What a person says of a pair of a blind sample. */
export const SampleVerdict = z.enum(['right', 'wrong', 'unsure']);
export type SampleVerdict = z.infer<typeof SampleVerdict>;

/** A pair of a blind sample; `verdict` is null until the person has answered. */
export const SamplePair = z.object({
  accountId: AccountId,
  customerId: CustomerId,
  verdict: SampleVerdict.nullable(),
});
export type SamplePair = z.infer<typeof SamplePair>;

const Share = z.number().min(0).max(1);
const Count = z.int().nonnegative();

/** A rate with its confidence interval, each from 0 to 1. */
export const Rate = z.object({ rate: Share, low: Share, high: Share });
export type Rate = z.infer<typeof Rate>;

/**
 * A blind sample of pairs that are to be confirmed in bulk. `what` says in words what was sampled; `population` counts
 * those pairs, `bound` is the wrong-link rate that the sample is large enough to show when it finds no wrong pair. `wrong`
 * is null until every pair is answered. `at` is ISO 8601.
 */
export const Sample = z.object({
  id: z.int().positive(),
  at: z.string(),
  author: z.string(),
  what: z.string(),
  population: Count,
  bound: Share,
  pairs: z.array(SamplePair),
  counts: z.object({ right: Count, wrong: Count, unsure: Count, open: Count }),
  wrong: Rate.nullable(),
});
export type Sample = z.infer<typeof Sample>;

/** The confidence of every interval that is shown. */
export const confidence = 0.95;
