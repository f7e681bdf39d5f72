import type { z } from 'zod';
import { literal } from './query.ts';

/**
 * Records of one object to read in full. `what` names them in the plural. `filter` is a condition of SOQL that may stand
 * beside AND, or ''; `stamped` says that no record comes under it or leaves it without a change of its own.
 */
export interface Table<T extends { readonly id: string }> {
  readonly what: string;
  readonly object: string;
  readonly select: readonly string[];
  readonly filter: string;
  readonly stamped: boolean;
  readonly schema: z.ZodType<T>;
}

type Source = Pick<Table<{ readonly id: string }>, 'object' | 'select' | 'filter'>;

function from({ object, filter }: Omit<Source, 'select'>, condition = ''): string {
  const conditions = [filter, condition].filter((one) => one !== '');
  return `FROM ${object}${conditions.length === 0 ? '' : ` WHERE ${conditions.join(' AND ')}`}`;
}

/** All rows, or those after this id, in the order of ids. */
export function allRows(table: Source, afterId: string | null): string {
  const condition = afterId === null ? '' : `Id > ${literal(afterId)}`;
  return `SELECT ${table.select.join(', ')} ${from(table, condition)} ORDER BY Id`;
}

/** The rows that were changed or added at this moment (as Salesforce wrote it) or later. */
export function rowsChangedSince(table: Source, stamp: string): string {
  const moment = stamp.replace(/\+0000$/, 'Z');
  return `SELECT ${table.select.join(', ')} ${from(table, `SystemModstamp >= ${moment}`)} ORDER BY Id`;
}

/** The rows with these ids. */
export function rowsWithIds(table: Source, ids: readonly string[]): string {
  return `SELECT ${table.select.join(', ')} ${from(table, `Id IN (${ids.map(literal).join(',')})`)}`;
}

/** The ids of all rows, and nothing else. */
export function allIds(table: Omit<Source, 'select'>): string {
  return `SELECT Id ${from(table)} ORDER BY Id`;
}

/** The row that was changed last. */
export function newestRow(table: Omit<Source, 'select'>): string {
  return `SELECT Id, SystemModstamp ${from(table)} ORDER BY SystemModstamp DESC LIMIT 1`;
}

/** How many rows there are. */
export function countOf(table: Omit<Source, 'select'>): string {
  return `SELECT COUNT() ${from(table)}`;
}
