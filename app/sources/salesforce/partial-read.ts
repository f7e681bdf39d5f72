import { z } from 'zod';
import { RecordId } from './account-record.ts';
import { pagesOf } from './pages.ts';
import { count, countDiffers, isCursorLost, queryAll, restarts } from './query.ts';
import type { SalesforceSession } from './session.ts';
import { allRows, countOf, newestRow, type Table } from './table.ts';

/**
 * What has been read of a table so far. `stamp` is Salesforce's own time of the last change before the reading began,
 * null where there was no record: whatever changes from then on is found by it.
 */
export interface PartialRead<T> {
  readonly rows: Map<string, T>;
  readonly stamp: string | null;
  lastId: string | null;
  isAtEnd: boolean;
}

const Newest = z.looseObject({ SystemModstamp: z.string() });
const WithId = z.looseObject({ Id: RecordId });

/** Begins to read a table. */
export async function beginRead<T extends { readonly id: string }>(
  session: SalesforceSession,
  table: Omit<Table<T>, 'select'>,
  signal: AbortSignal,
): Promise<PartialRead<T>> {
  const read = (record: unknown) => Newest.parse(record).SystemModstamp;
  const query = { what: table.what, soql: newestRow(table), read };
  const [stamp = null] = await queryAll(session, query, signal);
  return { rows: new Map(), stamp, lastId: null, isAtEnd: false };
}

/** How many records the table has now. */
export async function countTable<T extends { readonly id: string }>(
  session: SalesforceSession,
  table: Omit<Table<T>, 'select'>,
  signal: AbortSignal,
): Promise<number> {
  return await count(session, countOf(table), signal);
}

/**
 * Reads on to the table's end from where `partial` stands. A lost cursor begins again after the last id that arrived;
 * what breaks the reading off leaves in `partial` what arrived. Gives whether the pages held what they said they would.
 * Throws `export-count` when a row cannot be read.
 */
export async function readToEnd<T extends { readonly id: string }>(
  session: SalesforceSession,
  table: Table<T>,
  partial: PartialRead<T>,
  onRows: (found: number) => void,
  signal: AbortSignal,
): Promise<boolean> {
  for (let attempt = 0; !partial.isAtEnd; attempt += 1) {
    try {
      return await readFrom(session, table, partial, onRows, signal);
    } catch (error) {
      if (attempt === restarts || !isCursorLost(error)) throw error;
    }
  }
  return true;
}

async function readFrom<T extends { readonly id: string }>(
  session: SalesforceSession,
  table: Table<T>,
  partial: PartialRead<T>,
  onRows: (found: number) => void,
  signal: AbortSignal,
): Promise<boolean> {
  let arrived = 0;
  let announced = 0;
  for await (const page of pagesOf(session, { soql: allRows(table, partial.lastId) }, signal)) {
    for (const record of page.records) takeIn(session, table, partial, record);
    arrived += page.records.length;
    announced = page.totalSize;
    const last = WithId.safeParse(page.records.at(-1));
    if (last.success) partial.lastId = last.data.Id;
    onRows(partial.rows.size);
  }
  partial.isAtEnd = true;
  return arrived === announced;
}

/** Puts a record among the rows, in place of what was known of it. Throws `export-count` when it cannot be read. */
export function takeIn<T extends { readonly id: string }>(
  session: SalesforceSession,
  { what, schema }: Table<T>,
  { rows }: PartialRead<T>,
  record: unknown,
): void {
  const parsed = schema.safeParse(record);
  if (parsed.success) {
    rows.set(parsed.data.id, parsed.data);
    return;
  }
  const detail = `Record ${rows.size + 1} of the ${what}: ${z.prettifyError(parsed.error)}`;
  throw countDiffers(session, what, rows.size + 1, rows.size, detail);
}
