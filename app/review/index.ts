export { changesBetween } from './changes.ts';
export { drawn } from './draw.ts';
export { drawsFor } from './interval.ts';
export { type BulkOutcome, Review } from './review.ts';
export { sampleOf } from './sampling.ts';
export { decidedPairs, settledRejections } from './teaching.ts';
