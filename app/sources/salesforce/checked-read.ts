import { z } from 'zod';
import { AppError } from '#shared/errors.ts';
import { count, queryAll } from './query.ts';
import type { SalesforceSession } from './session.ts';

/** Records to read in full, and how to know that they are all there. `what` names them in the plural. */
export interface CheckedRead<T extends { readonly id: string }> {
  readonly what: string;
  readonly soql: string;
  readonly countSoql: string;
  readonly schema: z.ZodType<T>;
  readonly onPage: (found: number) => void;
}

export interface CheckedRows<T> {
  readonly rows: T[];
  readonly problems: string[];
}

/**
 * Reads every record of a query and holds it against the organisation's own count, taken before (`before`) and
 * after. Where both counts agree, so must the rows; where records came or went meanwhile, the rows must lie between
 * the two, and a problem says so. A doubled row counts once.
 * Throws `export-count` otherwise, and whenever a row cannot be read, with what is wrong with the first as `detail`.
 */
export async function readChecked<T extends { readonly id: string }>(
  session: SalesforceSession,
  { what, soql, countSoql, schema, onPage }: CheckedRead<T>,
  before: number,
  signal: AbortSignal,
): Promise<CheckedRows<T>> {
  const read = (record: unknown) => schema.safeParse(record);
  const records = await queryAll(session, { what, soql, read, onPage }, signal);
  const after = await count(session, countSoql, signal);

  const byId = new Map<string, T>();
  let unreadable: string | null = null;
  for (const [index, record] of records.entries()) {
    if (record.success) byId.set(record.data.id, record.data);
    else unreadable ??= `Record ${index + 1} of the ${what}: ${z.prettifyError(record.error)}`;
  }

  const rows = [...byId.values()];
  const [least, most] = before < after ? [before, after] : [after, before];
  if (rows.length < least || rows.length > most || unreadable !== null) {
    throw new AppError('export-count', {
      service: session.service.name,
      what,
      expected: unreadable === null ? after : records.length,
      found: rows.length,
      detail: unreadable ?? '',
    });
  }
  return { rows, problems: before === after ? [] : [changedMeanwhile(what, after - before)] };
}

function changedMeanwhile(what: string, difference: number): string {
  const how = difference > 0 ? `${difference} more` : `${-difference} fewer`;
  return `Salesforce has ${how} ${what} than when the export began. Export again to have them as they are now.`;
}
