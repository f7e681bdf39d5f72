export { changesBetween } from './changes.ts';
export { describeDisagreement } from './disagreement.ts';
export { drawn } from './draw.ts';
export { History } from './history.ts';
export { drawsFor } from './interval.ts';
export { type MergePlan, mergePlan } from './merge.ts';
export { type BulkOutcome, Review } from './review.ts';
export { sampleOf } from './sampling.ts';
export { decidedPairs, settledRejections } from './teaching.ts';
