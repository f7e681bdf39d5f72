import { setImmediate } from 'node:timers/promises';
import type { DataValidation, Style, stream, Worksheet } from 'exceljs';
import { CustomerDecisionKind, DecisionKind } from '#shared/decisions.ts';
import { AppError } from '#shared/errors.ts';
import { type ColumnKind, type ColumnSide, cellValue, type SheetColumn } from './column.ts';

/** How the writing of a sheet is watched and stopped. */
export interface SheetProgress {
  readonly signal: AbortSignal;
  rowsWritten(rows: number): void;
}

/** Excel's sheets end here; what is over goes to a further sheet of the same name with a number. */
export const LAST_ROW = 1_048_576;
/** Few enough to keep the process answering (about 25 ms of work), many enough to lose no time by pausing. */
const ROWS_BETWEEN_PAUSES = 250;

const styled = (numFmt: string): Partial<Style> => ({ numFmt, alignment: { vertical: 'top' } });
const STYLES: Record<ColumnKind, Partial<Style>> = {
  text: styled('@'),
  decision: styled('@'),
  'customer-decision': styled('@'),
  flag: styled('General'),
  count: styled('0'),
  percent: styled('0.0%'),
  money: styled('#,##0.00;[Red]-#,##0.00'),
  date: styled('yyyy-mm-dd hh:mm'),
};
const HEADING_COLOURS: Record<ColumnSide, string> = {
  salesforce: 'FFD6EAF7',
  quickbooks: 'FFDDF0D9',
  result: 'FFE3E6E9',
};

/**
 * Writes one sheet with its headings frozen, filters, and a list of decisions to choose from where there is a
 * column for them. Gives the number of rows. Each row is handed over before the next is made.
 * Errors: `cancelled`.
 */
export async function writeSheet<R>(
  workbook: stream.xlsx.WorkbookWriter,
  name: string,
  columns: readonly SheetColumn<R>[],
  rows: Iterable<R>,
  progress: SheetProgress,
  lastRow = LAST_ROW,
): Promise<number> {
  let sheet = beginSheet(workbook, name, columns);
  let sheets = 1;
  let row = 1;
  let count = 0;
  for (const record of rows) {
    if (row === lastRow) {
      endSheet(sheet, columns, row);
      sheets += 1;
      sheet = beginSheet(workbook, `${name} ${sheets}`, columns);
      row = 1;
    }
    addRow(sheet, columns, record);
    row += 1;
    count += 1;
    if (count % ROWS_BETWEEN_PAUSES === 0) {
      progress.rowsWritten(count);
      await setImmediate();
      if (progress.signal.aborted) throw new AppError('cancelled');
    }
  }
  endSheet(sheet, columns, row);
  return count;
}

function addRow<R>(sheet: Worksheet, columns: readonly SheetColumn<R>[], record: R): void {
  const row = sheet.addRow(columns.map(({ value }) => cellValue(value(record))));
  // One object for all cells of a kind: exceljs then looks the style up instead of making it again for each cell.
  columns.forEach(({ kind }, at) => {
    const cell = row.findCell(at + 1);
    if (cell !== undefined) cell.style = STYLES[kind];
  });
  row.commit();
}

function beginSheet<R>(
  workbook: stream.xlsx.WorkbookWriter,
  name: string,
  columns: readonly SheetColumn<R>[],
): Worksheet {
  const sheet = workbook.addWorksheet(name, {
    views: [{ state: 'frozen', ySplit: 1, xSplit: 2, topLeftCell: 'C2' }],
    pageSetup: {
      orientation: 'landscape',
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      printTitlesRow: '1:1',
    },
    headerFooter: { oddHeader: '&L&A&R&D', oddFooter: '&C&P / &N' },
  });
  sheet.columns = columns.map(({ width, kind, hidden = false }) => ({
    width,
    hidden,
    style: STYLES[kind],
  }));
  const headings = sheet.addRow(columns.map(({ heading }) => heading));
  headings.height = 20;
  columns.forEach(({ side }, at) => {
    const cell = headings.getCell(at + 1);
    cell.numFmt = '@';
    cell.font = { bold: true };
    cell.alignment = { vertical: 'middle' };
    cell.fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: HEADING_COLOURS[side] } };
    cell.border = { bottom: { style: 'thin', color: { argb: 'FF8B949E' } } };
  });
  headings.commit();
  return sheet;
}

function endSheet<R>(sheet: Worksheet, columns: readonly SheetColumn<R>[], lastRow: number): void {
  sheet.autoFilter = { from: { row: 1, column: 1 }, to: { row: lastRow, column: columns.length } };
  const decision = columns.findIndex(({ kind }) => kind.endsWith('decision'));
  if (decision !== -1 && lastRow > 1) {
    const choices =
      columns[decision]?.kind === 'decision' ? DecisionKind.options : CustomerDecisionKind.options;
    const letter = sheet.getColumn(decision + 1).letter;
    validationsOf(sheet).add(`${letter}2:${letter}${lastRow}`, {
      type: 'list',
      allowBlank: true,
      formulae: [`"${choices.join(',')}"`],
      showErrorMessage: true,
      errorTitle: 'Decision',
      error: `Choose one of ${choices.join(', ')}, or leave it blank.`,
    });
  }
  sheet.commit();
}

/** exceljs keeps one rule for a whole range here, but its types know only the rule of a single cell. */
function validationsOf(sheet: Worksheet): { add(range: string, rule: DataValidation): void } {
  return (sheet as Worksheet & { dataValidations: { add(range: string, rule: DataValidation): void } })
    .dataValidations;
}
