import { setImmediate } from 'node:timers/promises';
import type { stream, Worksheet } from 'exceljs';
import { AppError } from '#shared/errors.ts';
import { headingStyle, linkStyle, moneyStyle, styleOf } from './cell-styles.ts';
import { colourRules } from './colours.ts';
import { type ColumnKind, cellValue, isLink, type SheetColumn } from './column.ts';
import { type Editing, guardSheet } from './editing.ts';
import { addLink, orderParts, styleNumber, writeRows } from './excel-sheet.ts';
import { rowXml, type WrittenCell } from './row-xml.ts';

/** How the writing of a sheet is watched and stopped. */
export interface SheetProgress {
  readonly signal: AbortSignal;
  rowsWritten(rows: number): void;
}

/** How a sheet is made beyond its columns and rows. */
interface SheetOptions {
  /** What may be changed in it; anything, where it is not said. */
  readonly editing?: Editing;
  /** The columns that stay in sight while one scrolls sideways. */
  readonly frozenColumns?: number;
  readonly lastRow?: number;
}

/** Excel's sheets end here; what is over goes to a further sheet of the same name with a number. */
export const LAST_ROW = 1_048_576;
/** Excel shows no more links in a sheet; what is over stays plain text. */
export const MOST_LINKS = 65_530;
/** Few enough to keep the process answering (about 10 ms of work), many enough to lose no time by pausing. */
const ROWS_BETWEEN_PAUSES = 250;
/** So many characters of a row can still be read on one printed page: some seven points on A4 or Letter, across. */
const READABLE_WIDTH = 240;
/** In points. Excel's rows are at most 409 points high. */
const LINE_HEIGHT = 15;
const MOST_LINES = 20;

/**
 * Writes one sheet with its headings frozen, filters, colours, and a list of decisions to choose from where there is a
 * column for them. Gives the number of rows. Each row is handed over before many more are made.
 * Errors: `cancelled`.
 */
export async function writeSheet<R>(
  workbook: stream.xlsx.WorkbookWriter,
  name: string,
  columns: readonly SheetColumn<R>[],
  rows: Iterable<R>,
  progress: SheetProgress,
  { editing = 'anything', frozenColumns = 2, lastRow = LAST_ROW }: SheetOptions = {},
): Promise<number> {
  const begin = (title: string) => new OpenSheet(workbook, title, columns, frozenColumns);
  let sheet = begin(name);
  let sheets = 1;
  let count = 0;
  for (const record of rows) {
    if (sheet.row === lastRow) {
      await sheet.end(editing, progress.signal);
      sheets += 1;
      sheet = begin(`${name} ${sheets}`);
    }
    sheet.add(record);
    count += 1;
    if (count % ROWS_BETWEEN_PAUSES === 0) {
      progress.rowsWritten(count);
      await sheet.flush(progress.signal);
      await setImmediate();
      if (progress.signal.aborted) throw new AppError('cancelled');
    }
  }
  await sheet.end(editing, progress.signal);
  return count;
}

/** A sheet that is being written. */
class OpenSheet<R> {
  /** The last row so far. */
  row = 1;
  readonly #workbook: stream.xlsx.WorkbookWriter;
  readonly #sheet: Worksheet;
  readonly #columns: readonly (SheetColumn<R> & { readonly letter: string; readonly style: number })[];
  readonly #linkStyle: number;
  #links = 0;
  #xml = '';

