import { type EventEmitter, once } from 'node:events';
import type { DataValidation, Style, stream, Worksheet } from 'exceljs';
import { AppError } from '#shared/errors.ts';

/**
 * What exceljs (4.4.0, the last one) has beyond its types and we need: its streaming sheet puts hyperlinks, conditional
 * formats and protection where Excel takes the file for damaged, never waits for the disk, and takes three times as long
 * for a row as writing its XML does.
 */
interface Inside {
  readonly stream: { write(text: string): void; readonly pipes: readonly Pipe[] };
  readonly dataValidations: { add(range: string, rule: DataValidation): void };
  readonly _sheetRelsWriter: { addHyperlink(link: { address: string; target: string }): void };
  _writeAutoFilter(): void;
  _writeHyperlinks(): void;
  _writeSheetProtection(): void;
  _writeDataValidations(): void;
}

/** What the zip takes a sheet in by: a stream of a library older than Node's own, which has no `writableNeedDrain`. */
interface Pipe extends EventEmitter {
  readonly _writableState: { readonly needDrain: boolean };
}

function inside(sheet: Worksheet): Inside {
  return sheet as Worksheet & Inside;
}

/**
 * Lets a sheet write its parts in the order of the schema (ECMA-376 part 1, 18.3.1.99): protection before filters, links
 * after rules. To be called before the sheet is committed.
 */
export function orderParts(sheet: Worksheet): void {
  const parts = inside(sheet);
  const filter = parts._writeAutoFilter.bind(sheet);
  const protection = parts._writeSheetProtection.bind(sheet);
  const rules = parts._writeDataValidations.bind(sheet);
  const links = parts._writeHyperlinks.bind(sheet);
  parts._writeAutoFilter = () => {
    protection();
    filter();
  };
  parts._writeDataValidations = () => {
    rules();
    links();
  };
  parts._writeSheetProtection = () => {};
  parts._writeHyperlinks = () => {};
}

/** The number of a style in this workbook. */
export function styleNumber(workbook: stream.xlsx.WorkbookWriter, style: Partial<Style>): number {
  const { styles } = workbook as typeof workbook & {
    styles: { addStyleModel(style: Partial<Style>): number };
  };
  return styles.addStyleModel(style);
}

/** Makes a cell open a page. Excel takes 65,530 of these a sheet. */
export function addLink(sheet: Worksheet, address: string, target: string): void {
  inside(sheet)._sheetRelsWriter.addHyperlink({ address, target });
}

/** Adds one rule for a whole range. */
export function addValidation(sheet: Worksheet, range: string, rule: DataValidation): void {
  inside(sheet).dataValidations.add(range, rule);
}

/**
 * Adds rows, given as XML, behind those that were committed, and waits until the file has taken in what came before.
 * Errors: `cancelled`.
 */
export async function writeRows(sheet: Worksheet, xml: string, signal: AbortSignal): Promise<void> {
  const { stream: into } = inside(sheet);
  into.write(xml);
  const full = into.pipes.find((pipe) => pipe._writableState.needDrain);
  if (full === undefined) return;
  try {
    await once(full, 'drain', { signal });
  } catch (error) {
    throw signal.aborted ? new AppError('cancelled') : error;
  }
}
