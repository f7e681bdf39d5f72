export { describePair, explainPair } from './explain.ts';
export { matchInWorker } from './in-worker.ts';
export { type MatchInput, type MatchResult, match } from './match.ts';
export { MatchModel, storedModel } from './model.ts';
export type { MatchHooks } from './pace.ts';
