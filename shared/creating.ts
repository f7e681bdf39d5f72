import { z } from 'zod';
import { SourceField, TemplateSource } from './creation-template.ts';
import { Environment, Side } from './datasets.ts';
import { RunId } from './ids.ts';
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
  email: 'E-mail',
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

/** The values of a record to be, by the names of its fields; `''` is left out. */
export const FieldValues = z.record(z.string(), z.string());
export type FieldValues = z.infer<typeof FieldValues>;

/** What was done to a value so that the service takes it, in a phrase ("shortened to 30 characters"). */
export const FittedField = z.object({ field: z.string(), message: z.string() });
export type FittedField = z.infer<typeof FittedField>;

/**
 * A field that new records get. `options` are the only values that the service takes, null where any will do; `source` is
 * what the project's template fills it from, `usual` what the package's mapping says.
 */
export const TargetField = z.object({
  name: z.string(),
  label: z.string(),
  multiline: z.boolean(),
  required: z.boolean(),
  options: z.array(z.object({ value: z.string(), label: z.string() })).nullable(),
  source: TemplateSource,
  usual: TemplateSource,
});
export type TargetField = z.infer<typeof TargetField>;

/** Why a display name cannot be given: who has it, in words, and one that is free. */
export const NameClash = z.object({ holder: z.string(), offered: z.string() });
export type NameClash = z.infer<typeof NameClash>;

/**
 * A record of the other side that may be this one already. `active` is always true of accounts. `heldBy` names the records
 * that are linked to it, `''` for none.
 */
export const LikelyDuplicate = z.object({
  id: z.string(),
  name: z.string(),
  active: z.boolean(),
  score: z.number().min(0).max(1),
  band: Band,
  heldBy: z.string(),
});
export type LikelyDuplicate = z.infer<typeof LikelyDuplicate>;

/** What a person must accept before a record is created. */
export const CreateWarning = z.enum([
  'likely-duplicate',
  'names-not-read',
  'exempt-without-reason',
  'not-matched',
  'inactive-customer',
  'sub-customer',
]);
export type CreateWarning = z.infer<typeof CreateWarning>;

/** In place of a field's name: whether a record is created though a duplicate rule of Salesforce holds it for a double. */
export const createAnyway = '#create-anyway';

/**
 * A record as it would be created from one of the other side. It is left out while its name is taken (`clash`), required
 * fields are blank (`missing`, their labels), or a duplicate rule refused it and the person did not say to create it anyway.
 * `edited` are the fields that a person gave another value than the template; `lastTry` is what came of the last attempt,
 * `''` where there was none.
 */
export const PlannedRecord = z.object({
  sourceId: z.string(),
  sourceName: z.string(),
  name: z.string(),
  fields: FieldValues,
  edited: z.array(z.string()),
  changes: z.array(FittedField),
  clash: NameClash.nullable(),
  missing: z.array(z.string()),
  duplicateRule: z.enum(['silent', 'refused', 'overruled']),
  duplicates: z.array(LikelyDuplicate),
  warnings: z.array(CreateWarning),
  lastTry: z.string(),
});
export type PlannedRecord = z.infer<typeof PlannedRecord>;

/** Whether a record would be created as it is. */
export function isReady({
  clash,
  missing,
  duplicateRule,
}: Pick<PlannedRecord, 'clash' | 'missing' | 'duplicateRule'>): boolean {
  return clash === null && missing.length === 0 && duplicateRule !== 'refused';
}

/** A record of which none can be made as things are, and why. */
export const BlockedCreation = z.object({
  sourceId: z.string(),
  sourceName: z.string(),
  message: z.string(),
});
export type BlockedCreation = z.infer<typeof BlockedCreation>;

/**
 * Everything that one click would create in the service `in`. `fingerprint` changes whenever any of it does. `warnings` are
 * those of the records that are ready. `sources` are the fields of the other side that a template may name, `notes` what a
 * person should know of the fields, in sentences. `unfinishedRun` has to be finished first.
 */
export const CreatePlan = z.object({
  in: Side,
  fingerprint: z.string(),
  organisationName: z.string(),
  environment: Environment,
  targets: z.array(TargetField),
  sources: z.array(SourceField),
  notes: z.array(z.string()),
  records: z.array(PlannedRecord),
  blocked: z.array(BlockedCreation),
  warnings: z.array(CreateWarning),
  unfinishedRun: RunId.nullable(),
});
export type CreatePlan = z.infer<typeof CreatePlan>;

/** The same without its records, which are given in pieces: how many there are, and the number by which they are asked for. */
export const CreatePreview = CreatePlan.omit({ records: true }).extend({
  count: z.int().nonnegative(),
  number: z.int().positive(),
});
export type CreatePreview = z.infer<typeof CreatePreview>;

/**
 * The way of one record through a run: `planned` → `sent` → `created` → `linked`, or `failed` | `refused` | `unknown`.
 * `created` is in the service and its link was not read back yet; `unknown` was sent and never answered. A `refused` one was
 * not sent, unless it has the id of a record: then it was created and could not be linked any more.
 */
export const CreationState = z.enum(['planned', 'sent', 'created', 'linked', 'failed', 'refused', 'unknown']);
export type CreationState = z.infer<typeof CreationState>;

/**
 * One record's entry in the journal of a run. `targetId` is the id of the record that was made, `''` until the service gave
 * one. Times are ISO 8601.
 */
export const CreationEntry = z.object({
  sourceId: z.string(),
  sourceName: z.string(),
  name: z.string(),
  fields: FieldValues,
  state: CreationState,
  targetId: z.string(),
  syncToken: z.string(),
  message: z.string(),
  serviceMessage: z.string(),
  at: z.string(),
});
export type CreationEntry = z.infer<typeof CreationEntry>;
