import { describe, expect, test } from 'vitest';
import { match } from '#app/match/index.ts';
import type { LinkageSet } from '../../bench/linkage-set.ts';
import { readLinkageSet, withoutAddress } from '../../bench/linkage-set.ts';
import { practiceSet } from '../../bench/practice-set.ts';
import { candidateRecall, proposedLinks, qualityOf, vlookupLinks } from '../../bench/quality.ts';

/** Floors a little below what is reached (docs/matching.md); `certain` is the precision of that band. */
const floors: readonly [LinkageSet, { f1: number; certain: number; found: number }][] = [
  [readLinkageSet('chicago_ece_cps_x_find'), { f1: 0.95, certain: 0.995, found: 0.97 }],
  [withoutAddress(readLinkageSet('chicago_ece_cps_x_find')), { f1: 0.915, certain: 0.995, found: 0.94 }],
  [readLinkageSet('febrl3_1to1'), { f1: 0.998, certain: 0.999, found: 0.998 }],
  [readLinkageSet('splink_fake_1000'), { f1: 0.91, certain: 0.99, found: 0.9 }],
  [practiceSet(2026), { f1: 0.955, certain: 0.995, found: 0.99 }],
  [practiceSet(7), { f1: 0.955, certain: 0.995, found: 0.99 }],
];

describe('the links proposed for sets with a known truth', () => {
  test.each(floors)('$name', async (set, { f1, certain, found }) => {
    const { proposals } = await match(set);
    const proposed = qualityOf(proposedLinks(proposals, ['certain', 'likely']), set.truth);
    expect(proposed.f1).toBeGreaterThanOrEqual(f1);
    expect(qualityOf(proposedLinks(proposals, ['certain']), set.truth).precision).toBeGreaterThanOrEqual(
      certain,
    );
    expect(candidateRecall(proposals, set.truth)).toBeGreaterThanOrEqual(found);
    expect(proposed.f1).toBeGreaterThan(qualityOf(vlookupLinks(set), set.truth).f1 + 0.1);
  });
});

test('of the tricky cases nothing is called certain that is wrong', async () => {
  const set = readLinkageSet('senzing_truthset');
  const { proposals } = await match(set);
  expect(qualityOf(proposedLinks(proposals, ['certain']), set.truth).precision).toBe(1);
});
