import { z } from 'zod';
import { AppError } from '#shared/errors.ts';
import { together } from '../service/together.ts';
import type { List } from './list.ts';
import { changedSince, countAll, latestOf, pageFrom, pageSize } from './query.ts';
import type { QuickBooksSession } from './session.ts';

/** A record that its id tells from others. */
interface Identified {
  readonly id: string;
}

/**
 * What has been read of a list so far: page by page, by the position of the first. `count` is how many records there
 * were when it began, `latest` where they stood.
 */
export interface PartialList<T> {
  readonly count: number;
  readonly latest: { readonly time: string; readonly id: string };
  readonly pages: Map<number, readonly T[]>;
}

/** Begins to read a list. */
export async function beginList<T extends Identified>(
  session: QuickBooksSession,
  list: List<T>,
  signal: AbortSignal,
): Promise<PartialList<T>> {
  const [count, latest] = await together(signal, (either) => [
    countAll(session, list, either),
    latestOf(session, list, either),
  ]);
  return { count, latest, pages: new Map() };
}

/**
 * Reads the pages that are missing, side by side; what breaks it off leaves in `partial` what arrived.
 * Throws `export-count` when a record cannot be read, with what is wrong with it as `detail`.
 */
export async function readMissingPages<T extends Identified>(
  session: QuickBooksSession,
  list: List<T>,
  partial: PartialList<T>,
  onRows: () => void,
  signal: AbortSignal,
): Promise<void> {
  const starts = Array.from({ length: Math.ceil(partial.count / pageSize) }, (_, n) => n * pageSize + 1);
  const missing = starts.filter((start) => !partial.pages.has(start));
  await together(signal, (either) =>
    missing.map(async (start) => {
      const rows = await pageFrom(session, list, start, either);
      partial.pages.set(
        start,
        rows.map((row, index) => recordOf(session, list, row, start + index)),
      );
      onRows();
    }),
  );
}

/** How many records have arrived. */
export function rowsIn({ pages }: PartialList<unknown>): number {
  return [...pages.values()].reduce((sum, { length }) => sum + length, 0);
}

/** The records that were read, brought up to date, and how many QuickBooks counts. */
export interface Settled<T> {
  readonly records: T[];
  readonly counted: number;
  /** Whether these are surely all records, as they stand now. */
  readonly isWhole: boolean;
}

/**
 * Reads again what was changed or added since `partial` was begun. Pages go by position: a record that went (merged
 * into another) moves those after it, and one of them may have slipped through between two pages. So the whole is only
 * trusted when every difference from the first count is explained by records that were added.
 */
export async function settle<T extends Identified>(
  session: QuickBooksSession,
  list: List<T>,
  partial: PartialList<T>,
  signal: AbortSignal,
): Promise<Settled<T>> {
  const { time, id } = partial.latest;
  const changed = time === '' ? [] : await changedSince(session, list, time, signal);
  const counted = await countAll(session, list, signal);
  const byId = new Map<string, T>();
  const inOrder = [...partial.pages].sort(([a], [b]) => a - b).flatMap(([, page]) => page);
  for (const record of inOrder) byId.set(record.id, record);
  for (const row of changed) {
    const record = recordOf(session, list, row, byId.size + 1);
    byId.set(record.id, record);
  }
  const records = [...byId.values()];
  const added = records.filter((record) => Number(record.id) > Number(id)).length;
  return { records, counted, isWhole: records.length === counted && counted === partial.count + added };
}

/** The record that a row is. Throws `export-count` when it cannot be read. */
export function recordOf<T>(session: QuickBooksSession, list: List<T>, row: unknown, position: number): T {
  const parsed = list.schema.safeParse(row);
  if (parsed.success) return parsed.data;
  throw new AppError('export-count', {
    service: session.service.name,
    what: list.what,
    expected: position,
    found: position - 1,
    detail: `Record ${position} of the ${list.what}: ${z.prettifyError(parsed.error)}`,
  });
}
