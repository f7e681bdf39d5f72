import type { stream, Worksheet } from 'exceljs';
import { excelText } from '../excel-text.ts';
import type { CoverLine } from './cover-lines.ts';

/** In characters; the sheet is printed upright on one page's width. */
const widths = [40, 12, 14, 50] as const;
const wholeWidth = widths.reduce((sum, width) => sum + width, 0);
const lineHeight = 14;
/** Letters are narrower than the digits in which a width is counted. */
const lettersPerCharacter = 1.1;
const line = { style: 'thin', color: { argb: 'FF8B949E' } } as const;

/** Writes the cover sheet of a sign-off pack. */
export function writeCover(workbook: stream.xlsx.WorkbookWriter, lines: readonly CoverLine[]): void {
  const sheet = workbook.addWorksheet('Sign-off', {
    views: [{ showGridLines: false }],
    pageSetup: { orientation: 'portrait', fitToPage: true, fitToWidth: 1, fitToHeight: 0 },
    headerFooter: { oddFooter: '&L&A&C&P / &N&R&D' },
  });
  sheet.columns = widths.map((width) => ({ width }));
  for (const each of lines) writeLine(sheet, each);
  sheet.commit();
}

function writeLine(sheet: Worksheet, each: CoverLine): void {
  if (each.kind === 'blank') {
    sheet.addRow([]).commit();
    return;
  }
  const cells = 'cells' in each ? each.cells : [each.text];
  const row = sheet.addRow(cells.map((cell) => (typeof cell === 'string' ? excelText(cell) : cell)));
  const joined = 'text' in each ? 1 : each.kind === 'fact' ? 2 : widths.length;
  if (joined < widths.length) sheet.mergeCells(row.number, joined, row.number, widths.length);
  row.height = lineHeight * linesOf(each);
  for (let at = 1; at <= joined; at += 1) {
    const cell = row.getCell(at);
    cell.numFmt = typeof cell.value === 'number' ? '#,##0' : '@';
    const isNumber = typeof cell.value === 'number' || (each.kind === 'head' && at === 2);
    const horizontal = isNumber ? 'right' : 'left';
    cell.alignment = { vertical: 'top', wrapText: true, horizontal, indent: at > 2 ? 1 : 0 };
    if (each.kind === 'head') cell.border = { bottom: line };
    if (each.kind === 'sign') cell.border = at === 1 ? {} : { bottom: line };
    cell.font = fontOf(each, at);
  }
  if (each.kind === 'title') row.height = 28;
  if (each.kind === 'sign') row.height = 32;
  row.commit();
}

function fontOf({ kind }: CoverLine, at: number): { size: number; bold: boolean } {
  if (kind === 'title') return { size: 18, bold: true };
  if (kind === 'heading') return { size: 12, bold: true };
  return { size: 10, bold: kind === 'head' || (kind === 'fact' && at === 1) };
}

/** How many lines the longest cell needs: a spreadsheet does not work that out for cells that are joined. */
function linesOf(each: CoverLine): number {
  if (each.kind === 'blank') return 1;
  if ('text' in each) return linesIn(each.text, wholeWidth);
  if (each.kind === 'fact') return linesIn(String(each.cells[1]), wholeWidth - widths[0]);
  return Math.max(1, ...each.cells.map((cell, at) => linesIn(String(cell), widths[at] ?? wholeWidth)));
}

function linesIn(text: string, width: number): number {
  return Math.max(1, Math.ceil(text.length / (width * lettersPerCharacter)));
}
