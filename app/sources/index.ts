export {
  type AccountsFile,
  type AccountsRequest,
  type Batches,
  ColumnMap,
  type CustomersFile,
  type CustomersRequest,
  type CustomersSummary,
  checkedColumnMap,
  checkFile,
  eachBatch,
  type FileDecision,
  type FileSummary,
  headingKey,
  loadColumnMap,
  longSalesforceId,
  previewFile,
  type Row,
  readAccountsFile,
  readCustomersFile,
  readDecisionsFile,
  readSheets,
  type SheetRows,
  savedBy,
  streamAccountsFile,
  streamCustomersFile,
} from './files/index.ts';
export type { Hooks } from './hooks.ts';
export type {
  ActiveChange,
  CurrentCustomer,
  CustomersExport,
  QuickBooksClient,
} from './quickbooks/client.ts';
export { connectQuickBooks } from './quickbooks/connect.ts';
export { intuitPlaces, type QuickBooksPlaces, quickBooksOAuth } from './quickbooks/oauth.ts';
export { quickBooksSignInFailure } from './quickbooks/sign-in-failure.ts';
export type {
  AccountCarrying,
  AccountsExport,
  AccountToCreate,
  BulkJob,
  BulkLinks,
  BulkOutcome,
  CreateOutcome,
  CurrentLink,
  LinkWrite,
  SalesforceClient,
  WriteOutcome,
} from './salesforce/client.ts';
export { connectSalesforce } from './salesforce/connect.ts';
export { myDomainOrigin } from './salesforce/login-address.ts';
export type { NewAccountField, NewAccountForm } from './salesforce/new-account-form.ts';
export { type SignInProof, salesforceOAuth } from './salesforce/oauth.ts';
export { signInFailure as salesforceSignInFailure } from './salesforce/sign-in-failure.ts';
export { safeAddress } from './service/address.ts';
export type { ConnectionEvents, RefreshedTokens } from './service/events.ts';
export { thriftily } from './service/thrift.ts';
export {
  type EnvironmentSettings,
  type QuickBooksSettings,
  quickbooksFromEnvironment,
  type SalesforceSettings,
  salesforceFromEnvironment,
  settingsFromEnvironment,
} from './settings.ts';
