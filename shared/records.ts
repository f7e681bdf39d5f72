import { z } from 'zod';
import { AccountId, CustomerId } from './ids.ts';

/**
 * Text as a service or a file gives it. Both services treat blank and absent alike,
 * so absent is the empty string and there is one way to ask: `value === ''`.
 */
const Text = z.string();

/** A postal address. `street` may hold several lines, separated by `\n`. */
export const Address = z.object({
  street: Text,
  city: Text,
  region: Text,
  postalCode: Text,
  country: Text,
});
export type Address = z.infer<typeof Address>;

/** An address of which nothing is known. */
export const noAddress: Address = Object.freeze({
  street: '',
  city: '',
  region: '',
  postalCode: '',
  country: '',
});

/**
 * A Salesforce Account as exported.
 * `linkedCustomerId` is `qime__QB_ID__c` and `syncToken` is `qime__QB_SyncToken__c`, both `''` when blank.
 * `emails` holds the account's own e-mail fields and those of its contacts, as written, none twice.
 */
export const Account = z.object({
  id: AccountId,
  name: Text,
  phone: Text,
  otherPhones: z.array(Text),
  emails: z.array(Text),
  website: Text,
  billing: Address,
  shipping: Address,
  linkedCustomerId: Text,
  syncToken: Text,
  parentId: Text,
  owner: Text,
  type: Text,
  resaleNumber: Text,
  taxable: z.boolean().nullable(),
  taxExemptionReason: Text,
  annualRevenue: z.number().nullable(),
  lastModified: Text,
  systemModstamp: Text,
});
export type Account = z.infer<typeof Account>;

/**
 * A QuickBooks Customer as exported. `email` is the raw field, which may hold several addresses.
 * `balance` is the open balance in `currency`; `parentId` is set for a sub-customer or a job; `taxExemptionReason` is
 * QuickBooks' id of the reason (see tax-exemption.ts).
 */
export const Customer = z.object({
  id: CustomerId,
  syncToken: Text,
  displayName: Text,
  companyName: Text,
  givenName: Text,
  familyName: Text,
  printOnCheckName: Text,
  email: Text,
  phone: Text,
  mobile: Text,
  alternatePhone: Text,
  fax: Text,
  website: Text,
  billing: Address,
  shipping: Address,
  active: z.boolean(),
  parentId: Text,
  job: z.boolean(),
  isProject: z.boolean(),
  level: z.int().nonnegative(),
  fullyQualifiedName: Text,
  balance: z.number(),
  balanceWithJobs: z.number(),
  currency: Text,
  resaleNumber: Text,
  taxable: z.boolean().nullable(),
  /** Projects that were exported before it was kept lack it. */
  taxExemptionReason: Text.default(''),
  notes: Text,
  createdAt: Text,
  lastModified: Text,
});
export type Customer = z.infer<typeof Customer>;

/** An account of which nothing but its identity and name is known. */
export function bareAccount(id: AccountId, name: string): Account {
  return {
    id,
    name,
    phone: '',
    otherPhones: [],
    emails: [],
    website: '',
    billing: noAddress,
    shipping: noAddress,
    linkedCustomerId: '',
    syncToken: '',
    parentId: '',
    owner: '',
    type: '',
    resaleNumber: '',
    taxable: null,
    taxExemptionReason: '',
    annualRevenue: null,
    lastModified: '',
    systemModstamp: '',
  };
}

/** A customer of which nothing but its identity and name is known. */
export function bareCustomer(id: CustomerId, displayName: string): Customer {
  return {
    id,
    syncToken: '',
    displayName,
    companyName: '',
    givenName: '',
    familyName: '',
    printOnCheckName: '',
    email: '',
    phone: '',
    mobile: '',
    alternatePhone: '',
    fax: '',
    website: '',
    billing: noAddress,
    shipping: noAddress,
    active: true,
    parentId: '',
    job: false,
    isProject: false,
    level: 0,
    fullyQualifiedName: displayName,
    balance: 0,
    balanceWithJobs: 0,
    currency: '',
    resaleNumber: '',
    taxable: null,
    taxExemptionReason: '',
    notes: '',
    createdAt: '',
    lastModified: '',
  };
}
