export { RecordSearches } from './record-searches.ts';
