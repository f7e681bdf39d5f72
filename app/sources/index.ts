export {
  type AccountsFile,
  ColumnMap,
  type CustomersFile,
  type FileDecision,
  loadColumnMap,
  readAccountsFile,
  readCustomersFile,
  readDecisionsFile,
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
