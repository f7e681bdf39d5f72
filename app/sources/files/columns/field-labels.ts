import type { FileKind } from '#shared/files.ts';
import type { AccountField } from './account-layout.ts';
import type { ContactField } from './contact-layout.ts';
import type { CustomerField } from './customer-layout.ts';

type AddressPart = 'Street' | 'City' | 'State' | 'PostalCode' | 'Country' | 'Address';

const address = {
  billingStreet: 'Billing street',
  billingCity: 'Billing city',
  billingState: 'Billing state',
  billingPostalCode: 'Billing postal code',
  billingCountry: 'Billing country',
  billingAddress: 'Billing address in one',
  shippingStreet: 'Shipping street',
  shippingCity: 'Shipping city',
  shippingState: 'Shipping state',
  shippingPostalCode: 'Shipping postal code',
  shippingCountry: 'Shipping country',
  shippingAddress: 'Shipping address in one',
} as const satisfies Record<`${'billing' | 'shipping'}${AddressPart}`, string>;

const tax = {
  resaleNumber: 'Resale number',
  taxable: 'Taxable',
  taxExemptionReason: 'Tax exemption reason',
} as const;

const accountLabels: Readonly<Record<AccountField, string>> = {
  id: 'Account ID',
  name: 'Account name',
  phone: 'Phone',
  otherPhones: 'Other phones',
  emails: 'E-mail',
  website: 'Website',
  ...address,
  linkedCustomerId: 'QuickBooks id',
  syncToken: 'QuickBooks sync token',
  parentId: 'Parent account ID',
  owner: 'Owner',
  type: 'Type',
  ...tax,
  annualRevenue: 'Annual revenue',
  lastModified: 'Last modified',
  systemModstamp: 'System modstamp',
};

const customerLabels: Readonly<Record<CustomerField, string>> = {
  id: 'Customer id',
  displayName: 'Display name',
  fullyQualifiedName: 'Full name with parents',
  companyName: 'Company name',
  givenName: 'Given name',
  familyName: 'Family name',
  contactName: 'Contact’s name in one',
  printOnCheckName: 'Name on checks',
  email: 'E-mail',
  phoneNumbers: 'Phone numbers in one',
  phone: 'Phone',
  mobile: 'Mobile',
  alternatePhone: 'Other phone',
  fax: 'Fax',
  website: 'Website',
  ...address,
  active: 'Active',
  hidden: 'Inactive',
  parentId: 'Parent customer',
  job: 'Sub-customer or job',
  isProject: 'Project',
  level: 'Level',
  balance: 'Balance',
  balanceWithJobs: 'Balance with jobs',
  currency: 'Currency',
  ...tax,
  notes: 'Notes',
  syncToken: 'Sync token',
  createdAt: 'Created',
  lastModified: 'Last modified',
};

const contactLabels: Readonly<Record<ContactField, string>> = { accountId: 'Account ID', emails: 'E-mail' };

/** The words for our fields, in the order in which a person chooses among them. */
export const fieldLabels: Readonly<Record<FileKind, Readonly<Record<string, string>>>> = {
  accounts: accountLabels,
  customers: customerLabels,
  contacts: contactLabels,
};
