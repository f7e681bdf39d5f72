export { foundAccount } from './found-account.ts';
export { foundCustomer } from './found-customer.ts';
export { RecordSearches } from './record-searches.ts';
