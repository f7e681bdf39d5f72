export { type CustomerSearch, preparingSearch } from './customer-search.ts';
