import { z } from 'zod';
import { AccountId } from '#shared/ids.ts';
import { RecordId } from './account-record.ts';
import type { AccountFields } from './fields.ts';
import { retrieveAccounts } from './links.ts';
import type { SalesforceSession } from './session.ts';

const Row = z.looseObject({ Id: RecordId.pipe(AccountId) });

/** What was entered on accounts, field by field; see SalesforceClient.readEntered. */
export async function readEntered(
  session: SalesforceSession,
  { entered }: AccountFields,
  ids: readonly AccountId[],
  signal: AbortSignal,
): Promise<Map<AccountId, ReadonlyMap<string, string>>> {
  const rows = await retrieveAccounts(session, ids, ['Id', ...entered], Row, signal);
  return new Map(
    rows.map((row) => [row.Id, new Map(entered.map((name) => [name, JSON.stringify(row[name] ?? null)]))]),
  );
}
