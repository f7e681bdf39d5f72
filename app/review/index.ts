export { type BulkOutcome, Review } from './review.ts';
