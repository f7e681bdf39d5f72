import { AppError } from '#shared/errors.ts';
import { rowsText } from './problems.ts';

const SHOWN = 5;

/**
 * Checks that no two rows of a file have the same id. `sameAs` gives what is compared.
 * Errors: `file-duplicate-ids`, naming the first few ids with their rows.
 */
export function requireUniqueIds(
  path: string,
  rows: readonly { readonly id: string; readonly row: number }[],
  sameAs: (id: string) => string = (id) => id,
): void {
  const rowsById = new Map<string, number>();
  const doubled = new Map<string, { id: string; rows: number[] }>();
  for (const { id, row } of rows) {
    const key = sameAs(id);
    const first = rowsById.get(key);
    if (first === undefined) {
      rowsById.set(key, row);
      continue;
    }
    const seen = doubled.get(key) ?? { id, rows: [first] };
    seen.rows.push(row);
    doubled.set(key, seen);
  }
  if (doubled.size === 0) return;
  const shown = [...doubled.values()]
    .slice(0, SHOWN)
    .map((one) => `${one.id} (${rowsText(one.rows.slice(0, SHOWN), one.rows.length)})`)
    .join('; ');
  const more = doubled.size > SHOWN ? `; and ${(doubled.size - SHOWN).toLocaleString('en-US')} more` : '';
  throw new AppError('file-duplicate-ids', { path, ids: `${shown}${more}` });
}
