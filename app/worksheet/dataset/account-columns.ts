import { joinCell } from '#shared/cell-list.ts';
import type { Account, Address } from '#shared/records.ts';
import { columnsOf, type DatasetColumn } from './column.ts';

const column = columnsOf<Account>('salesforce');

const addressColumns = (prefix: 'Billing' | 'Shipping', of: (account: Account) => Address) => [
  column(`${prefix}Street`, (account) => of(account).street),
  column(`${prefix}City`, (account) => of(account).city),
  column(`${prefix}State`, (account) => of(account).region),
  column(`${prefix}PostalCode`, (account) => of(account).postalCode),
  column(`${prefix}Country`, (account) => of(account).country),
];

const id = column('Id', (account) => account.id);
const others: readonly DatasetColumn<Account>[] = [
  column('Name', ({ name }) => name),
  column('Phone', ({ phone }) => phone),
  column('Other Phone', ({ otherPhones }) => joinCell(otherPhones), 'list'),
  column('Email', ({ emails }) => joinCell(emails), 'list'),
  column('Website', ({ website }) => website),
  ...addressColumns('Billing', ({ billing }) => billing),
  ...addressColumns('Shipping', ({ shipping }) => shipping),
  column('qime__QB_ID__c', ({ linkedCustomerId }) => linkedCustomerId),
  column('qime__QB_SyncToken__c', ({ syncToken }) => syncToken),
  column('ParentId', ({ parentId }) => parentId),
  column('Owner.Name', ({ owner }) => owner),
  column('Type', ({ type }) => type),
  column('qime__Resale_Number__c', ({ resaleNumber }) => resaleNumber),
  column('qime__Taxable__c', ({ taxable }) => taxable, 'flag'),
  column('qime__Tax_Exemption_Reason__c', ({ taxExemptionReason }) => taxExemptionReason),
  column('AnnualRevenue', ({ annualRevenue }) => annualRevenue, 'money'),
  column('LastModifiedDate', ({ lastModified }) => lastModified, 'date'),
  column('SystemModstamp', ({ systemModstamp }) => systemModstamp, 'date'),
];

/** The columns of saved accounts. Accounts of a file without ids have row numbers for ids, which are left out. */
export function accountColumns(hasIds: boolean): readonly DatasetColumn<Account>[] {
  return hasIds ? [id, ...others] : others;
}
