import { z } from 'zod';
import { AppError } from '#shared/errors.ts';
import { AccountId } from '#shared/ids.ts';
import { unusable } from '../service/answer.ts';
import { TextField, utcTime } from '../service/text.ts';
import { RecordId } from './account-record.ts';
import type { CurrentLink, LinkWrite, WriteOutcome } from './client.ts';
import { type AccountFields, linkFields } from './fields.ts';
import { outcomeOf, SaveResult } from './outcome.ts';
import type { SalesforceSession } from './session.ts';

/** Records that one Collections call takes, a limit of Salesforce's. */
const mostInOneCall = 200;
/** Records that one retrieve gives, a limit of Salesforce's. */
const mostRetrieved = 2000;

const LinkRow = z.looseObject({
  Id: RecordId.pipe(AccountId),
  SystemModstamp: TextField,
  [linkFields.customerId]: TextField,
  [linkFields.syncToken]: TextField,
});

/**
 * Reads accounts' link fields as they stand now; see SalesforceClient.readLinks. An id that Salesforce could not have
 * given (of a file, say) is absent; one of 15 characters, as reports have them, is answered under that id.
 * See https://developer.salesforce.com/docs/atlas.en-us.api_rest.meta/api_rest/resources_composite_sobjects_collections_retrieve_post.htm
 */
export async function readLinks(
  session: SalesforceSession,
  ids: readonly AccountId[],
  signal: AbortSignal,
): Promise<Map<AccountId, CurrentLink>> {
  const askable = ids.filter((id) => RecordId.safeParse(id).success);
  const byShortId = new Map<string, CurrentLink>();
  const fields = ['Id', 'SystemModstamp', ...Object.values(linkFields)];
  for (const row of await retrieveAccounts(session, askable, fields, LinkRow, signal)) {
    byShortId.set(shortId(row.Id), {
      link: { customerId: row[linkFields.customerId], syncToken: row[linkFields.syncToken] },
      systemModstamp: utcTime(row.SystemModstamp),
    });
  }
  const current = new Map<AccountId, CurrentLink>();
  for (const id of askable) {
    const found = byShortId.get(shortId(id));
    if (found !== undefined) current.set(id, found);
  }
  return current;
}

/** Fields of accounts as they stand now, in as few calls as Salesforce allows. An account that is not there is left out. */
export async function retrieveAccounts<T>(
  session: SalesforceSession,
  ids: readonly AccountId[],
  fields: readonly string[],
  row: z.ZodType<T>,
  signal: AbortSignal,
): Promise<T[]> {
  const different = [...new Map(ids.map((id) => [shortId(id), id])).values()];
  const found: T[] = [];
  for (let from = 0; from < different.length; from += mostRetrieved) {
    const some = different.slice(from, from + mostRetrieved);
    const rows = await session.read(z.array(row.nullable()), signal, (connection) =>
      connection.retrieve('Account', some, { fields: [...fields] }),
    );
    // Salesforce answers for each id in its place, with null where it has no such account.
    if (rows.length !== some.length) {
      throw unusable(session.service, `it has ${rows.length} accounts where ${some.length} were asked for`);
    }
    for (const one of rows) if (one !== null) found.push(one);
  }
  return found;
}

/** Two spellings of one id, with and without the suffix, share their first 15 characters. */
export function shortId(id: string): string {
  return id.slice(0, 15);
}

/** Throws `package-field-read-only` when the user may not edit a link field. */
export function refuseReadOnly({ readOnly: [field] }: AccountFields): void {
  if (field !== undefined) throw new AppError('package-field-read-only', { field, sent: 'no' });
}

/**
 * Writes links in one Collections call; see SalesforceClient.writeLinks.
 * See https://developer.salesforce.com/docs/atlas.en-us.api_rest.meta/api_rest/resources_composite_sobjects_collections_update.htm
 */
export async function writeLinks(
  session: SalesforceSession,
  fields: AccountFields,
  links: readonly LinkWrite[],
  signal: AbortSignal,
): Promise<WriteOutcome[]> {
  if (links.length === 0) return [];
  if (links.length > mostInOneCall) {
    const detail = `${links.length} links in one write, where ${mostInOneCall} is the most`;
    throw new AppError('input-invalid', { detail, sent: 'no' });
  }
  refuseReadOnly(fields);
  const value = (name: string, text: string) => {
    if (text === '') return null;
    return fields.numeric.has(name) ? Number(text) : text;
  };
  const records = links.map(({ accountId, link }) => ({
    Id: accountId,
    [linkFields.customerId]: value(linkFields.customerId, link.customerId),
    [linkFields.syncToken]: value(linkFields.syncToken, link.syncToken),
  }));
  const results = await session.write(z.array(SaveResult), signal, (connection) =>
    connection.update('Account', records, { allOrNone: false }),
  );
  if (results.length !== links.length) {
    throw unusable(session.service, `it has ${results.length} outcomes for ${links.length} links`);
  }
  return results.map(outcomeOf);
}
