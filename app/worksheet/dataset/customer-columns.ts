import type { Address, Customer } from '#shared/records.ts';
import { columnsOf, type DatasetColumn } from './column.ts';

const column = columnsOf<Customer>('quickbooks');

/** QuickBooks has five lines for a street; the last takes what is over. */
const lines = 5;

function streetLine({ street }: Address, at: number): string {
  const all = street.split('\n');
  return at < lines - 1 ? (all[at] ?? '') : all.slice(at).join('\n');
}

const addressColumns = (prefix: 'Bill' | 'Ship', of: (customer: Customer) => Address) => [
  ...Array.from({ length: lines }, (_, at) =>
    column(`${prefix}AddrLine${at + 1}`, (customer) => streetLine(of(customer), at)),
  ),
  column(`${prefix}AddrCity`, (customer) => of(customer).city),
  column(`${prefix}AddrCountrySubDivisionCode`, (customer) => of(customer).region),
  column(`${prefix}AddrPostalCode`, (customer) => of(customer).postalCode),
  column(`${prefix}AddrCountry`, (customer) => of(customer).country),
];

const id = column('Id', (customer) => customer.id);
const displayName = column('DisplayName', (customer) => customer.displayName);
const key = column('DisplayName', (customer) => customer.id);
const others: readonly DatasetColumn<Customer>[] = [
  column('SyncToken', ({ syncToken }) => syncToken),
  column('CompanyName', ({ companyName }) => companyName),
  column('GivenName', ({ givenName }) => givenName),
  column('FamilyName', ({ familyName }) => familyName),
  column('PrintOnCheckName', ({ printOnCheckName }) => printOnCheckName),
  column('PrimaryEmailAddr', ({ email }) => email),
  column('PrimaryPhone', ({ phone }) => phone),
  column('Mobile', ({ mobile }) => mobile),
  column('AlternatePhone', ({ alternatePhone }) => alternatePhone),
  column('Fax', ({ fax }) => fax),
  column('WebAddr', ({ website }) => website),
  ...addressColumns('Bill', ({ billing }) => billing),
  ...addressColumns('Ship', ({ shipping }) => shipping),
  column('Active', ({ active }) => active, 'flag'),
  column('ParentRef', ({ parentId }) => parentId),
  column('Job', ({ job }) => job, 'flag'),
  column('IsProject', ({ isProject }) => isProject, 'flag'),
  column('Level', ({ level }) => level, 'count'),
  column('FullyQualifiedName', ({ fullyQualifiedName }) => fullyQualifiedName),
  column('Balance', ({ balance }) => balance, 'money'),
  column('BalanceWithJobs', ({ balanceWithJobs }) => balanceWithJobs, 'money'),
  column('CurrencyRef', ({ currency }) => currency),
  column('ResaleNum', ({ resaleNumber }) => resaleNumber),
  column('Taxable', ({ taxable }) => taxable, 'flag'),
  column('TaxExemptionReasonId', ({ taxExemptionReason }) => taxExemptionReason),
  column('Notes', ({ notes }) => notes),
  column('MetaData.CreateTime', ({ createdAt }) => createdAt, 'date'),
  column('MetaData.LastUpdatedTime', ({ lastModified }) => lastModified, 'date'),
];

/** The columns of saved customers. Those of a file without ids are known by the name that the file gave them. */
export function customerColumns(hasIds: boolean): readonly DatasetColumn<Customer>[] {
  return hasIds ? [id, displayName, ...others] : [key, ...others];
}
