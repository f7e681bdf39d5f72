import { basename } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { type Hooks, type Row, readSheets } from '#app/sources/index.ts';
import { AppError } from '#shared/errors.ts';
import { MARK_HEADING } from '../coming-back.ts';
import { isMark, type RowMark, readMark } from '../row-mark.ts';
import { type Edit, editOf, isTorn, type MarkedRow } from './edit.ts';
import { headOf, type SheetHead } from './head.ts';
import { RenamedColumn, showsCustomer } from './renamed-column.ts';
import { SortedApart } from './sorted-apart.ts';
import { decisionCell } from './words.ts';

/** A row that says something, of which is not known what it is about. */
export interface StrayRow {
  readonly sheet: string;
  readonly row: number;
  readonly why: 'no-mark' | 'damaged' | 'torn' | 'shifted';
  readonly typed: string;
}

/** What of a worksheet that came back differs from what it was when it was made. */
export interface ReadWorksheet {
  /** How many rows carry a whole mark. */
  readonly rows: number;
  /** How many of them could be read and say what they said. */
  readonly unchanged: number;
  /** The projects that the marks are of. */
  readonly projects: ReadonlySet<string>;
  readonly edits: readonly Edit[];
  readonly strays: readonly StrayRow[];
  /** Rows of the same sheet with the same mark as an edited one that were not edited, by their {@link rowKey}. */
  readonly untouched: ReadonlyMap<string, readonly number[]>;
  /** Sentences about what was not read although somebody may have decided something in it. */
  readonly unread: readonly string[];
  /** Sentences about what else is to be known of the file. */
  readonly remarks: readonly string[];
}

/** So many rows without a mark may stand above the first one with a mark; what is above that is no worksheet's sheet. */
const MOST_ABOVE = 1_000;

/**
 * Reads a worksheet and keeps of it what was edited. Marks are found wherever they are in a row, the other columns by
 * their headings; sheets without a mark are passed over, and told where they look like one of a worksheet.
 * Errors: those of {@link readSheets}; `worksheet-no-marks`, `worksheet-marks-gone`.
 */
export async function readWorksheet(path: string, hooks: Hooks): Promise<ReadWorksheet> {
  const step = `Reading ${basename(path)}`;
  const collected = new Collected();
  let reader: SheetReader | null = null;
  let count = 0;
  for await (const { sheet, rows, remarks } of readSheets(path, hooks)) {
    if (reader?.sheet !== sheet) {
      reader?.end();
      reader = new SheetReader(sheet, collected);
    }
    for (const row of rows) reader.take(row);
    reader.remark(remarks);
    count += rows.length;
    hooks.progress(step, count, null);
    await setImmediate();
    if (hooks.signal.aborted) throw new AppError('cancelled');
  }
  reader?.end();
  if (collected.rows === 0) {
    throw new AppError(collected.unread.length > 0 ? 'worksheet-marks-gone' : 'worksheet-no-marks', { path });
  }
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
  #unchanged = 0;
  readonly #projects = new Set<string>();
  readonly #edits: Edit[] = [];
  /** Those of the sheet that is read just now. */
  #edited: Edit[] = [];
  #apartness = new SortedApart();
  #renaming = new RenamedColumn();
  readonly strays: StrayRow[] = [];
  readonly unread: string[] = [];
  readonly remarks: string[] = [];
  readonly #untouched = new Map<string, number | number[]>();

  add(marked: MarkedRow): void {
    this.#count(marked);
    if (isTorn(marked)) {
      this.#apart(marked, 'torn');
      return;
    }
    this.#apartness.note(marked.mark);
    this.#renaming.note(marked);
    const edit = editOf(marked);
    if (edit !== null) {
      this.#edited.push(edit);
      return;
    }
    if (marked.decision !== null) this.#unchanged += 1;
    const key = rowKey(marked);
    const before = this.#untouched.get(key);
    if (before === undefined) this.#untouched.set(key, marked.row);
    else if (Array.isArray(before)) before.push(marked.row);
    else this.#untouched.set(key, [before, marked.row]);
  }

  /** Takes in a row whose mark is not where those of its sheet are, so that nothing stands under its heading. */
  shifted(marked: MarkedRow): void {
    this.#count(marked);
    this.#apart(marked, 'shifted');
  }

  /** To be called after the last row of each sheet. */
  endSheet(): void {
    const isApart = this.#apartness.isSo(this.#edited);
    for (const edit of this.#edited) {
      if (isApart && edit.customer.kind === 'other') this.#apart({ ...edit, decision: edit.typed }, 'torn');
      else this.#edits.push(this.#renaming.judged(edit));
    }
    this.#edited = [];
    this.#apartness = new SortedApart();
    this.#renaming = new RenamedColumn();
  }

  #count({ mark }: MarkedRow): void {
    this.rows += 1;
    this.#projects.add(mark.project);
  }

  #apart(
    { sheet, row, decision }: Pick<MarkedRow, 'sheet' | 'row' | 'decision'>,
    why: 'torn' | 'shifted',
  ): void {
    this.strays.push({ sheet, row, why, typed: (decision ?? '').trim() });
  }

  result(): ReadWorksheet {
    const untouched = new Map<string, readonly number[]>();
    for (const edit of this.#edits) {
      const rows = this.#untouched.get(rowKey(edit));
      if (rows !== undefined) untouched.set(rowKey(edit), Array.isArray(rows) ? rows : [rows]);
    }
    return {
      rows: this.rows,
      unchanged: this.#unchanged,
      projects: this.#projects,
      edits: this.#edits,
      strays: this.strays,
      untouched,
      unread: this.unread,
      remarks: this.remarks,
    };
  }
}

