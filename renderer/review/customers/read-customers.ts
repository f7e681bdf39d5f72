import type { CustomerRow, CustomerRows } from '#shared/review.ts';
import type { Call } from '../../door/client.ts';

/**
 * Reads all customers without an account, piece by piece, so that neither the engine nor the window is kept long by any of
 * them. Where something was decided between two pieces they are read from the first one again. Errors: those of the call,
 * and the signal's.
 */
export async function readCustomers(call: Call, signal: AbortSignal): Promise<CustomerRow[]> {
  let rows: CustomerRow[] = [];
  let revision: number | null = null;
  for (let from: number | null = 0; from !== null; ) {
    signal.throwIfAborted();
    const piece: CustomerRows = await call('review.customers', { from });
    if (from > 0 && piece.revision !== revision) {
      rows = [];
      from = 0;
      continue;
    }
    revision = piece.revision;
    rows = rows.concat(piece.rows);
    from = piece.next;
  }
  return rows;
}
