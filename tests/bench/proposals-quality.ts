import { join } from 'node:path';
import { csvRows } from './csv-rows.ts';
import { pairKey } from './linkage-set.ts';
import type { Truth } from './truth.ts';

/** Precision, recall and F1, each 0 to 1, and the number of links. */
interface Reached {
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
  readonly links: number;
}

export interface ProposalsQuality {
  /** Rank 1 in the bands certain and likely. */
  readonly proposed: Reached;
  /** F1 of `proposed` where copies are left out of account: its precision, and the recall of businesses without any. */
  readonly f1Uncopied: number;
  readonly certain: Reached;
  /** Rank 1 at or above the score that gives the best F1. */
  readonly best: Reached & { readonly threshold: number };
  /** The share of businesses with a right pair in the file, at any rank. */
  readonly candidateRecall: number;
  /** Expected calibration error of rank 1: ten bins of equal width, each weighted with its rows. */
  readonly calibrationError: number;
  readonly conflicts: number;
}

interface Proposed {
  readonly score: number;
  readonly band: string;
  /** The business that the link is right for; -1 for a wrong one. */
  readonly business: number;
}

function reached(rows: readonly Proposed[], businesses: number): Reached {
  const right = rows.filter(({ business }) => business >= 0);
  const found = new Set(right.map(({ business }) => business)).size;
  return summary(right.length, rows.length, found, businesses);
}

/** The measures of `links` links, `right` of which are right and link `found` of `businesses` businesses. */
export function summary(right: number, links: number, found: number, businesses: number): Reached {
  const precision = links === 0 ? 1 : right / links;
  const recall = businesses === 0 ? 1 : found / businesses;
  const f1 = right === 0 ? 0 : (2 * precision * recall) / (precision + recall);
  return { precision, recall, f1, links };
}

function bestOf(rows: readonly Proposed[], businesses: number): Reached & { threshold: number } {
  const falling = rows.toSorted((one, other) => other.score - one.score);
  const found = new Set<number>();
  let right = 0;
  let best = { ...summary(0, 0, 0, businesses), threshold: 1 };
  for (const [at, { score, business }] of falling.entries()) {
    if (business >= 0) {
      right += 1;
      found.add(business);
    }
    if (falling[at + 1]?.score === score) continue;
    const here = summary(right, at + 1, found.size, businesses);
    if (here.f1 > best.f1) best = { ...here, threshold: score };
  }
  return best;
}

const BINS = 10;

function calibrationError(rows: readonly Proposed[]): number {
  const bins = Array.from({ length: BINS }, () => ({ scores: 0, right: 0 }));
  for (const { score, business } of rows) {
    const bin = bins[Math.min(BINS - 1, Math.floor(score * BINS))];
    if (bin === undefined) throw new RangeError(`A score of ${score}`);
    bin.scores += score;
    if (business >= 0) bin.right += 1;
  }
  const off = bins.reduce((sum, { scores, right }) => sum + Math.abs(scores - right), 0);
  return rows.length === 0 ? 0 : off / rows.length;
}

/** Reads proposals.csv of a folder and measures it against the truth. */
export async function proposalsQuality(folder: string, truth: Truth): Promise<ProposalsQuality> {
  const first: Proposed[] = [];
  const found = new Set<number>();
  const conflicts = new Set<string>();
  for await (const row of csvRows(join(folder, 'proposals.csv'))) {
    const { account_id = '', customer_id = '', rank, score, band = '', state } = row;
    const business = truth.businessOf.get(pairKey(account_id, customer_id)) ?? -1;
    if (business >= 0) found.add(business);
    if (state === 'conflict') conflicts.add(account_id);
    if (rank === '1') first.push({ score: Number(score), band, business });
  }
  const { businesses, uncopied } = truth;
  const inBands = (...bands: string[]): Proposed[] => first.filter(({ band }) => bands.includes(band));
  const proposed = inBands('certain', 'likely');
  const right = proposed.filter(({ business }) => business >= 0);
  const foundUncopied = new Set(right.map(({ business }) => business)).intersection(uncopied).size;
  return {
    proposed: reached(proposed, businesses),
    f1Uncopied: summary(right.length, proposed.length, foundUncopied, uncopied.size).f1,
    certain: reached(inBands('certain'), businesses),
    best: bestOf(first, businesses),
    candidateRecall: businesses === 0 ? 1 : found.size / businesses,
    calibrationError: calibrationError(first),
    conflicts: conflicts.size,
  };
}
