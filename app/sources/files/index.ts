export { ColumnMap, loadColumnMap } from './columns/column-map.ts';
export { type AccountsFile, readAccountsFile } from './read-accounts.ts';
export { type CustomersFile, readCustomersFile } from './read-customers.ts';
export { type FileDecision, readDecisionsFile } from './read-decisions.ts';
