import { z } from 'zod';
import type { WriteOutcome } from './client.ts';

/** One record's result of a Collections call. */
export const SaveResult = z.looseObject({
  id: z.string().nullish(),
  success: z.boolean(),
  errors: z.array(
    z.looseObject({
      statusCode: z.string().optional(),
      errorCode: z.string().optional(),
      message: z.string().catch(''),
    }),
  ),
});
export type SaveResult = z.infer<typeof SaveResult>;

const noAccess =
  'Your Salesforce user may not edit this account. Ask the owner of the account or your administrator.';
const gone = 'The account is no longer in Salesforce: it was deleted or merged. Export again.';

/** What Salesforce's codes mean for a link, and what to do. The service's own message is shown beside it. */
const messages: Readonly<Record<string, string>> = {
  UNABLE_TO_LOCK_ROW:
    'Another program or person was changing this account at the same moment. Write again in a minute.',
  DUPLICATE_VALUE:
    'Another account already has this QuickBooks id, and your organisation allows it only once. Find that account in Salesforce and decide which one is right.',
  DUPLICATES_DETECTED:
    'A duplicate rule of your organisation holds this account for a double of another. Merge the two in Salesforce, or ask your administrator about the rule.',
  FIELD_CUSTOM_VALIDATION_EXCEPTION:
    'A validation rule of your organisation does not let this account be saved. Correct the account in Salesforce as the rule says, then write again.',
  REQUIRED_FIELD_MISSING:
    'The account lacks a field that your organisation requires. Fill it in in Salesforce, then write again.',
  CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY:
    'An automation of your organisation (a trigger or a flow) stopped the change. Show its message to your administrator.',
  ENTITY_IS_DELETED: gone,
  INVALID_CROSS_REFERENCE_KEY: gone,
  NOT_FOUND: gone,
  MALFORMED_ID: 'This is not the id of a Salesforce account. Export the accounts again.',
  ENTITY_IS_LOCKED:
    'The account is locked by an approval that is under way. Wait until it is decided, then write again.',
  INVALID_FIELD_FOR_INSERT_UPDATE:
    'Your Salesforce user may not edit the QuickBooks id of this account. Ask your administrator for edit access to the field.',
  INVALID_FIELD:
    'Your Salesforce user cannot see a field of the managed package. Ask your administrator for access to it.',
  INSUFFICIENT_ACCESS: noAccess,
  INSUFFICIENT_ACCESS_OR_READONLY: noAccess,
  INSUFFICIENT_ACCESS_ON_CROSS_REFERENCE_ENTITY: noAccess,
  STRING_TOO_LONG:
    'The QuickBooks id does not fit into its field in Salesforce. Ask your administrator to lengthen the field.',
};

/** Failures that a later attempt may not meet. */
const transient = new Set([
  'UNABLE_TO_LOCK_ROW',
  'SERVER_UNAVAILABLE',
  'REQUEST_RUNNING_TOO_LONG',
  'REQUEST_LIMIT_EXCEEDED',
  'APEX_RESOURCE_LIMIT_EXCEEDED',
  'UNKNOWN_EXCEPTION',
]);

/** Whether a later attempt may not meet the failure with this code. */
export function isTransient(code: string): boolean {
  return transient.has(code);
}

/**
 * What became of one record, in the person's words.
 * See https://developer.salesforce.com/docs/atlas.en-us.api.meta/api/sforce_api_calls_concepts_core_data_objects.htm
 */
export function outcomeOf(result: SaveResult): WriteOutcome {
  if (result.success) return { kind: 'done' };
  const error = result.errors[0];
  const code = error?.statusCode ?? error?.errorCode ?? 'UNKNOWN';
  const mayPass = isTransient(code);
  const otherwise = mayPass
    ? 'Salesforce could not save this account just now. Write again in a minute.'
    : 'Salesforce did not accept the change of this account. Its own message says why.';
  return {
    kind: 'failed',
    code,
    serviceMessage: result.errors.map(({ message }) => message).join(' '),
    message: messages[code] ?? otherwise,
    transient: mayPass,
  };
}
