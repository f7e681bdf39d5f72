import { AppError } from '#shared/errors.ts';
import { mostTitleRows } from '#shared/files.ts';
import type { Row } from '../rows.ts';
import type { MappedHeadings } from './column-map.ts';
import { type Columns, columnsOf, requireColumns } from './find-columns.ts';
import type { Layout } from './layout.ts';

/** What a sheet of Excel can have. A file with more columns is no export, and its rows would fill the memory. */
const MOST_COLUMNS = 16_384;

/** The row of headings: where it is, what it says, and which columns give each field. */
export interface Head<F extends string> {
  readonly number: number;
  /** The headings up to the last that is not blank. */
  readonly headings: readonly string[];
  readonly columns: Columns<F>;
  /** How many fields are recognised. */
  readonly recognised: number;
}

/**
 * The row among the first rows of a file that is most likely that of headings: the one in which the most fields are
 * recognised, the first of equals, and where none is the fullest. The rows above it are a report's title and filters.
 * `chosen` is the number of the row that a person says it is. Null where every row is blank, or that one.
 */
export function likeliestHead<F extends string>(
  rows: readonly Row[],
  layout: Layout<F>,
  map: MappedHeadings<F>,
  chosen: number | null,
): Head<F> | null {
  const heads = rows
    .slice(0, mostTitleRows)
    .filter(({ number }) => chosen === null || number === chosen)
    .map((row) => headOf(row, layout, map))
    .filter(({ headings }) => headings.length > 0);
  const [first, ...others] = heads;
  if (first === undefined) return null;
  return others.reduce(
    (best, next) =>
      next.recognised > best.recognised ||
      (next.recognised === 0 && best.recognised === 0 && filled(next) > filled(best))
        ? next
        : best,
    first,
  );
}

/**
 * Finds the row of headings, which has to name what is needed.
 * Errors: `file-empty`, `file-heading-row`, `file-too-wide`, `file-no-key`, `file-map-column`.
 */
export function findHead<F extends string>(
  path: string,
  rows: readonly Row[],
  layout: Layout<F>,
  map: MappedHeadings<F>,
  chosen: number | null,
): Head<F> {
  refuseTooWide(path, rows);
  const head = likeliestHead(rows, layout, map, chosen);
  if (head === null) throw noHead(path, chosen);
  requireColumns(path, head.headings, head.columns, layout, map);
  return head;
}

/** What is said of a file in which no row can hold the headings, or not the one that a person chose. */
export function noHead(path: string, chosen: number | null): AppError {
  return chosen === null
    ? new AppError('file-empty', { path })
    : new AppError('file-heading-row', { path, row: chosen });
}

/** Errors: `file-too-wide`. */
export function refuseTooWide(path: string, rows: readonly Row[]): void {
  const width = rows.reduce((most, { cells }) => Math.max(most, cells.length), 0);
  if (width <= MOST_COLUMNS) return;
  throw new AppError('file-too-wide', {
    path,
    columns: width.toLocaleString('en-US'),
    limit: MOST_COLUMNS.toLocaleString('en-US'),
  });
}

function headOf<F extends string>(
  { number, cells }: Row,
  layout: Layout<F>,
  map: MappedHeadings<F>,
): Head<F> {
  const headings = cells.slice(0, cells.findLastIndex((cell) => cell.trim() !== '') + 1);
  const columns = columnsOf(headings, layout, map);
  const found = Object.values<readonly number[]>(columns).filter((places) => places.length > 0);
  return { number, headings, columns, recognised: found.length };
}

function filled({ headings }: { readonly headings: readonly string[] }): number {
  return headings.filter((heading) => heading.trim() !== '').length;
}
