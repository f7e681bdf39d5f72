import { AppError } from '#shared/errors.ts';
import type { Row, SheetChoice, WorkbookFacts } from '../rows.ts';
import { openArchive } from './archive.ts';
import { type Contents, readContents, type Sheet } from './contents.ts';
import { readNumberFormats } from './number-formats.ts';
import type { Workbook } from './parse-part.ts';
import { type CellContext, readSheet } from './read-sheet.ts';
import { readSharedStrings } from './shared-strings.ts';
import { SheetRemarks } from './sheet-remarks.ts';

/** The rows of a workbook, and what is known of it once they are read. */
export interface WorkbookRows {
  readonly rows: AsyncGenerator<Row>;
  facts(): WorkbookFacts;
}

/** A sheet's headings are looked for among so many of its rows. */
const ROWS_LOOKED_AT = 40;

/**
 * The rows of one sheet of an Excel workbook, blank rows left out: the sheet that is named, or of those that can be seen
 * the one whose first rows fit best, the first of equals that has any.
 *
 * Workbooks are written with exceljs, but not read with it: its streaming reader decodes every chunk by itself and so
 * breaks accented letters at the edges, takes the phonetic reading of Japanese names for the name, and hangs on some
 * damaged files; its other reader needs more than 1 GB for 100,000 rows and cannot be stopped.
 * Errors: `file-unreadable` (damaged, protected, no workbook), `file-format`, `file-sheet`, `cancelled`.
 */
export function readXlsx(path: string, choice: SheetChoice, signal: AbortSignal): WorkbookRows {
  const remarks = new SheetRemarks();
  let sheets: readonly string[] = [];
  let chosen: string | null = null;

  async function* rows(): AsyncGenerator<Row> {
    const archive = await openArchive(path, signal);
    try {
      const workbook = { path, archive };
      const contents = await readContents(workbook);
      const context = {
        strings: await readSharedStrings(workbook, contents.strings),
        formats: await readNumberFormats(workbook, contents.styles),
        date1904: contents.date1904,
      };
      sheets = contents.sheets.map(({ name }) => name);
      const sheet = await chosenSheet(workbook, contents, context, choice);
      if (sheet === null) return;
      chosen = sheet.name;
      yield* filledRows(workbook, sheet, context, remarks);
    } finally {
      await archive.close();
    }
  }

  return { rows: rows(), facts: () => ({ sheets, sheet: chosen, remarks: remarks.list() }) };
}

async function chosenSheet(
  workbook: Workbook,
  { sheets }: Contents,
  context: CellContext,
  { name, likenessOf }: SheetChoice,
): Promise<Sheet | null> {
  if (name !== null) {
    const named = sheets.find((sheet) => sheet.name === name);
    if (named !== undefined) return named;
    const found = sheets.map((sheet) => `“${sheet.name}”`).join(', ');
    throw new AppError('file-sheet', { path: workbook.path, sheet: name, found });
  }
  if (sheets.length < 2) return sheets[0] ?? null;
  let best: { sheet: Sheet; likeness: number } | null = null;
  for (const sheet of sheets) {
    const first = await firstRows(filledRows(workbook, sheet, context, new SheetRemarks()));
    if (first.length === 0) continue;
    const likeness = likenessOf(first);
    if (best === null || likeness > best.likeness) best = { sheet, likeness };
  }
  return best?.sheet ?? null;
}

async function firstRows(rows: AsyncGenerator<Row>): Promise<Row[]> {
  const first: Row[] = [];
  for await (const row of rows) if (first.push(row) === ROWS_LOOKED_AT) break;
  return first;
}

async function* filledRows(
  workbook: Workbook,
  { part }: Sheet,
  context: CellContext,
  remarks: SheetRemarks,
): AsyncGenerator<Row> {
  for await (const row of readSheet(workbook, part, context, remarks)) {
    if (row.cells.some((cell) => cell.trim() !== '')) yield row;
  }
}
