import { z } from 'zod';
import type { Fate } from '#shared/drift.ts';
import { AccountId } from '#shared/ids.ts';
import type { Hooks } from '../hooks.ts';
import { parsedAnswer } from '../service/answer.ts';
import { RecordId } from './account-record.ts';
import { literal, queryAll } from './query.ts';
import type { SalesforceSession } from './session.ts';

/** Ids that one query asks for; more would not fit into an address (16,384 characters). */
const idsInOneQuery = 400;

const step = 'Asking Salesforce what became of the accounts that are gone';

const FateRow = z.looseObject({
  Id: RecordId.pipe(AccountId),
  IsDeleted: z.boolean(),
  MasterRecordId: RecordId.pipe(AccountId).nullish(),
});
type FateRow = z.infer<typeof FateRow>;

/**
 * What became of accounts that an export no longer has; see SalesforceClient.readFates. The account that one was merged
 * into may have been merged itself since, and is followed to the one that is left.
 * See https://developer.salesforce.com/docs/atlas.en-us.object_reference.meta/object_reference/sforce_api_objects_account.htm
 */
export async function readFates(
  session: SalesforceSession,
  ids: readonly AccountId[],
  { signal, progress }: Hooks,
): Promise<Map<AccountId, Fate>> {
  const rows = new Map<AccountId, FateRow>();
  let asked = ids.filter((id) => RecordId.safeParse(id).success);
  const known = new Set<AccountId>();
  while (asked.length > 0) {
    for (const id of asked) known.add(id);
    const found = await rowsOf(session, asked, signal, (done) => progress(step, done, ids.length));
    for (const row of found) rows.set(row.Id, row);
    const masters = found.flatMap(({ MasterRecordId }) => MasterRecordId ?? []);
    asked = [...new Set(masters)].filter((id) => !known.has(id));
  }
  return new Map(ids.map((id) => [id, fateOf(id, rows)]));
}

function fateOf(id: AccountId, rows: ReadonlyMap<AccountId, FateRow>): Fate {
  const row = rows.get(id);
  if (row === undefined) return { kind: 'unknown' };
  if (!row.IsDeleted) return { kind: 'left-out' };
  let master = row.MasterRecordId ?? null;
  if (master === null) return { kind: 'deleted' };
  const seen = new Set([id]);
  for (;;) {
    const next = rows.get(master);
    if (next === undefined || !next.IsDeleted || seen.has(master)) return { kind: 'merged', into: master };
    if (next.MasterRecordId == null) return { kind: 'deleted' };
    seen.add(master);
    master = next.MasterRecordId;
  }
}

async function rowsOf(
  session: SalesforceSession,
  ids: readonly AccountId[],
  signal: AbortSignal,
  onRows: (done: number) => void,
): Promise<FateRow[]> {
  const rows: FateRow[] = [];
  for (let from = 0; from < ids.length; from += idsInOneQuery) {
    const list = ids
      .slice(from, from + idsInOneQuery)
      .map(literal)
      .join(',');
    const soql = `SELECT Id, IsDeleted, MasterRecordId FROM Account WHERE Id IN (${list})`;
    onRows(rows.length);
    const read = (record: unknown) => parsedAnswer(session.service, FateRow, record);
    rows.push(...(await queryAll(session, { what: 'accounts', soql, withDeleted: true, read }, signal)));
  }
  return rows;
}
