import type { ReviewRow } from '#shared/review.ts';
import type { Call } from '../../door/client.ts';

/**
 * Reads all rows of the review, piece by piece, so that neither the engine nor the window is kept long by any of them.
 * `onPiece` is told the rows so far, and those that just came, after each piece. Rows that turn into others meanwhile are read from the
 * first one again. Null as soon as `isWanted` says no.
 */
export async function readRows(
  call: Call,
  isWanted: () => boolean,
  onPiece: (rows: readonly ReviewRow[], piece: readonly ReviewRow[]) => void,
): Promise<readonly ReviewRow[] | null> {
  let rows: ReviewRow[] = [];
  let revision: number | null = null;
  while (isWanted()) {
    const piece = await call('review.rows', { from: rows.length });
    if (rows.length > 0 && piece.revision !== revision) {
      rows = [];
      continue;
    }
    revision = piece.revision;
    rows = [...rows, ...piece.rows];
    onPiece(rows, piece.rows);
    if (rows.length >= piece.total || piece.rows.length === 0) return rows;
  }
  return null;
}
