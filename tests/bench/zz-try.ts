import { match } from '#app/match/index.ts';
import { linkageSets, readLinkageSet, withoutAddress } from './linkage-set.ts';
import { candidateRecall, proposedLinks, qualityOf, vlookupLinks } from './quality.ts';

for (const set of linkageSets.flatMap((n) =>
  n.startsWith('chi') ? [readLinkageSet(n), withoutAddress(readLinkageSet(n))] : [readLinkageSet(n)],
)) {
  const r = await match(set);
  const q = qualityOf(proposedLinks(r.proposals, ['certain', 'likely']), set.truth);
  const c = qualityOf(proposedLinks(r.proposals, ['certain']), set.truth);
  const all = qualityOf(proposedLinks(r.proposals, ['certain', 'likely', 'possible']), set.truth);
  const n = (x: number) => x.toFixed(4);
  console.log(
    set.name.padEnd(40),
    'P',
    n(q.precision),
    'R',
    n(q.recall),
    'F1',
    n(q.f1),
    '| certain',
    n(c.precision),
    c.links,
    '| +possible F1',
    n(all.f1),
    '| conflicts',
    r.proposals.filter((p) => p.state === 'conflict').length,
    'candR',
    n(candidateRecall(r.proposals, set.truth)),
    'ms',
    Math.round(r.milliseconds),
    'vlookup',
    n(qualityOf(vlookupLinks(set), set.truth).f1),
    'prior',
    r.model.prior.toFixed(2),
  );
  if (process.argv[2])
    console.log(JSON.stringify(r.model.weights, (k, v) => (typeof v === 'number' ? +v.toFixed(4) : v)));
}
