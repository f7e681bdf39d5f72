import type { Problems } from './problems.ts';

/** A record of a file with the row it stands in and the id that the file gives it, `''` where it gives none. */
export interface FileRecord<T> {
  readonly row: number;
  readonly ownId: string;
  readonly record: T;
}

/**
 * Tells whether a file carries ids, and leaves out the rows without one if it does. A column of ids in which no cell
 * is filled counts as none.
 */
export function keepIdentified<T>(
  records: readonly FileRecord<T>[],
  problems: Problems,
): { readonly hasIds: boolean; readonly kept: readonly FileRecord<T>[] } {
  const kept = records.filter(({ ownId }) => ownId !== '');
  if (kept.length === 0) return { hasIds: false, kept: records };
  for (const { row, ownId } of records) {
    if (ownId === '') problems.note('No id where the other rows have one; the row was left out', row);
  }
  return { hasIds: true, kept };
}

/** Notes ids that Excel has shortened to something like `1.00E+14`, which no service knows. */
export function noteShortenedId(id: string, row: number, problems: Problems): void {
  if (/^\d(\.\d+)?E\+\d+$/i.test(id)) {
    problems.note(
      'The id looks like a number that Excel has shortened; export again without opening it',
      row,
    );
  }
}
