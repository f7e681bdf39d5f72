import { z } from 'zod';
import type { CreateOutcome } from './client.ts';
import { isTransient, type SaveResult } from './outcome.ts';

/** What Salesforce's codes mean for a new account, and what to do. The service's own message is shown beside it. */
const messages: Readonly<Record<string, string>> = {
  DUPLICATES_DETECTED:
    'A duplicate rule of your organisation holds it for a double of an account that is there. Link the customer to that account, or say that it is to be created anyway.',
  DUPLICATE_VALUE:
    'An account in Salesforce has this value already, and your organisation allows it only once. Find that account and decide which one is right.',
  REQUIRED_FIELD_MISSING:
    'Your organisation requires a field that is blank. Fill it in, then create the account again.',
  FIELD_CUSTOM_VALIDATION_EXCEPTION:
    'A validation rule of your organisation does not take this account. Correct what the rule says, then create it again.',
  STRING_TOO_LONG: 'A value is longer than its field in Salesforce takes. Shorten it, then create it again.',
  INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST:
    'A value is none of those that its field in Salesforce takes. Choose another one, then create it again.',
  FIELD_INTEGRITY_EXCEPTION:
    'Salesforce does not take one of the values beside the others, such as a state that is not in its country. Correct it, then create it again.',
  INVALID_EMAIL_ADDRESS: 'Salesforce does not take the e-mail address. Correct it, or leave it out.',
  INVALID_FIELD_FOR_INSERT_UPDATE:
    'Your Salesforce user may not fill one of the fields. Leave it blank, or ask your administrator for access to it.',
  INVALID_CROSS_REFERENCE_KEY:
    'The record type, or another record that is named, is not there for your user. Choose another one, then create it again.',
  CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY:
    'An automation of your organisation (a trigger or a flow) stopped it. Show its message to your administrator.',
  INSUFFICIENT_ACCESS_OR_READONLY: 'Your Salesforce user may not create accounts. Ask your administrator.',
  STORAGE_LIMIT_EXCEEDED:
    'Your organisation has no more storage. Nothing more can be created until your administrator makes room.',
  UNABLE_TO_LOCK_ROW:
    'Another program or person was changing a record that it belongs to at the same moment. Create it again in a minute.',
};

const Match = z.looseObject({ record: z.looseObject({ Id: z.string(), Name: z.string().nullish() }) });
/** What a duplicate rule found, where Salesforce says so beside the error. */
const Found = z.looseObject({
  duplicateResult: z.looseObject({
    matchResults: z.array(z.looseObject({ matchRecords: z.array(Match).default([]) })).default([]),
  }),
});

/** What became of an account that Salesforce did not create, in the person's words. */
export function creationFailure(result: SaveResult): CreateOutcome {
  const error = result.errors[0];
  const code = error?.statusCode ?? error?.errorCode ?? 'UNKNOWN';
  const transient = isTransient(code);
  const otherwise = transient
    ? 'Salesforce could not create this account just now. Create it again in a minute.'
    : 'Salesforce refused to create this account. Its own words say why.';
  const said = result.errors.map(({ message }) => message).join(' ');
  const matches = matchesIn(error);
  return {
    kind: 'failed',
    code,
    serviceMessage: matches === '' ? said : `${said} It names ${matches}.`,
    message: messages[code] ?? otherwise,
    transient,
  };
}

function matchesIn(error: unknown): string {
  const found = Found.safeParse(error);
  if (!found.success) return '';
  const records = found.data.duplicateResult.matchResults.flatMap(({ matchRecords }) => matchRecords);
  return records.map(({ record }) => (record.Name ? `${record.Name} (${record.Id})` : record.Id)).join(', ');
}
