import { basename } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { type Hooks, type Row, readSheets } from '#app/sources/index.ts';
import { AppError } from '#shared/errors.ts';
import { isMark, type RowMark, readMark } from '../row-mark.ts';
import { type Edit, editOf, isTorn, type MarkedRow } from './edit.ts';
import { headOf, type SheetHead } from './head.ts';
import { decisionCell } from './words.ts';

/** A row that says something, of which is not known what it is about. */
export interface StrayRow {
  readonly sheet: string;
  readonly row: number;
  readonly why: 'no-mark' | 'damaged' | 'torn';
  readonly typed: string;
}

/** What of a worksheet that came back differs from what it was when it was made. */
export interface ReadWorksheet {
  /** How many rows carry a whole mark. */
  readonly rows: number;
  /** The projects that the marks are of. */
  readonly projects: ReadonlySet<string>;
  readonly edits: readonly Edit[];
  readonly strays: readonly StrayRow[];
  /** Rows of the same sheet with the same mark as an edited one that were not edited, by their {@link rowKey}. */
  readonly untouched: ReadonlyMap<string, readonly number[]>;
  /** Sentences about sheets of which not all could be read. */
  readonly remarks: readonly string[];
}

/** So many rows without a mark may stand above the first one with a mark; what is above that is no worksheet's sheet. */
const MOST_ABOVE = 1_000;

/**
 * Reads a worksheet and keeps of it what was edited. Marks are found wherever they are in a row, the other columns by
 * their headings; sheets without a mark are passed over.
 * Errors: those of {@link readSheets}; `worksheet-no-marks`.
 */
export async function readWorksheet(path: string, hooks: Hooks): Promise<ReadWorksheet> {
  const step = `Reading ${basename(path)}`;
  const collected = new Collected();
  let reader: SheetReader | null = null;
  let count = 0;
  for await (const { sheet, rows } of readSheets(path, hooks)) {
    if (reader?.sheet !== sheet) {
      reader?.end();
      reader = new SheetReader(sheet, collected);
    }
    for (const row of rows) reader.take(row);
    count += rows.length;
    hooks.progress(step, count, null);
    await setImmediate();
    if (hooks.signal.aborted) throw new AppError('cancelled');
  }
  reader?.end();
  if (collected.rows === 0) throw new AppError('worksheet-no-marks', { path });
  return collected.result();
}

/** What tells rows of one sheet with the same mark from all others. */
export function rowKey({ sheet, mark }: Pick<Edit, 'sheet' | 'mark'>): string {
  const { subject } = mark;
  const account = subject.kind === 'account' ? subject.accountId : '';
  return JSON.stringify([sheet, account, subject.customerId]);
}

/** What was found so far. */
class Collected {
  rows = 0;
  readonly #projects = new Set<string>();
  readonly #edits: Edit[] = [];
  readonly strays: StrayRow[] = [];
  readonly remarks: string[] = [];
  readonly #untouched = new Map<string, number | number[]>();

  add(marked: MarkedRow): void {
    this.rows += 1;
    this.#projects.add(marked.mark.project);
    if (isTorn(marked)) {
      const { sheet, row, decision } = marked;
      this.strays.push({ sheet, row, why: 'torn', typed: (decision ?? '').trim() });
      return;
    }
    const edit = editOf(marked);
    if (edit !== null) {
      this.#edits.push(edit);
      return;
    }
    const key = rowKey(marked);
    const before = this.#untouched.get(key);
    if (before === undefined) this.#untouched.set(key, marked.row);
    else this.#untouched.set(key, [...(Array.isArray(before) ? before : [before]), marked.row]);
  }

  result(): ReadWorksheet {
    const untouched = new Map<string, readonly number[]>();
    for (const edit of this.#edits) {
      const rows = this.#untouched.get(rowKey(edit));
      if (rows !== undefined) untouched.set(rowKey(edit), Array.isArray(rows) ? rows : [rows]);
    }
    const { rows, strays, remarks } = this;
    return { rows, projects: this.#projects, edits: this.#edits, strays, untouched, remarks };
  }
}

/** Takes in the rows of one sheet, one after the other. */
class SheetReader {
  readonly sheet: string;
  readonly #collected: Collected;
  readonly #above: Row[] = [];
  #head: SheetHead | null = null;
  #isMarked = false;

  constructor(sheet: string, collected: Collected) {
    this.sheet = sheet;
    this.#collected = collected;
  }

  take({ number, cells }: Row): void {
    const cell = cells.findLast(isMark);
    if (!this.#isMarked) {
      if (cell === undefined) {
        if (this.#above.length < MOST_ABOVE) this.#above.push({ number, cells });
        return;
      }
      this.#begin();
    }
    const mark = cell === undefined ? null : readMark(cell);
    if (mark === null) this.#stray(number, cells, cell === undefined ? 'no-mark' : 'damaged');
    else this.#collected.add(this.#marked(number, cells, mark));
  }

  end(): void {
    if (!this.#isMarked) return;
    const { sheet } = this;
    const { remarks } = this.#collected;
    if (this.#head === null) {
      remarks.push(`Sheet “${sheet}” has no row of headings, so nothing of it was read.`);
      return;
    }
    for (const name of this.#head.doubled) {
      remarks.push(`Sheet “${sheet}” has more than one column “${name}”, so none of them was read.`);
    }
    if (this.#head.decision === null && !this.#head.doubled.includes('Decision')) {
      remarks.push(`Sheet “${sheet}” has no column “Decision”, so no decisions were read from it.`);
    }
  }

  #begin(): void {
    this.#isMarked = true;
    const found = headOf(this.#above);
    if (found === null) return;
    this.#head = found.head;
    for (const { number, cells } of this.#above.splice(0)) {
      if (number > found.row) this.#stray(number, cells, 'no-mark');
    }
  }

  #marked(row: number, cells: readonly string[], mark: RowMark): MarkedRow {
    const at = (place: number | null | undefined) =>
      place === null || place === undefined ? null : (cells[place] ?? '');
    const head = this.#head;
    return {
      sheet: this.sheet,
      row,
      mark,
      decision: at(head?.decision),
      comment: at(head?.comment),
      accountId: at(head?.accountId),
      customerId: at(head?.customerId),
    };
  }

  /** A row that carries no mark is one that somebody added; it is told where it says something. */
  #stray(row: number, cells: readonly string[], why: StrayRow['why']): void {
    const place = this.#head?.decision ?? null;
    const typed = (place === null ? '' : (cells[place] ?? '')).trim();
    const comment = this.#head?.comment ?? null;
    const remark = comment === null ? '' : (cells[comment] ?? '').trim();
    const says = decisionCell(typed, 'account') !== 'blank' || remark !== '';
    if (says || why === 'damaged') {
      this.#collected.strays.push({ sheet: this.sheet, row, why, typed: typed || remark });
    }
  }
}
