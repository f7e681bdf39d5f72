export { type Batches, eachBatch, type FileSummary } from './batches.ts';
export { ColumnMap, checkedColumnMap, loadColumnMap } from './columns/column-map.ts';
export { headingKey } from './columns/headings.ts';
export { checkFile } from './preview/check-file.ts';
export { previewFile } from './preview/preview-file.ts';
export {
  type AccountsFile,
  type AccountsRequest,
  readAccountsFile,
  streamAccountsFile,
} from './read-accounts.ts';
export {
  type CustomersFile,
  type CustomersRequest,
  type CustomersSummary,
  readCustomersFile,
  streamCustomersFile,
} from './read-customers.ts';
export { type FileDecision, readDecisionsFile } from './read-decisions.ts';
export type { Row } from './rows.ts';
export { longSalesforceId } from './salesforce-id.ts';
export { readSheets, type SheetRows, savedBy } from './sheets.ts';
