import { AppError } from '#shared/errors.ts';
import { mostTitleRows } from '#shared/files.ts';
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
  let rivals = 0;

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
      const picked = await pickSheet(workbook, contents, context, choice);
      if (picked === null) return;
      chosen = picked.sheet.name;
      rivals = picked.rivals;
      yield* filledRows(workbook, picked.sheet, context, remarks);
    } finally {
      await archive.close();
    }
  }

  return { rows: rows(), facts: () => ({ sheets, sheet: chosen, rivals, remarks: remarks.list() }) };
}

/** The sheet that is wanted, and how many others fit at least half as well; null where no sheet has any rows. */
async function pickSheet(
  workbook: Workbook,
  { sheets }: Contents,
  context: CellContext,
  { name, likenessOf }: SheetChoice,
): Promise<{ sheet: Sheet; rivals: number } | null> {
  if (name !== null) {
    const named = sheets.find((sheet) => sheet.name === name);
    if (named !== undefined) return { sheet: named, rivals: 0 };
    const found = sheets.map((sheet) => `“${sheet.name}”`).join(', ');
    throw new AppError('file-sheet', { path: workbook.path, sheet: name, found });
  }
  const [only, another] = sheets;
  if (only !== undefined && another === undefined) return { sheet: only, rivals: 0 };
  const filled: { sheet: Sheet; likeness: number }[] = [];
  for (const sheet of sheets) {
    const first = await firstRows(filledRows(workbook, sheet, context, new SheetRemarks()));
    if (first.length > 0) filled.push({ sheet, likeness: likenessOf(first) });
  }
  const most = Math.max(...filled.map(({ likeness }) => likeness));
  const best = filled.find(({ likeness }) => likeness === most);
  if (best === undefined) return null;
  return { sheet: best.sheet, rivals: filled.filter(({ likeness }) => likeness * 2 >= most).length - 1 };
}

async function firstRows(rows: AsyncGenerator<Row>): Promise<Row[]> {
  const first: Row[] = [];
  for await (const row of rows) if (first.push(row) === mostTitleRows) break;
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
