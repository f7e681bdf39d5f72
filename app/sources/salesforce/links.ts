import { z } from 'zod';
import { AppError } from '#shared/errors.ts';
import { AccountId, type CustomerId } from '#shared/ids.ts';
import { parsedAnswer, unusable } from '../service/answer.ts';
import { TextField, utcTime } from '../service/text.ts';
import { RecordId } from './account-record.ts';
import type { CurrentLink, LinkWrite, WriteOutcome } from './client.ts';
import { type AccountFields, linkFields } from './fields.ts';
import { outcomeOf, SaveResult } from './outcome.ts';
import { literal, queryAll } from './query.ts';
import type { SalesforceSession } from './session.ts';

/** Records that one Collections call takes, a limit of Salesforce's. */
const mostInOneCall = 200;
/** Ids that one query asks for; more would not fit into an address (16,384 characters). */
const idsInOneQuery = 400;

const LinkRow = z.looseObject({
  Id: RecordId.pipe(AccountId),
  SystemModstamp: TextField,
  [linkFields.customerId]: TextField,
  [linkFields.syncToken]: TextField,
});
type LinkRow = z.infer<typeof LinkRow>;

/**
 * Reads accounts' link fields as they stand now; see SalesforceClient.readLinks. An id that Salesforce could not have
 * given (of a file, say) is absent; one of 15 characters, as reports have them, is answered under that id.
 */
export async function readLinks(
  session: SalesforceSession,
  ids: readonly AccountId[],
  signal: AbortSignal,
): Promise<Map<AccountId, CurrentLink>> {
  const askable = ids.filter((id) => RecordId.safeParse(id).success);
  const byShortId = new Map<string, CurrentLink>();
  for (const row of await rowsWhere(session, 'Id', askable.map(literal), signal)) {
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

/** Which accounts carry customers' ids now; see SalesforceClient.readHolders. */
export async function readHolders(
  session: SalesforceSession,
  fields: AccountFields,
  ids: readonly CustomerId[],
  signal: AbortSignal,
): Promise<Map<CustomerId, AccountId[]>> {
  const numeric = fields.numeric.has(linkFields.customerId);
  const values = numeric ? ids.filter((id) => /^\d+$/.test(id)) : ids.map(literal);
  const byCustomer = Map.groupBy(
    await rowsWhere(session, linkFields.customerId, values, signal),
    (row) => row[linkFields.customerId],
  );
  const holders = new Map<CustomerId, AccountId[]>();
  for (const id of ids) {
    const rows = byCustomer.get(id);
    if (rows !== undefined)
      holders.set(
        id,
        rows.map((row) => row.Id),
      );
  }
  return holders;
}

async function rowsWhere(
  session: SalesforceSession,
  field: string,
  values: readonly string[],
  signal: AbortSignal,
): Promise<LinkRow[]> {
  const select = ['Id', 'SystemModstamp', ...Object.values(linkFields)].join(', ');
  const different = [...new Set(values)];
  const rows: LinkRow[] = [];
  for (let from = 0; from < different.length; from += idsInOneQuery) {
    const list = different.slice(from, from + idsInOneQuery).join(',');
    const soql = `SELECT ${select} FROM Account WHERE ${field} IN (${list})`;
    const read = (record: unknown) => parsedAnswer(session.service, LinkRow, record);
    rows.push(...(await queryAll(session, { what: 'accounts', soql, read }, signal)));
  }
  return rows;
}

/** Two spellings of one id, with and without the suffix, share their first 15 characters. */
function shortId(id: string): string {
  return id.slice(0, 15);
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
  const field = fields.readOnly[0];
  if (field !== undefined) throw new AppError('package-field-read-only', { field, sent: 'no' });

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
