import { basename } from 'node:path';
import { AppError } from '#shared/errors.ts';
import type { Hooks } from '../hooks.ts';
import type { MappedHeadings } from './columns/column-map.ts';
import type { Columns } from './columns/find-columns.ts';
import { findHead, type Head } from './columns/find-head.ts';
import type { Layout } from './columns/layout.ts';
import type { Problems } from './problems.ts';
import { type ReportRow, reportRow } from './report-rows.ts';
import { openRows, type Row } from './rows.ts';
import { stopIfAsked } from './stop.ts';

/** One row of a table by field. Cells come without white space around them. */
export interface TableRow<F extends string> {
  readonly number: number;
  /** The first filled cell of the field, `''` where there is none. */
  text(field: F): string;
  /** All filled cells of the field. */
  texts(field: F): string[];
}

/** What is read of a file: its layout, the map that a person made for it, and where problems go. */
export interface TableRequest<F extends string> {
  readonly path: string;
  readonly layout: Layout<F>;
  readonly map: MappedHeadings<F>;
  readonly problems: Problems;
}

/** Reports put their title and their filters above the headings, but no more rows than this. */
const MOST_TITLE_ROWS = 40;
const SKIPPED: Record<ReportRow, string> = {
  total: 'Totals of the report were skipped',
  footer: 'Lines below the report were skipped',
};
const ROWS_BETWEEN_REPORTS = 2_000;

/**
 * Reads a table row by row: finds its headings among the first rows, skips blank rows, totals and a report's
 * footer, and gives every other row to `onRow`. Gives which fields the file has columns for.
 * Errors: `file-type`, `file-not-found`, `file-empty`, `file-unreadable`, `file-too-long`, `file-no-key`,
 * `file-map-column`, `cancelled`.
 */
export async function readTable<F extends string>(
  { path, layout, map, problems }: TableRequest<F>,
  hooks: Hooks,
  onRow: (row: TableRow<F>) => void,
): Promise<ReadonlySet<F>> {
  const { rows, padded } = await openRows(path, hooks);
  const step = `Reading ${basename(path)}`;
  const first: Row[] = [];
  let head: Head<F> | null = null;
  let count = 0;
  let lastRecord = 0;

  const take = (row: Row, { number, width, columns }: Head<F>) => {
    if (row.number <= number || row.cells.every((cell) => cell.trim() === '')) return;
    // In CSV a record has all its delimiters, so that a lone cell below blank rows is the name of the report.
    const isLone =
      !padded && width > 2 && row.cells.length === 1 && row.number > Math.max(lastRecord, number) + 1;
    const kind = isLone ? 'footer' : reportRow(row.cells);
    if (kind !== null) {
      problems.note(SKIPPED[kind], row.number);
      return;
    }
    lastRecord = row.number;
    checkCells(row, width, padded, problems);
    count += 1;
    onRow(tableRow(row, columns));
  };
  const begin = () => {
    const found = findHead(path, first, layout, map);
    for (const row of first) take(row, found);
    return found;
  };

  for await (const row of rows) {
    stopIfAsked(hooks.signal);
    if (row.number % ROWS_BETWEEN_REPORTS === 0) hooks.progress(step, row.number, null);
    if (head !== null) take(row, head);
    else if (first.push(row) === MOST_TITLE_ROWS) head = begin();
  }
  const { columns } = head ?? begin();
  if (count === 0) throw new AppError('file-empty', { path });
  hooks.progress(step, count, count);
  return new Set((Object.keys(columns) as F[]).filter((field) => columns[field].length > 0));
}

function tableRow<F extends string>({ number, cells }: Row, columns: Columns<F>): TableRow<F> {
  const cell = (column: number) => (cells[column] ?? '').trim();
  return {
    number,
    text(field) {
      for (const column of columns[field]) {
        const text = cell(column);
        if (text !== '') return text;
      }
      return '';
    },
    texts: (field) => columns[field].map(cell).filter((text) => text !== ''),
  };
}

function checkCells(row: Row, width: number, padded: boolean, problems: Problems): void {
  if (row.cells.slice(width).some((cell) => cell.trim() !== '')) {
    problems.note('More cells than headings; those without a heading were left out', row.number);
  } else if (!padded && row.cells.length < width) {
    problems.note('Fewer cells than headings; the missing ones were taken as blank', row.number);
  }
  if (row.cells.some((cell) => cell.includes('\uFFFD'))) {
    problems.note('Characters that were damaged before the export show as \uFFFD', row.number);
  }
}
