import type { List } from './list.ts';
import { recordOf } from './partial-list.ts';
import { countAll, pageFrom, pageSize } from './query.ts';
import type { QuickBooksSession } from './session.ts';

/**
 * All records of a list that fits into one page, which is as it stood in one moment, in as many as QuickBooks counts;
 * null where it does not fit, or changed meanwhile. Two calls, where reading page by page takes six.
 * Throws `export-count` when a record cannot be read.
 */
export async function readPage<T>(
  session: QuickBooksSession,
  list: List<T>,
  signal: AbortSignal,
): Promise<T[] | null> {
  const count = await countAll(session, list, signal);
  if (count > pageSize) return null;
  const rows = count === 0 ? [] : await pageFrom(session, list, 1, signal);
  return rows.length === count ? rows.map((row, index) => recordOf(session, list, row, index + 1)) : null;
}
