import type { MethodInput, MethodOutput } from '#shared/contract.ts';
import type { ReviewRow } from '#shared/review.ts';

type CallForRows = (
  method: 'review.rows',
  input: MethodInput<'review.rows'>,
) => Promise<MethodOutput<'review.rows'>>;

/** All rows of the open project's review, read piece by piece as the window does. */
export async function allRows(call: CallForRows): Promise<ReviewRow[]> {
  const rows: ReviewRow[] = [];
  for (;;) {
    const { total, rows: piece } = await call('review.rows', { from: rows.length });
    rows.push(...piece);
    if (piece.length === 0 || rows.length >= total) return rows;
  }
}
