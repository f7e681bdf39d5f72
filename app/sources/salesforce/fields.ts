import { z } from 'zod';
import { AppError } from '#shared/errors.ts';
import type { SalesforceSession } from './session.ts';

/** The two fields of the managed package that link an account to a customer. Nothing else is ever written. */
export const linkFields = { customerId: 'qime__QB_ID__c', syncToken: 'qime__QB_SyncToken__c' } as const;

/** Fields that are used where the organisation has them and the user may see them. */
const optionalFields = [
  'Phone',
  'Website',
  ...['Billing', 'Shipping'].flatMap((prefix) =>
    ['Street', 'City', 'State', 'StateCode', 'PostalCode', 'Country'].map((part) => `${prefix}${part}`),
  ),
  'ParentId',
  'Type',
  'AnnualRevenue',
  'qime__Resale_Number__c',
  'qime__Taxable__c',
  'qime__Tax_Exemption_Reason__c',
  'LastModifiedDate',
];

/** A phone of somebody else than the account's. */
const foreignPhones = new Set(['PersonAssistantPhone']);

/** What Salesforce itself changes with every write, and the fields that are written. */
const own = new Set<string>([
  'SystemModstamp',
  'LastModifiedDate',
  'LastModifiedById',
  'LastViewedDate',
  'LastReferencedDate',
  'LastActivityDate',
  ...Object.values(linkFields),
]);
/** Types of fields that are put together from others, or too large to be compared. */
const compound = new Set(['address', 'location', 'base64']);

const Description = z.looseObject({
  fields: z.array(
    z.looseObject({
      name: z.string(),
      type: z.string(),
      updateable: z.boolean(),
      calculated: z.boolean().optional(),
    }),
  ),
});

/** What an organisation's Account offers to this user. Field names are API names. */
export interface AccountFields {
  /** What to ask for in a query, in SOQL. */
  readonly select: readonly string[];
  /** The account's own e-mail fields, `PersonEmail` first. */
  readonly emails: readonly string[];
  /** Phone fields besides `Phone`. */
  readonly otherPhones: readonly string[];
  /** Link fields that this user may see and not edit. */
  readonly readOnly: readonly string[];
  /** Link fields that hold a number and not a text. */
  readonly numeric: ReadonlySet<string>;
  /** What people and programs enter, but for the link fields: no write of a link may change any of them. */
  readonly entered: readonly string[];
}

/**
 * Looks up which fields Account has for this user. Throws `package-missing` when a link field is absent: the managed
 * package is not installed, or field-level security hides the field; Salesforce does not tell which.
 * See https://developer.salesforce.com/docs/atlas.en-us.api_rest.meta/api_rest/resources_sobject_describe.htm
 */
export async function describeAccount(
  session: SalesforceSession,
  signal: AbortSignal,
): Promise<AccountFields> {
  const { fields } = await session.read(Description, signal, (connection) => connection.describe('Account'));
  const byName = new Map(fields.map((field) => [field.name, field]));
  const links = Object.values(linkFields).map((name) => {
    const field = byName.get(name);
    if (field === undefined) throw new AppError('package-missing', { field: name });
    return field;
  });
  const emails = fields.filter(({ type }) => type === 'email').map(({ name }) => name);
  const otherPhones = fields
    .filter(({ name, type }) => type === 'phone' && name !== 'Phone' && !foreignPhones.has(name))
    .map(({ name }) => name);
  return {
    select: [
      'Id',
      'Name',
      'SystemModstamp',
      ...Object.values(linkFields),
      ...optionalFields.filter((name) => byName.has(name)),
      ...(byName.has('OwnerId') ? ['Owner.Name'] : []),
      ...emails,
      ...otherPhones,
    ],
    emails: emails.toSorted((a, b) => Number(b === 'PersonEmail') - Number(a === 'PersonEmail')),
    otherPhones,
    readOnly: links.filter(({ updateable }) => !updateable).map(({ name }) => name),
    entered: fields
      .filter(({ name, type, calculated }) => calculated !== true && !compound.has(type) && !own.has(name))
      .map(({ name }) => name),
    numeric: new Set(links.filter(({ type }) => type === 'double' || type === 'int').map(({ name }) => name)),
  };
}
