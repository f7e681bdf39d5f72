import { AppError } from '#shared/errors.ts';
import { Page, pagesOf } from './pages.ts';
import type { SalesforceSession } from './session.ts';

/** How often a query is begun again when Salesforce has dropped its cursor. */
export const restarts = 2;

/** A query to run to its end. `what` names its records in the plural, for errors. */
export interface Query<T> {
  readonly what: string;
  readonly soql: string;
  /** Whether records in the recycle bin are found as well. */
  readonly withDeleted?: boolean;
  /** What to keep of a record. Called page by page, so that a long answer never stops the program for long. */
  readonly read: (record: unknown) => T;
}

/**
 * Every record of a query, all pages, as `read` gives them.
 * Throws `export-count` when the pages hold another number of records than the query said it found.
 */
export async function queryAll<T>(
  session: SalesforceSession,
  query: Query<T>,
  signal: AbortSignal,
): Promise<T[]> {
  for (let attempt = 0; ; attempt += 1) {
    try {
      return await readPages(session, query, signal);
    } catch (error) {
      if (attempt === restarts || !isCursorLost(error)) throw error;
    }
  }
}

async function readPages<T>(session: SalesforceSession, query: Query<T>, signal: AbortSignal): Promise<T[]> {
  const records: T[] = [];
  let expected = 0;
  for await (const page of pagesOf(session, query, signal)) {
    for (const record of page.records) records.push(query.read(record));
    expected = page.totalSize;
  }
  if (records.length !== expected) throw countDiffers(session, query.what, expected, records.length);
  return records;
}

/** The error for records that are not as many as they should be. `detail` says more, where there is more to say. */
export function countDiffers(
  session: SalesforceSession,
  what: string,
  expected: number,
  found: number,
  detail = '',
): AppError {
  return new AppError('export-count', { service: session.service.name, what, expected, found, detail });
}

/** A user has ten cursors, and the eleventh query of any program takes the oldest away; two days end any. */
export function isCursorLost(error: unknown): boolean {
  return error instanceof AppError && error.data.serviceCode === 'INVALID_QUERY_LOCATOR';
}

/** How many records a `SELECT COUNT()` query finds. */
export async function count(session: SalesforceSession, soql: string, signal: AbortSignal): Promise<number> {
  const { totalSize } = await session.read(Page, signal, (connection) => connection.query(soql));
  return totalSize;
}

/** A text as a literal of SOQL, quotes and all. */
export function literal(value: string): string {
  return `'${value.replace(/[\\']/g, '\\$&')}'`;
}

/** Cuts literals into lists whose characters, as an address carries them, are no more than `longest`. */
export function listsOf(literals: readonly string[], longest: number): string[][] {
  const lists: string[][] = [];
  let length = Number.POSITIVE_INFINITY;
  for (const text of literals) {
    const cost = encodeURIComponent(text).replaceAll("'", '%27').length + '%2C'.length;
    const last = lists.at(-1);
    if (last === undefined || length + cost > longest) {
      lists.push([text]);
      length = cost;
    } else {
      last.push(text);
      length += cost;
    }
  }
  return lists;
}
