import { z } from 'zod';
import { Environment } from './datasets.ts';
import { AccountId, CustomerId, RunId } from './ids.ts';
import { Band } from './pairs.ts';

/**
 * What is given to a new customer, in the order in which a person reads it. A street may have several lines; `taxable` is
 * `yes`, `no` or blank; the reason is QuickBooks' label for it.
 */
export const NewCustomerField = z.enum([
  'displayName',
  'companyName',
  'printOnCheckName',
  'phone',
  'email',
  'billingStreet',
  'billingCity',
  'billingRegion',
  'billingPostalCode',
  'billingCountry',
  'shippingStreet',
  'shippingCity',
  'shippingRegion',
  'shippingPostalCode',
  'shippingCountry',
  'resaleNumber',
  'taxable',
  'taxExemptionReason',
]);
export type NewCustomerField = z.infer<typeof NewCustomerField>;

/** The name that a person reads for each field. */
export const newCustomerLabels: Record<NewCustomerField, string> = {
  displayName: 'Display name',
  companyName: 'Company name',
  printOnCheckName: 'Name on checks',
  phone: 'Phone',
  email: 'Email',
  billingStreet: 'Billing street',
  billingCity: 'Billing city',
  billingRegion: 'Billing state',
  billingPostalCode: 'Billing postal code',
  billingCountry: 'Billing country',
  shippingStreet: 'Shipping street',
  shippingCity: 'Shipping city',
  shippingRegion: 'Shipping state',
  shippingPostalCode: 'Shipping postal code',
  shippingCountry: 'Shipping country',
  resaleNumber: 'Resale number',
  taxable: 'Taxable',
  taxExemptionReason: 'Tax exemption reason',
};

/** A new customer's fields; `''` is left out. */
export const NewCustomer = z.record(NewCustomerField, z.string());
export type NewCustomer = z.infer<typeof NewCustomer>;

/** What was done to a value so that QuickBooks takes it, in a phrase ("shortened to 30 characters"). */
export const FieldChange = z.object({ field: NewCustomerField, message: z.string() });
export type FieldChange = z.infer<typeof FieldChange>;

/** Why a display name cannot be given: who has it, in words, and one that is free. */
export const NameClash = z.object({ holder: z.string(), offered: z.string() });
export type NameClash = z.infer<typeof NameClash>;

/** A customer that may be the account's already. `heldBy` names the accounts that have it, `''` for none. */
export const LikelyDuplicate = z.object({
  customerId: CustomerId,
  displayName: z.string(),
  active: z.boolean(),
  score: z.number().min(0).max(1),
  band: Band,
  heldBy: z.string(),
});
export type LikelyDuplicate = z.infer<typeof LikelyDuplicate>;

/** What a person must accept before a customer is created. */
export const CreateWarning = z.enum(['likely-duplicate', 'names-not-read', 'exempt-without-reason']);
export type CreateWarning = z.infer<typeof CreateWarning>;

/**
 * A customer as it would be created from an account. One with a `clash` is left out until it has another display name.
 * `edited` are the fields that a person gave another value than the account has; `lastTry` is what came of the last
 * attempt, `''` where there was none.
 */
export const PlannedCustomer = z.object({
  accountId: AccountId,
  accountName: z.string(),
  fields: NewCustomer,
  edited: z.array(NewCustomerField),
  changes: z.array(FieldChange),
  clash: NameClash.nullable(),
  duplicates: z.array(LikelyDuplicate),
  warnings: z.array(CreateWarning),
  lastTry: z.string(),
});
export type PlannedCustomer = z.infer<typeof PlannedCustomer>;

/** An account of which no customer can be made as things are, and why. */
export const BlockedCreation = z.object({
  accountId: AccountId,
  accountName: z.string(),
  message: z.string(),
});
export type BlockedCreation = z.infer<typeof BlockedCreation>;

/**
 * Everything that one click would create. `fingerprint` changes whenever any of it does. `warnings` are those of the
 * customers without a clash, which are the ones that are created. `unfinishedRun` has to be finished first.
 */
export const CreatePlan = z.object({
  fingerprint: z.string(),
  organisationName: z.string(),
  environment: Environment,
  customers: z.array(PlannedCustomer),
  blocked: z.array(BlockedCreation),
  warnings: z.array(CreateWarning),
  unfinishedRun: RunId.nullable(),
});
export type CreatePlan = z.infer<typeof CreatePlan>;

/**
 * The way of one customer through a run: `planned` → `sent` → `created` → `linked`, or `failed` | `refused` | `unknown`.
 * `created` is in QuickBooks and its account does not carry its id yet; `unknown` was sent and never answered. A `refused`
 * one was not sent, unless it has a customer's id: then it was created and its account could not be linked any more.
 */
export const CreationState = z.enum(['planned', 'sent', 'created', 'linked', 'failed', 'refused', 'unknown']);
export type CreationState = z.infer<typeof CreationState>;

/** One customer's entry in the journal of a run. `customerId` is `''` until QuickBooks gave one. Times are ISO 8601. */
export const CreationEntry = z.object({
  accountId: AccountId,
  accountName: z.string(),
  fields: NewCustomer,
  state: CreationState,
  customerId: z.string(),
  syncToken: z.string(),
  message: z.string(),
  serviceMessage: z.string(),
  at: z.string(),
});
export type CreationEntry = z.infer<typeof CreationEntry>;