/** Takes in the rows of one sheet, one after the other. */
class SheetReader {
  readonly sheet: string;
  readonly #collected: Collected;
  readonly #above: Row[] = [];
  #head: SheetHead | null = null;
  #isMarked = false;
  #showsCustomers = false;
  /** Where the marks of this sheet are. */
  #place: number | null = null;

  constructor(sheet: string, collected: Collected) {
    this.sheet = sheet;
    this.#collected = collected;
  }

  take({ number, cells }: Row): void {
    const place = this.#placeOfMark(cells);
    const cell = cells[place];
    if (!this.#isMarked) {
      if (cell === undefined) {
        if (this.#above.length < MOST_ABOVE) this.#above.push({ number, cells });
        return;
      }
      this.#begin(place);
    }
    const mark = cell === undefined ? null : readMark(cell);
    if (mark === null) {
      this.#stray(number, cells, cell === undefined ? 'no-mark' : 'damaged');
      return;
    }
    const { subject } = mark;
    if (subject.kind === 'account' && subject.customerId !== null) this.#showsCustomers = true;
    const marked = this.#marked(number, cells, mark);
    if (this.#placeOfMark(cells) === this.#place) this.#collected.add(marked);
    else this.#collected.shifted(marked);
  }

  /** What was lost when the sheet was read as text; of a sheet that is none of a worksheet's it does not matter. */
  remark(remarks: readonly string[]): void {
    if (!this.#isMarked) return;
    for (const one of remarks) this.#collected.remarks.push(`Sheet “${this.sheet}”: ${one}`);
  }

  end(): void {
    const told = this.#isMarked ? untoldColumns(this.#head, this.#showsCustomers) : unmarked(this.#above);
    for (const one of told) this.#collected.unread.push(`Sheet “${this.sheet}” ${one}`);
    this.#collected.endSheet();
  }

  /** Where the mark of a row is: where those of the sheet are, or else wherever there is one; -1 for none. */
  #placeOfMark(cells: readonly string[]): number {
    const isThere = this.#place !== null && isMark(cells[this.#place] ?? '');
    return isThere ? (this.#place ?? -1) : cells.findLastIndex(isMark);
  }

  #begin(place: number): void {
    this.#isMarked = true;
    const found = headOf(this.#above);
    this.#place = found?.head.mark ?? place;
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
      customerName: at(head?.customerName),
      isCustomerUnclear: head?.doubled.includes('Customer ID') ?? false,
      showsCustomer: head?.customerId === null ? showsCustomer(mark, cells) : null,
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

/**
 * What of a sheet with marks cannot be told by its headings, to go on after the sheet's name. `showsCustomers` is whether
 * any of its rows was made with a customer.
 */
function untoldColumns(head: SheetHead | null, showsCustomers: boolean): string[] {
  if (head === null) {
    return [
      'has no row of headings above its rows, so nothing of it was read. Put the headings back on top.',
    ];
  }
  const told = head.doubled.map(
    (name) => `has more than one column “${name}”, so none of them was read. Rename all but one.`,
  );
  const isGone = (column: 'decision' | 'customerId', name: string) =>
    head[column] === null && !head.doubled.includes(name);
  if (isGone('decision', 'Decision')) {
    told.push(
      'has no column “Decision”, so no decisions were read from it. If that column has another heading now, name it “Decision” again.',
    );
  }
  if (showsCustomers && isGone('customerId', 'Customer ID')) {
    told.push(
      'has no column “Customer ID”, so no other customer was read from it: its decisions are about those that its rows were made with.',
    );
  }
  return told;
}

/**
 * What there is to say of a sheet without marks whose headings are those of a worksheet, with rows below them: the rows of a
 * sheet that has none are of no matter.
 */
function unmarked(rows: readonly Row[]): string[] {
  const found = headOf(rows);
  const head = found?.head ?? null;
  const id = head?.accountId ?? head?.customerId ?? null;
  if (found === null || head === null || head.decision === null || id === null) return [];
  if (!rows.some(({ number, cells }) => number > found.row && (cells[id] ?? '').trim() !== '')) return [];
  return [
    `has a column “Decision”, but not the hidden last column “${MARK_HEADING}”, so nothing of it was read. Copy the decisions into a worksheet that has it.`,
  ];
}
