export {
  type AccountsFile,
  type AccountsRequest,
  type Batches,
  ColumnMap,
  type CustomersFile,
  type CustomersRequest,
  type CustomersSummary,
  eachBatch,
  type FileDecision,
  type FileSummary,
  loadColumnMap,
  readAccountsFile,
  readCustomersFile,
  readDecisionsFile,
  streamAccountsFile,
  streamCustomersFile,
} from './files/index.ts';
export type { Hooks } from './hooks.ts';
export type { CurrentCustomer, CustomersExport, QuickBooksClient } from './quickbooks/client.ts';
export { connectQuickBooks } from './quickbooks/connect.ts';
export type {
  AccountsExport,
  CurrentLink,
  LinkWrite,
  SalesforceClient,
  WriteOutcome,
} from './salesforce/client.ts';
export { connectSalesforce } from './salesforce/connect.ts';
export type { ConnectionEvents, RefreshedTokens } from './service/events.ts';
export {
  type EnvironmentSettings,
  type QuickBooksSettings,
  type SalesforceSettings,
  settingsFromEnvironment,
} from './settings.ts';
