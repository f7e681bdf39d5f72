import type { AccountId } from '#shared/ids.ts';
import type { Account } from '#shared/records.ts';
import { parsedAnswer } from '../service/answer.ts';
import { accountSchema } from './account-record.ts';
import type { AccountFields } from './fields.ts';
import { literal, queryAll } from './query.ts';
import type { SalesforceSession } from './session.ts';

/** Ids in one query; with all fields of an account beside them, more would not fit into an address. */
const idsInOneQuery = 200;

/** Whole accounts as they stand now; see SalesforceClient.readAccounts. */
export async function readAccounts(
  session: SalesforceSession,
  fields: AccountFields,
  ids: readonly AccountId[],
  signal: AbortSignal,
): Promise<Map<AccountId, Account>> {
  const schema = accountSchema(fields);
  const read = (record: unknown) => parsedAnswer(session.service, schema, record);
  const accounts = new Map<AccountId, Account>();
  for (let from = 0; from < ids.length; from += idsInOneQuery) {
    const list = ids
      .slice(from, from + idsInOneQuery)
      .map(literal)
      .join(',');
    const soql = `SELECT ${fields.select.join(', ')} FROM Account WHERE Id IN (${list})`;
    for (const account of await queryAll(session, { what: 'accounts', soql, read }, signal)) {
      accounts.set(account.id, account);
    }
  }
  return accounts;
}
