import { z } from 'zod';
import { RecordId } from './account-record.ts';
import { countTable, type PartialRead, readToEnd, takeIn } from './partial-read.ts';
import { countDiffers, queryAll } from './query.ts';
import type { SalesforceSession } from './session.ts';
import { allIds, rowsChangedSince, rowsWithIds, type Table } from './table.ts';

/** How often what changed during an export is read again before it is given up. */
const rounds = 3;
/** Ids that one query asks for at the most. */
const idsInOneQuery = 400;
/** What an address may hold beside the service's own name, of its 16,384 characters; and what an id takes of it. */
const longestAddress = 16_000;
const idLength = addressLength("'000000000000000AAA',");

const IdRow = z.looseObject({ Id: RecordId });

/**
 * Every record of a table as it stands when the reading ends, going on from `partial`. Records that were added or
 * changed meanwhile are read again by their time of change; when the number is then not what the organisation counts,
 * records went, or came otherwise, and the list of all ids says which. Under a filter that is not `stamped` as many may
 * have come as went, so the list is always asked for.
 * Throws `export-count` when the organisation changes faster than it can be read, and when a row cannot be read.
 */
export async function readChecked<T extends { readonly id: string }>(
  session: SalesforceSession,
  table: Table<T>,
  partial: PartialRead<T>,
  onRows: (found: number) => void,
  signal: AbortSignal,
): Promise<T[]> {
  const { rows } = partial;
  const asAnnounced = await readToEnd(session, table, partial, onRows, signal);
  let counted = 0;
  for (let round = 0; round < rounds; round += 1) {
    await readChanged(session, table, partial, signal);
    counted = await countTable(session, table, signal);
    if (rows.size === counted && ((asAnnounced && table.stamped) || round > 0)) return [...rows.values()];
    await reconcile(session, table, partial, signal);
    onRows(rows.size);
  }
  throw countDiffers(session, table.what, counted, rows.size);
}

async function readChanged<T extends { readonly id: string }>(
  session: SalesforceSession,
  table: Table<T>,
  partial: PartialRead<T>,
  signal: AbortSignal,
): Promise<void> {
  if (partial.stamp === null) return;
  const soql = rowsChangedSince(table, partial.stamp);
  const read = (record: unknown) => takeIn(session, table, partial, record);
  await queryAll(session, { what: table.what, soql, read }, signal);
}

/** Brings the rows to the ids that the organisation has: what it has no more goes, what is missing is read. */
async function reconcile<T extends { readonly id: string }>(
  session: SalesforceSession,
  table: Table<T>,
  partial: PartialRead<T>,
  signal: AbortSignal,
): Promise<void> {
  const { what } = table;
  const read = (record: unknown) => IdRow.parse(record).Id;
  const ids = new Set(await queryAll(session, { what, soql: allIds(table), read }, signal));
  for (const id of partial.rows.keys()) if (!ids.has(id)) partial.rows.delete(id);
  const missing = [...ids].filter((id) => !partial.rows.has(id));
  const room = Math.floor((longestAddress - addressLength(rowsWithIds(table, []))) / idLength);
  const step = Math.min(idsInOneQuery, Math.max(1, room));
  for (let from = 0; from < missing.length; from += step) {
    const soql = rowsWithIds(table, missing.slice(from, from + step));
    const take = (record: unknown) => takeIn(session, table, partial, record);
    await queryAll(session, { what, soql, read: take }, signal);
  }
}

/** Characters that a text takes in an address, where quotes are written as three. */
function addressLength(text: string): number {
  return encodeURIComponent(text.toWellFormed()).replaceAll("'", '%27').length;
}
