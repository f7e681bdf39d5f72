import { z } from 'zod';
import { AccountId, type CustomerId } from '#shared/ids.ts';
import { parsedAnswer } from '../service/answer.ts';
import { TextField, utcTime } from '../service/text.ts';
import { RecordId } from './account-record.ts';
import type { AccountCarrying } from './client.ts';
import { type AccountFields, linkFields } from './fields.ts';
import { listsOf, literal, queryAll } from './query.ts';
import type { SalesforceSession } from './session.ts';

/** Characters of the values that one query asks for: an address may have 16,384 with the headers. */
const longestList = 13_500;

const Carrier = z.looseObject({
  Id: RecordId.pipe(AccountId),
  Name: TextField,
  CreatedDate: TextField,
  [linkFields.customerId]: TextField,
});

/** The accounts that carry one of these ids, as they stand now; see SalesforceClient.readCarriers. */
export function readCarriers(
  session: SalesforceSession,
  fields: AccountFields,
  ids: readonly CustomerId[],
  signal: AbortSignal,
): Promise<AccountCarrying[]> {
  const numeric = fields.numeric.has(linkFields.customerId);
  const values = numeric ? ids.filter((id) => /^\d+$/.test(id)) : ids.map(literal);
  return accountsWhere(session, linkFields.customerId, values, signal);
}

/** Which accounts carry customers' ids now; see SalesforceClient.readHolders. */
export async function readHolders(
  session: SalesforceSession,
  fields: AccountFields,
  ids: readonly CustomerId[],
  signal: AbortSignal,
): Promise<Map<CustomerId, AccountId[]>> {
  const carriers = await readCarriers(session, fields, ids, signal);
  const byCustomer = Map.groupBy(carriers, ({ customerId }) => customerId);
  return new Map(
    ids.flatMap((id) => {
      const found = byCustomer.get(id);
      return found === undefined ? [] : [[id, found.map(({ accountId }) => accountId)]];
    }),
  );
}

/** The accounts of these names, as they stand now; see SalesforceClient.readNamesakes. */
export function readNamesakes(
  session: SalesforceSession,
  names: readonly string[],
  signal: AbortSignal,
): Promise<AccountCarrying[]> {
  return accountsWhere(session, 'Name', names.map(literal), signal);
}

async function accountsWhere(
  session: SalesforceSession,
  field: string,
  values: readonly string[],
  signal: AbortSignal,
): Promise<AccountCarrying[]> {
  const found: AccountCarrying[] = [];
  for (const list of listsOf([...new Set(values)], longestList)) {
    const soql = `SELECT Id, Name, CreatedDate, ${linkFields.customerId} FROM Account WHERE ${field} IN (${list.join(',')})`;
    const read = (record: unknown): AccountCarrying => {
      const row = parsedAnswer(session.service, Carrier, record);
      return {
        accountId: row.Id,
        name: row.Name,
        createdAt: utcTime(row.CreatedDate),
        customerId: row[linkFields.customerId],
      };
    };
    found.push(...(await queryAll(session, { what: 'accounts', soql, read }, signal)));
  }
  return found;
}
