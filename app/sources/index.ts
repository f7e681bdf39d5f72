export type { Hooks } from './hooks.ts';
export type { CurrentCustomer, CustomersExport, QuickBooksClient } from './quickbooks/client.ts';
export type {
  AccountsExport,
  CurrentLink,
  LinkWrite,
  SalesforceClient,
  WriteOutcome,
} from './salesforce/client.ts';
export type { QuickBooksSettings, SalesforceSettings } from './settings.ts';
export type { ConnectionEvents, RefreshedTokens } from './tokens.ts';
