import type { Band, Evidence } from '#shared/pairs.ts';

const leastCertain = 0.99;
const leastLikely = 0.5;

/** A pair below this score is no candidate. */
export const candidateFloor = 0.12;

/** A comparison that agrees counts as a witness from so many bits on. */
const witnessBits = 3;
/** A pair is never certain on a single witness, nor when a comparison is more than this against it. */
const fewestWitnesses = 2;
const mostAgainst = -1;

/**
 * Levels that hold a contradiction whatever they weigh: another house in the same street, other words in the name.
 * They are how branches and neighbours look.
 */
const doubtful = new Set(['other-number', 'near-number', 'other-branch', 'partial', 'slight']);

/**
 * Name, phone and website are alike at every site of one owner; an address or a mailbox tells the sites apart. Without
 * such a witness a pair may be two sites.
 */
const tellsSitesApart = ({ field, level, bits }: Evidence): boolean =>
  bits >= witnessBits && (field === 'address' || (field === 'email' && level !== 'same-domain'));

function isCorroborated(evidence: readonly Evidence[]): boolean {
  const compared = evidence.filter(({ field }) => field !== 'prior' && field !== 'competition');
  if (compared.some(({ bits, level }) => bits < mostAgainst || doubtful.has(level))) return false;
  if (!compared.some(tellsSitesApart)) return false;
  return compared.filter(({ bits }) => bits >= witnessBits).length >= fewestWitnesses;
}

/**
 * Two businesses share a building: where the names differ, and a phone, e-mail or website too, an address says little.
 */
function isOnlyOneBuilding(evidence: readonly Evidence[]): boolean {
  const others = evidence.filter(
    ({ field }) => field === 'phone' || field === 'email' || field === 'website',
  );
  return (
    evidence.some(({ field, level }) => field === 'name' && level === 'different') &&
    others.some(({ bits }) => bits < mostAgainst) &&
    !others.some(({ bits }) => bits >= witnessBits)
  );
}

/**
 * The band of a pair; null below the floor. `certain` asks for more than a high score: two comparisons that agree, and
 * none that speaks against the pair, since what makes branches alike (name and phone) is not independent.
 */
export function bandOf(score: number, evidence: readonly Evidence[]): Band | null {
  if (score >= leastCertain && isCorroborated(evidence)) return 'certain';
  if (score >= leastLikely && !isOnlyOneBuilding(evidence)) return 'likely';
  return score >= candidateFloor ? 'possible' : null;
}