  constructor(
    workbook: stream.xlsx.WorkbookWriter,
    name: string,
    columns: readonly SheetColumn<R>[],
    frozenColumns: number,
  ) {
    this.#workbook = workbook;
    this.#sheet = beginSheet(workbook, name, columns, frozenColumns);
    this.#columns = columns.map((column, at) => ({
      ...column,
      letter: this.#sheet.getColumn(at + 1).letter,
      style: styleNumber(workbook, styleOf(column.kind)),
    }));
    this.#linkStyle = styleNumber(workbook, linkStyle);
  }

  add(record: R): void {
    this.row += 1;
    const cells: WrittenCell[] = [];
    let lines = 1;
    for (const column of this.#columns) {
      const found = column.value(record);
      const value = cellValue(found);
      if (value === null) continue;
      const opens = isLink(found) && this.#links < MOST_LINKS;
      cells.push({ column: column.letter, style: this.#styleOf(column, record, opens), value });
      lines = Math.max(lines, linesOf(column.kind, column.width, value));
      if (!opens) continue;
      addLink(this.#sheet, `${column.letter}${this.row}`, found.address);
      this.#links += 1;
    }
    this.#xml += rowXml(this.row, cells, lines > 1 ? LINE_HEIGHT * lines : null);
  }

  async flush(signal: AbortSignal): Promise<void> {
    const xml = this.#xml;
    this.#xml = '';
    if (xml !== '') await writeRows(this.#sheet, xml, signal);
  }

  async end(editing: Editing, signal: AbortSignal): Promise<void> {
    await this.flush(signal);
    const columns = this.#columns;
    const sheet = this.#sheet;
    sheet.autoFilter = { from: { row: 1, column: 1 }, to: { row: this.row, column: columns.length } };
    guardSheet(
      sheet,
      columns.map(({ kind }) => kind),
      this.row,
      editing,
    );
    let priority = 0;
    for (const { letter, colours } of columns) {
      if (colours === undefined || this.row === 1) continue;
      const rules = colourRules(colours, `${letter}2`).map((rule) => {
        priority += 1;
        return { ...rule, priority };
      });
      sheet.addConditionalFormatting({ ref: `${letter}2:${letter}${this.row}`, rules });
    }
    // Without it, what flows over the last column makes the printed page wider. exceljs adds the first `$` of each corner.
    sheet.pageSetup.printArea = `A$1:${columns.at(-1)?.letter}$${this.row}`;
    orderParts(sheet);
    sheet.commit();
  }

  #styleOf({ style, currency }: { style: number } & SheetColumn<R>, record: R, opens: boolean): number {
    if (opens) return this.#linkStyle;
    return currency === undefined ? style : styleNumber(this.#workbook, moneyStyle(currency(record)));
  }
}

/** How many lines the longest wrapped text needs: LibreOffice does not work that out when it opens a file. */
function linesOf(kind: ColumnKind, width: number, value: unknown): number {
  if (kind !== 'wrapped' || typeof value !== 'string') return 1;
  const lines = value.split('\n').reduce((sum, part) => sum + Math.max(1, Math.ceil(part.length / width)), 0);
  return Math.min(lines, MOST_LINES);
}

function beginSheet<R>(
  workbook: stream.xlsx.WorkbookWriter,
  name: string,
  columns: readonly SheetColumn<R>[],
  frozenColumns: number,
): Worksheet {
  const pagesWide = Math.ceil(
    columns.reduce((sum, { width, hidden }) => sum + (hidden === true ? 0 : width), 0) / READABLE_WIDTH,
  );
  const sheet = workbook.addWorksheet(name, {
    views: [{ state: 'frozen', ySplit: 1, xSplit: frozenColumns }],
    pageSetup: {
      orientation: 'landscape',
      fitToPage: true,
      fitToWidth: pagesWide,
      fitToHeight: 0,
      margins: { left: 0.4, right: 0.4, top: 0.6, bottom: 0.6, header: 0.3, footer: 0.3 },
      printTitlesRow: '1:1',
    },
    headerFooter: { oddHeader: '&L&A&R&D', oddFooter: '&C&P / &N' },
  });
  if (pagesWide > 1 && frozenColumns > 0) {
    sheet.pageSetup.printTitlesColumn = `A:${sheet.getColumn(frozenColumns).letter}`;
  }
  sheet.columns = columns.map(({ width, kind, hidden = false }) => ({
    width,
    hidden,
    style: styleOf(kind),
  }));
  const headings = sheet.addRow(columns.map(({ heading }) => heading));
  headings.height = 20;
  columns.forEach(({ side }, at) => {
    headings.getCell(at + 1).style = headingStyle(side);
  });
  headings.commit();
  return sheet;
}
