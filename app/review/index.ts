export { changesBetween } from './changes.ts';
export { type BulkOutcome, Review } from './review.ts';
export { decidedPairs, settledRejections } from './teaching.ts';
