export { agreementsOf } from './agreement.ts';
export { adopted, type GatheredSide, Gathering } from './columns/gathering.ts';
export { stringAt } from './columns/strings.ts';
export { usualCountry } from './columns/usual-country.ts';
export { accountIdAt, customerIdAt } from './evidence.ts';
export { comparePairs, describePair, explainPair } from './explain.ts';
export {
  changedEvidence,
  EvidenceFingerprint,
  evidenceFingerprint,
} from './fingerprint.ts';
export { type Ground, type GroundRules, groundOf, type Sides } from './ground.ts';
export { type Changes, goneFrom, type Updated } from './live/changes.ts';
export { LiveMatch } from './live/live-match.ts';
export { type MatchInput, type MatchResult, match, usefulThreads } from './match.ts';
export { type Matched, matchSides } from './match-sides.ts';
export { type MatchModel, readingModel, storedModel } from './model.ts';
export { type MatchHooks, Pace } from './pace.ts';
export { reviewedCandidates } from './propose.ts';
export { Crew } from './threads/crew.ts';
