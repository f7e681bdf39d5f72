import { z } from 'zod';
import { AppError } from '#shared/errors.ts';
import { linkFields } from './fields.ts';
import type { SalesforceSession } from './session.ts';

/** What kind of value a field takes. A `choice` takes only its options; `lines` is a text of several lines. */
export type NewAccountFieldKind = 'text' | 'lines' | 'phone' | 'email' | 'yes-no' | 'number' | 'choice';

/** A field that a new account can be given. Names are API names; `length` is in characters, 0 where none is said. */
export interface NewAccountField {
  readonly name: string;
  readonly label: string;
  readonly kind: NewAccountFieldKind;
  readonly length: number;
  /** Whether Salesforce refuses an account without it. */
  readonly required: boolean;
  readonly options: readonly { readonly value: string; readonly label: string }[];
  /** What Salesforce fills in where nothing is said, `''` for nothing. */
  readonly preset: string;
}

/** What a new account can be given by this user. */
export interface NewAccountForm {
  readonly fields: readonly NewAccountField[];
  /** Fields of the mapping that are not there, or that this user may not fill. */
  readonly absent: readonly string[];
  /** Whether Salesforce itself lets no two accounts carry one customer's id. */
  readonly isIdUnique: boolean;
}

const Picklist = z
  .array(z.looseObject({ value: z.string(), label: z.string().nullish(), active: z.boolean().default(true) }))
  .default([]);

const Field = z.looseObject({
  name: z.string(),
  label: z.string(),
  type: z.string(),
  length: z.number().default(0),
  createable: z.boolean(),
  nillable: z.boolean(),
  defaultedOnCreate: z.boolean(),
  unique: z.boolean().default(false),
  restrictedPicklist: z.boolean().default(false),
  picklistValues: Picklist,
});
type Field = z.infer<typeof Field>;

const RecordType = z.looseObject({
  recordTypeId: z.string(),
  name: z.string(),
  master: z.boolean(),
  available: z.boolean(),
  active: z.boolean().default(true),
  defaultRecordTypeMapping: z.boolean(),
});

const Description = z.looseObject({
  createable: z.boolean(),
  fields: z.array(Field),
  recordTypeInfos: z.array(RecordType).default([]),
});

const address = (prefix: string) =>
  ['Street', 'City', 'State', 'PostalCode', 'Country'].map((part) => `${prefix}${part}`);

/** The fields of the package's mapping and a few more, in the order in which a person reads them. */
const wanted = [
  'Name',
  'Phone',
  'Website',
  ...address('Billing'),
  ...address('Shipping'),
  'qime__Resale_Number__c',
  'qime__Taxable__c',
  'qime__Tax_Exemption_Reason__c',
];

const kinds: Readonly<Record<string, NewAccountFieldKind>> = {
  phone: 'phone',
  email: 'email',
  textarea: 'lines',
  boolean: 'yes-no',
  int: 'number',
  double: 'number',
  currency: 'number',
  percent: 'number',
};

/** The field's name for the record type, which is chosen like a value. */
const recordTypeField = 'RecordTypeId';

/**
 * What a new account can be given: the fields of the mapping that are there, e-mail fields, and whatever else Salesforce asks
 * for. With State and Country picklists on, their codes take the place of the texts. The record type is among them where
 * there are several to choose from.
 * Errors: `package-missing`, `package-field-read-only`, `create-not-allowed`.
 * See https://developer.salesforce.com/docs/atlas.en-us.api_rest.meta/api_rest/resources_sobject_describe.htm
 */
export async function newAccountForm(
  session: SalesforceSession,
  signal: AbortSignal,
): Promise<NewAccountForm> {
  const described = await session.read(Description, signal, (connection) => connection.describe('Account'));
  if (!described.createable) throw new AppError('create-not-allowed', { service: session.service.name });
  const byName = new Map(described.fields.map((field) => [field.name, field]));
  for (const name of Object.values(linkFields)) {
    const field = byName.get(name);
    if (field === undefined) throw new AppError('package-missing', { field: name });
    if (!field.createable) throw new AppError('package-field-read-only', { field: name });
  }
  const inUse = wanted.map((name) => (byName.has(`${name}Code`) ? `${name}Code` : name));
  const emails = described.fields.filter(({ type, createable }) => type === 'email' && createable);
  const known = new Set([...inUse, ...emails.map(({ name }) => name), ...Object.values(linkFields)]);
  const others = described.fields.filter((field) => isRequired(field) && !known.has(field.name));
  const given = inUse.flatMap((name) => byName.get(name) ?? []).filter(({ createable }) => createable);
  return {
    fields: [...recordTypes(described.recordTypeInfos), ...[...given, ...emails, ...others].map(fieldOf)],
    absent: inUse.filter((name) => byName.get(name)?.createable !== true),
    isIdUnique: byName.get(linkFields.customerId)?.unique === true,
  };
}

/** A checkbox is never blank, and so never asked for. */
function isRequired({ createable, nillable, defaultedOnCreate, type }: Field): boolean {
  return createable && !nillable && !defaultedOnCreate && type !== 'boolean';
}

function fieldOf(field: Field): NewAccountField {
  const { name, label, length, restrictedPicklist } = field;
  // State and country codes are always among the given ones.
  const isChoice = field.type === 'picklist' && (restrictedPicklist || name.endsWith('Code'));
  const values = isChoice ? field.picklistValues.filter(({ active }) => active) : [];
  return {
    name,
    label,
    kind: isChoice ? 'choice' : (kinds[field.type] ?? 'text'),
    length,
    required: isRequired(field),
    options: values.map(({ value, label: words }) => ({ value, label: words ?? value })),
    preset: '',
  };
}

function recordTypes(infos: readonly z.infer<typeof RecordType>[]): NewAccountField[] {
  const open = infos.filter(({ master, available, active }) => !master && available && active);
  if (open.length < 2) return [];
  return [
    {
      name: recordTypeField,
      label: 'Record type',
      kind: 'choice',
      length: 0,
      required: false,
      options: open.map(({ recordTypeId, name }) => ({ value: recordTypeId, label: name })),
      preset: open.find((type) => type.defaultRecordTypeMapping)?.recordTypeId ?? '',
    },
  ];
}
