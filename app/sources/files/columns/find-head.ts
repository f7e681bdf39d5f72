import { AppError } from '#shared/errors.ts';
import type { Row } from '../rows.ts';
import type { MappedHeadings } from './column-map.ts';
import { type Columns, columnsOf, requireColumns } from './find-columns.ts';
import type { Layout } from './layout.ts';

/** The row of headings: where it is, how many columns it names, and which of them give each field. */
export interface Head<F extends string> {
  readonly number: number;
  readonly width: number;
  readonly columns: Columns<F>;
}

/**
 * Finds the row of headings among the first rows of a file: the one in which the most fields are recognised, the
 * first of equals. The rows above it are a report's title and filters.
 * Errors: `file-empty`, `file-no-key`, `file-map-column`.
 */
export function findHead<F extends string>(
  path: string,
  rows: readonly Row[],
  layout: Layout<F>,
  map: MappedHeadings<F>,
): Head<F> {
  const candidates = rows
    .map((row) => ({ row, filled: row.cells.filter((cell) => cell.trim() !== '').length }))
    .filter(({ filled }) => filled > 0)
    .map(({ row, filled }) => ({ row, filled, columns: columnsOf(row.cells, layout, map) }))
    .map((candidate) => ({ ...candidate, fields: recognised(candidate.columns) }));
  const [first, ...others] = candidates;
  if (first === undefined) throw new AppError('file-empty', { path });
  const best = others.reduce(
    (one, next) =>
      next.fields > one.fields || (next.fields === one.fields && one.fields === 0 && next.filled > one.filled)
        ? next
        : one,
    first,
  );
  const { row, columns } = best;
  requireColumns(path, row.cells, columns, layout, map);
  return { number: row.number, width: row.cells.findLastIndex((cell) => cell.trim() !== '') + 1, columns };
}

function recognised<F extends string>(columns: Columns<F>): number {
  return Object.values<readonly number[]>(columns).filter((found) => found.length > 0).length;
}
