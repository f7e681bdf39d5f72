import { basename } from 'node:path';
import { AppError } from '#shared/errors.ts';
import { mostTitleRows } from '#shared/files.ts';
import type { Hooks } from '../hooks.ts';
import type { MappedHeadings } from './columns/column-map.ts';
import { findHead, type Head, likeliestHead } from './columns/find-head.ts';
import { headingKey } from './columns/headings.ts';
import type { Layout } from './columns/layout.ts';
import { Fields } from './fields.ts';
import type { Problems } from './problems.ts';
import { type ReportRow, reportRow } from './report-rows.ts';
import { openRows, type Row, type WorkbookFacts } from './rows.ts';
import { stopIfAsked } from './stop.ts';

/** What is read of a file: its layout, the map that a person made for it, and where problems go. */
export interface TableRequest<F extends string> {
  readonly path: string;
  readonly layout: Layout<F>;
  readonly map: MappedHeadings<F>;
  /** The sheet of a workbook; null: the one that fits best. */
  readonly sheet: string | null;
  /** The number of the row of headings; null: the one that is most likely it. */
  readonly headingRow: number | null;
  readonly problems: Problems;
}

const SKIPPED: Record<ReportRow, string> = {
  total: 'Totals of the report were skipped',
  footer: 'Lines below the report were skipped',
};
const ROWS_BETWEEN_REPORTS = 2_000;

/**
 * Reads a table: finds its headings among the first rows, skips blank rows, totals and a report's footer, and gives
 * what the reader makes of every other row, about a thousand at a time; a row of which it makes null is left out.
 * Errors: `file-type`, `file-not-found`, `file-empty`, `file-unreadable`, `file-too-long`, `file-no-key`,
 * `file-heading-row`, `file-map-column`, `file-too-wide`, `file-sheet`, `file-format`, `cancelled`.
 */
export async function* readTable<F extends string, T>(
  { path, layout, map, sheet, headingRow, problems }: TableRequest<F>,
  hooks: Hooks,
  reader: (fields: Fields<F>) => (row: Row) => T | null,
): AsyncGenerator<T[], void> {
  const likenessOf = (rows: readonly Row[]) => likeliestHead(rows, layout, map, headingRow)?.recognised ?? 0;
  const { batches, padded, facts } = await openRows(path, hooks, { name: sheet, likenessOf });
  const step = `Reading ${basename(path)}`;
  const first: Row[] = [];
  let head: (Head<F> & { readonly read: (row: Row) => T | null }) | null = null;
  let count = 0;
  let lastRecord = 0;

  /** What the rows hold, once the headings are known. */
  const take = (rows: readonly Row[], { number, headings, read }: NonNullable<typeof head>): T[] => {
    const width = headings.length;
    const made: T[] = [];
    for (const row of rows) {
      if (row.number <= number || isBlank(row)) continue;
      // In CSV a record has all its delimiters, so that a lone cell below blank rows is the name of the report.
      const isLone =
        !padded && width > 2 && row.cells.length === 1 && row.number > Math.max(lastRecord, number) + 1;
      const kind = isLone ? 'footer' : reportRow(row.cells);
      if (kind !== null) {
        problems.note(SKIPPED[kind], row.number);
        continue;
      }
      lastRecord = row.number;
      checkCells(row, width, padded, problems);
      count += 1;
      const one = read(row);
      if (one !== null) made.push(one);
    }
    return made;
  };
  const begin = () => {
    const found = findHead(path, first, layout, map, headingRow);
    tellRepeatedHeadings(found, problems);
    return { ...found, read: reader(new Fields(found.columns, found.headings)) };
  };

  for await (const rows of batches) {
    stopIfAsked(hooks.signal);
    for (const { number } of rows) {
      if (number % ROWS_BETWEEN_REPORTS === 0) hooks.progress(step, number, null);
    }
    if (head !== null) {
      yield take(rows, head);
      continue;
    }
    for (const row of rows) first.push(row);
    if (first.length < mostTitleRows) continue;
    head = begin();
    yield take(first, head);
  }
  if (head === null) yield take(first, begin());
  if (count === 0) throw new AppError('file-empty', { path });
  tellSheets(path, facts(), problems);
  hooks.progress(step, count, count);
}

function isBlank({ cells }: Row): boolean {
  return cells.every((cell) => cell.trim() === '');
}

function checkCells({ cells, number }: Row, width: number, padded: boolean, problems: Problems): void {
  if (cells.length > width && cells.slice(width).some((cell) => cell.trim() !== '')) {
    problems.note('More cells than headings; those without a heading were left out', number);
  } else if (!padded && cells.length < width) {
    problems.note('Fewer cells than headings; the missing ones were taken as blank', number);
  }
  if (cells.some((cell) => cell.includes('\uFFFD'))) {
    problems.note('Characters that were damaged before the export show as \uFFFD', number);
  }
}

/** Of two columns with one heading, of which only one is taken, a person has to know which. */
function tellRepeatedHeadings(
  { headings, columns }: Pick<Head<string>, 'headings' | 'columns'>,
  problems: Problems,
): void {
  const taken = new Set(Object.values(columns).flat());
  const byKey = Map.groupBy(headings.keys(), (column) => headingKey(headings[column] ?? ''));
  for (const [key, places] of byKey) {
    if (key === '' || places.length < 2) continue;
    const used = places.filter((place) => taken.has(place));
    if (used.length === 0 || used.length === places.length) continue;
    problems.say(
      `${places.length} columns are named “${headings[places[0] ?? 0]?.trim()}”; the first of them was taken.`,
    );
  }
}

function tellSheets(
  path: string,
  { sheets, sheet, rivals, remarks }: WorkbookFacts,
  problems: Problems,
): void {
  if (rivals > 0)
    problems.say(`${basename(path)} has ${sheets.length} sheets, of which “${sheet}” was read.`);
  for (const remark of remarks) problems.say(remark);
}
