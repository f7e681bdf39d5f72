import type { Row } from '../rows.ts';
import { resolveEscapes } from './escapes.ts';
import { attributeOf } from './markup.ts';
import type { NumberFormat } from './number-formats.ts';
import { numberText } from './number-text.ts';
import { parsePart, type Workbook } from './parse-part.ts';
import { SheetRemarks } from './sheet-remarks.ts';

/** What the cells of a sheet refer to. */
export interface CellContext {
  readonly strings: readonly string[];
  readonly formats: readonly NumberFormat[];
  readonly date1904: boolean;
}

interface Cell {
  readonly column: number;
  readonly type: string;
  readonly style: number;
  value: string;
  hasFormula: boolean;
  hasValue: boolean;
}

/** Excel has no more columns; a larger number is a damaged reference. */
const LAST_COLUMN = 16_384;
/** Excel has 32,767; what holds much more was made to exhaust the memory. */
const LONGEST_CELL = 1_000_000;

/**
 * The rows of a sheet that have cells, each cell as text: a formula gives its stored result, a link its text, an
 * error value nothing. Rows and cells without a reference follow the one before. What is lost is told to `remarks`.
 * Errors: `file-unreadable`, `cancelled`.
 */
export async function* readSheet(
  workbook: Workbook,
  part: string,
  context: CellContext,
  remarks = new SheetRemarks(),
): AsyncGenerator<Row> {
  let ready: Row[] = [];
  let number = 0;
  let cells: string[] = [];
  let cell: Cell | null = null;
  let inValue = false;
  let inPhonetic = false;
  const reading = parsePart(workbook, part, {
    open(name, attributes) {
      if (name === 'row') {
        number = Number(attributeOf(attributes, 'r') ?? number + 1);
        cells = [];
      } else if (name === 'c') {
        cell = {
          column: columnOf(attributeOf(attributes, 'r')) ?? cells.length,
          type: attributeOf(attributes, 't') ?? 'n',
          style: Number(attributeOf(attributes, 's') ?? 0),
          value: '',
          hasFormula: false,
          hasValue: false,
        };
        if (cell.column >= LAST_COLUMN) throw new SyntaxError('a row has more cells than Excel allows');
      } else if (name === 'rPh') inPhonetic = true;
      else if (name === 'v' || name === 't') {
        inValue = !inPhonetic;
        if (cell !== null) cell.hasValue = true;
      } else if (name === 'f' && cell !== null) cell.hasFormula = true;
      else if (name === 'mergeCell') remarks.merged();
    },
    text(piece) {
      if (!inValue || cell === null) return;
      cell.value += piece;
      if (cell.value.length > LONGEST_CELL) throw new SyntaxError('a cell holds more than Excel allows');
    },
    close(name) {
      if (name === 'v' || name === 't') inValue = false;
      else if (name === 'rPh') inPhonetic = false;
      else if (name === 'c' && cell !== null) {
        if (cell.type === 'e') remarks.error();
        if (cell.hasFormula && !cell.hasValue) remarks.formulaWithoutResult();
        while (cells.length < cell.column) cells.push('');
        cells[cell.column] = cellText(cell, context);
        cell = null;
      } else if (name === 'row' && cells.length > 0) ready.push({ number, cells });
    },
  });
  for await (const _ of reading) {
    yield* ready;
    ready = [];
  }
}

/** Index from 0 of the column in a reference such as `AB12`; null without a usable one. */
function columnOf(reference: string | null): number | null {
  const letters = /^([A-Z]{1,3})\d+$/i.exec(reference ?? '')?.[1];
  if (letters === undefined) return null;
  let column = 0;
  for (const letter of letters.toUpperCase()) column = column * 26 + letter.charCodeAt(0) - 64;
  return column <= LAST_COLUMN ? column - 1 : null;
}

function cellText({ type, style, value }: Cell, { strings, formats, date1904 }: CellContext): string {
  if (type === 's') return strings[Number(value)] ?? '';
  if (type === 'str' || type === 'inlineStr') return detached(resolveEscapes(value));
  if (type === 'b') return value === '1' ? 'TRUE' : 'FALSE';
  if (type === 'e') return '';
  if (type === 'd') return detached(value);
  return detached(numberText(value, formats[style] ?? { kind: 'plain' }, date1904));
}

/** A copy of a text. A part of a long text would otherwise keep all of it in memory. */
function detached(text: string): string {
  return text.length > 12 ? Buffer.from(text, 'utf16le').toString('utf16le') : text;
}
