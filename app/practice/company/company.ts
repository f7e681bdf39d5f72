import type { StoredRecord } from '../store/record.ts';

/** The objects that Salesforce begins with. */
export type SalesforceObject = 'Account' | 'Contact' | 'User' | 'Organization';
/** The entities that QuickBooks begins with. */
export type QuickbooksEntity = 'Customer' | 'Vendor' | 'Employee' | 'CompanyInfo' | 'Preferences';

/** All records that both services begin with. */
export interface Company {
  readonly salesforce: Readonly<Record<SalesforceObject, readonly StoredRecord[]>>;
  readonly quickbooks: Readonly<Record<QuickbooksEntity, readonly StoredRecord[]>>;
}

export const salesforceObjects: readonly SalesforceObject[] = ['Account', 'Contact', 'User', 'Organization'];
export const quickbooksEntities: readonly QuickbooksEntity[] = [
  'Customer',
  'Vendor',
  'Employee',
  'CompanyInfo',
  'Preferences',
];
