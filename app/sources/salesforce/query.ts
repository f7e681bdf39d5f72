import { z } from 'zod';
import { AppError } from '#shared/errors.ts';
import type { SalesforceSession } from './session.ts';

/** Records a page holds; the most that Salesforce gives, and less where records are wide. */
const pageSize = 2000;
/** How often a query is begun again when Salesforce has dropped its cursor. */
const restarts = 2;

const Page = z.looseObject({
  totalSize: z.int().nonnegative(),
  done: z.boolean(),
  nextRecordsUrl: z.string().min(1).optional(),
  records: z.array(z.unknown()),
});
type Page = z.infer<typeof Page>;

/** A query to run to its end. `what` names its records in the plural, for errors. */
export interface Query<T> {
  readonly what: string;
  readonly soql: string;
  /** What to keep of a record. Called page by page, so that a long export never stops the program for long. */
  readonly read: (record: unknown) => T;
  /** Told after each page how many records have arrived. */
  readonly onPage?: (found: number) => void;
}

/**
 * Every record of a query, all pages, as `read` gives them.
 * Throws `export-count` when the pages hold another number of records than the query said it found.
 * See https://developer.salesforce.com/docs/atlas.en-us.api_rest.meta/api_rest/dome_query.htm
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

async function readPages<T>(
  session: SalesforceSession,
  { what, soql, read, onPage }: Query<T>,
  signal: AbortSignal,
): Promise<T[]> {
  const records: T[] = [];
  // Pages are followed here and not by jsforce, whose automatic fetching ends at `maxFetch` without a word.
  let page: Page = await session.read(Page, signal, (connection) =>
    connection.query(soql, {
      headers: { 'Sforce-Query-Options': `batchSize=${pageSize}` },
      maxFetch: pageSize,
    }),
  );
  for (;;) {
    for (const record of page.records) records.push(read(record));
    onPage?.(records.length);
    const { nextRecordsUrl } = page;
    if (page.done || nextRecordsUrl === undefined) break;
    page = await session.read(Page, signal, (connection) => connection.queryMore(nextRecordsUrl));
  }
  if (records.length !== page.totalSize) {
    throw new AppError('export-count', {
      service: session.service.name,
      what,
      expected: page.totalSize,
      found: records.length,
      detail: '',
    });
  }
  return records;
}

/** A user has ten cursors, and the eleventh query of any program takes the oldest away. */
function isCursorLost(error: unknown): boolean {
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
