import { z } from 'zod';
import { type StoredRecord, textOf } from '../store/record.ts';
import { SalesforceError } from './errors.ts';
import { account } from './objects/account.ts';
import type { ObjectType } from './objects/object-type.ts';
import type { SalesforceService } from './service.ts';

/** The field of the managed package that holds the customer's id. */
const idField = 'qime__QB_ID__c';

/**
 * How an administrator has set Account up: whether the customer's id must differ on each account, which fields are required,
 * which this user may not fill, and whether the standard duplicate rule warns of an account with the same name.
 */
export const AccountSetup = z.strictObject({
  uniqueIds: z.boolean().default(false),
  required: z.array(z.string()).default([]),
  readOnly: z.array(z.string()).default([]),
  duplicateRule: z.boolean().default(true),
});
export type AccountSetup = z.infer<typeof AccountSetup>;

/** Account as the organisation begins. */
export const usualSetup: AccountSetup = AccountSetup.parse({});

/** An object as it is set up: other objects than Account are as they are. */
export function asSetUp(type: ObjectType, setup: AccountSetup): ObjectType {
  if (type !== account) return type;
  const { uniqueIds, required, readOnly } = setup;
  if (!uniqueIds && required.length + readOnly.length === 0) return type;
  return {
    ...type,
    fields: type.fields.map((field) => ({
      ...field,
      nillable: field.nillable && !required.includes(field.name),
      createable: field.createable && !readOnly.includes(field.name),
      updateable: field.updateable && !readOnly.includes(field.name),
      unique: field.name === idField && uniqueIds,
    })),
  };
}

/** Throws `DUPLICATE_VALUE` where the customer's id must differ and another account has it. */
export function requireUniqueId(
  service: SalesforceService,
  { uniqueIds }: AccountSetup,
  record: StoredRecord,
): void {
  const id = textOf(record, idField);
  if (!uniqueIds || id === '') return;
  const other = service.store
    .all(account.name)
    .find((one) => one.Id !== record.Id && one.IsDeleted !== true && textOf(one, idField) === id);
  if (other === undefined) return;
  throw new SalesforceError(
    400,
    'DUPLICATE_VALUE',
    `duplicate value found: ${idField} duplicates value on record with id: ${String(other.Id).slice(0, 15)}`,
  );
}

/** Throws `DUPLICATES_DETECTED` where an account has the same name, as the standard rule of an organisation warns of. */
export function refuseDoubles(
  service: SalesforceService,
  { duplicateRule }: AccountSetup,
  name: string,
): void {
  if (!duplicateRule) return;
  const wanted = folded(name);
  const matches = service.store
    .all(account.name)
    .filter((one) => one.IsDeleted !== true && folded(textOf(one, 'Name')) === wanted)
    .map(({ Id }) => String(Id))
    .toArray();
  if (matches.length === 0) return;
  throw new SalesforceError(400, 'DUPLICATES_DETECTED', 'Use one of these records?', undefined, {
    duplicateResult: {
      allowSave: true,
      duplicateRule: 'Standard_Account_Duplicate_Rule',
      duplicateRuleEntityType: account.name,
      errorMessage: 'Use one of these records?',
      matchResults: [
        {
          entityType: account.name,
          errors: [],
          matchEngine: 'FuzzyMatchEngine',
          matchRecords: matches.map((Id) => ({
            additionalInformation: [],
            fieldDiffs: [],
            matchConfidence: 100,
            record: { attributes: { type: account.name }, Id },
          })),
          rule: 'Standard_Account_Match_Rule_v1_0',
          size: matches.length,
          success: true,
        },
      ],
    },
  });
}

/** Whether a request says that its records are to be saved though a duplicate rule warns of them. */
export function allowsDoubles({ headers }: Request): boolean {
  return /\ballowSave\s*=\s*true\b/i.test(headers.get('sforce-duplicate-rule-header') ?? '');
}

const folded = (text: string): string => text.toLowerCase().replace(/\s+/g, ' ').trim();
