import { AppError } from '#shared/errors.ts';
import type { List } from './list.ts';
import { beginList, type PartialList, readMissingPages, rowsIn, settle } from './partial-list.ts';
import type { QuickBooksSession } from './session.ts';

/** How often a whole list is read before it is given up that it holds still. */
const rounds = 3;

/** Holds what has been read of a list: null before it is begun. */
export interface Reading<T> {
  partial: PartialList<T> | null;
}

/** A reading that has not begun. */
export function newReading<T>(): Reading<T> {
  return { partial: null };
}

/**
 * All records of a list as they stand when it ends, going on from what `reading` holds; what breaks it off leaves there
 * what arrived. `tell` is given how many have arrived, and of how many.
 * Throws `export-count` when QuickBooks' own count differs however often the list is read.
 */
export async function readList<T extends { readonly id: string }>(
  session: QuickBooksSession,
  list: List<T>,
  reading: Reading<T>,
  tell: (found: number, count: number) => void,
  signal: AbortSignal,
): Promise<T[]> {
  for (let round = 1; ; round += 1) {
    const partial = reading.partial ?? (await beginList(session, list, signal));
    reading.partial = partial;
    const tellRows = () => tell(Math.min(rowsIn(partial), partial.count), partial.count);
    tellRows();
    await readMissingPages(session, list, partial, tellRows, signal);
    const { records, counted, isWhole } = await settle(session, list, partial, signal);
    if (isWhole) return records;
    reading.partial = null;
    if (round === rounds) {
      throw new AppError('export-count', {
        service: session.service.name,
        what: list.what,
        expected: counted,
        found: records.length,
        detail: '',
      });
    }
  }
}
