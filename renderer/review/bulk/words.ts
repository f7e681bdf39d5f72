import type { LeftOut } from '#shared/bulk.ts';
import type { DecisionKind } from '#shared/decisions.ts';
import type { Rate, Sample } from '#shared/sampling.ts';
import { confidence } from '#shared/sampling.ts';
import { formatCount, formatCounted, formatShare } from '../../format/numbers.ts';

/** Why rows are left out, after their number: "4 conflicts". */
export const leftOutWords: Record<LeftOut, string> = {
  decided: 'already decided or linked',
  conflict: 'in conflict, to be decided one by one',
  'rejected-before': 'back after a rejection, to be looked at again',
  'undone-before': 'linked once and undone, to be looked at again',
  'changed-since': 'changed since they were decided',
  'link-problem': 'linked with problems',
  'no-customer': 'without a customer',
  'customer-taken': 'whose customer another account has or would get as well',
};

const pairs = (count: number) => formatCounted(count, 'pair');
const accounts = (count: number) => formatCounted(count, 'account');

/** What a bulk decision is called, over its question. */
export const bulkTitles: Record<DecisionKind, string> = {
  confirm: 'Confirm many pairs',
  reject: 'Reject many pairs',
  skip: 'Skip many accounts',
  ignore: 'Ignore many accounts',
  'create-new': 'Mark many accounts as create new',
};

/** What a bulk decision does to so many, as a button says it. */
export const bulkActions: Record<DecisionKind, (count: number) => string> = {
  confirm: (count) => `Confirm ${pairs(count)}`,
  reject: (count) => `Reject ${pairs(count)}`,
  skip: (count) => `Skip ${accounts(count)}`,
  ignore: (count) => `Ignore ${accounts(count)}`,
  'create-new': (count) => `Mark ${accounts(count)} as create new`,
};

/** What a bulk decision did to so many. */
export const bulkResults: Record<DecisionKind, (count: number) => string> = {
  confirm: (count) => `${pairs(count)} confirmed`,
  reject: (count) => `${pairs(count)} rejected`,
  skip: (count) => `${accounts(count)} skipped`,
  ignore: (count) => `${accounts(count)} ignored`,
  'create-new': (count) => `${accounts(count)} marked as create new`,
};

/**
 * The result of a sample: "2 of 72 wrong: 2.8%, between 0.3% and 9.7% (95% confidence, Clopper–Pearson)". Pairs of which
 * the person was not sure may be wrong, and widen the interval, so it says how many they are.
 */
export function sampleResult(
  { counts, population }: Pick<Sample, 'counts' | 'population'>,
  { rate, low, high }: Rate,
): string {
  const answered = counts.right + counts.wrong + counts.unsure;
  const unsure = counts.unsure === 0 ? '' : ` and ${formatCount(counts.unsure)} not sure`;
  const found = `${formatCount(counts.wrong)} of ${formatCount(answered)} wrong${unsure}: ${formatShare(rate)}`;
  const how =
    answered >= population
      ? 'every pair was checked'
      : `${formatShare(confidence)} confidence, Clopper–Pearson`;
  return low === high
    ? `${found} (${how})`
    : `${found}, between ${formatShare(low)} and ${formatShare(high)} (${how})`;
}
