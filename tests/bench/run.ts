import { match } from '#app/match/index.ts';
import { generatedSet } from './generated.ts';
import { type LinkageSet, readLinkageSet, withoutAddress } from './linkage-set.ts';
import { practiceSet } from './practice-set.ts';
import { candidateRecall, proposedLinks, qualityOf, vlookupLinks } from './quality.ts';

/** `npm run bench`: how good and how fast the matcher is, as one table. It prints, and never fails a test run. */
const sets: readonly (() => LinkageSet)[] = [
  () => readLinkageSet('chicago_ece_cps_x_find'),
  () => withoutAddress(readLinkageSet('chicago_ece_cps_x_find')),
  () => readLinkageSet('febrl3_1to1'),
  () => readLinkageSet('splink_fake_1000'),
  () => readLinkageSet('senzing_truthset'),
  () => practiceSet(2026),
  () => practiceSet(7),
  () => generatedSet(1_000, 1),
  () => generatedSet(10_000, 1),
  () => generatedSet(10_000, 2),
];

const percent = (share: number) => share.toFixed(4);
const rows = [];
for (const make of sets) {
  const set = make();
  const started = performance.now();
  const { proposals } = await match(set);
  const seconds = (performance.now() - started) / 1000;
  const proposed = qualityOf(proposedLinks(proposals, ['certain', 'likely']), set.truth);
  const certain = qualityOf(proposedLinks(proposals, ['certain']), set.truth);
  rows.push({
    set: set.name,
    'accounts × customers': `${set.accounts.length} × ${set.customers.length}`,
    pairs: set.truth.size,
    precision: percent(proposed.precision),
    recall: percent(proposed.recall),
    F1: percent(proposed.f1),
    'certain: precision': percent(certain.precision),
    'certain: links': certain.links,
    conflicts: proposals.filter(({ state }) => state === 'conflict').length,
    'candidate recall': percent(candidateRecall(proposals, set.truth)),
    'VLOOKUP F1': percent(qualityOf(vlookupLinks(set), set.truth).f1),
    seconds: Number(seconds.toFixed(2)),
  });
}
console.table(rows);
console.log(
  'precision, recall and F1: rank-1 proposals in the bands certain and likely. VLOOKUP: exact name, then exact e-mail.',
);
console.log(`Peak memory ${Math.round(process.resourceUsage().maxRSS / 1024)} MB, Node ${process.version}.`);
