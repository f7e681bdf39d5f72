import type { Row } from '../rows.ts';
import { unreadable } from '../unreadable.ts';
import { openArchive } from './archive.ts';
import { attributeOf } from './markup.ts';
import { readNumberFormats } from './number-formats.ts';
import { parseWhole, type Workbook } from './parse-part.ts';
import { readSheet } from './read-sheet.ts';
import { readRelations } from './relations.ts';
import { readSharedStrings } from './shared-strings.ts';

/**
 * The rows of an Excel workbook: those of its first visible sheet that has any, blank rows left out.
 *
 * Workbooks are written with exceljs, but not read with it: its streaming reader decodes every chunk by itself and so
 * breaks accented letters at the edges, takes the phonetic reading of Japanese names for the name, and hangs on some
 * damaged files; its other reader needs more than 1 GB for 100,000 rows and cannot be stopped.
 * Errors: `file-unreadable` (damaged, protected, no workbook), `cancelled`.
 */
export async function* readXlsx(path: string, signal: AbortSignal): AsyncGenerator<Row> {
  const archive = await openArchive(path, signal);
  try {
    const workbook = { path, archive };
    const { sheets, strings, styles, date1904 } = await readContents(workbook);
    const context = {
      strings: await readSharedStrings(workbook, strings),
      formats: await readNumberFormats(workbook, styles),
      date1904,
    };
    for (const sheet of sheets) {
      let found = false;
      for await (const row of readSheet(workbook, sheet, context)) {
        if (row.cells.every((cell) => cell.trim() === '')) continue;
        found = true;
        yield row;
      }
      if (found) return;
    }
  } finally {
    await archive.close();
  }
}

/** Where the parts of a workbook are. `sheets` are in the order of their tabs. */
interface Contents {
  readonly sheets: readonly string[];
  readonly strings: string;
  readonly styles: string;
  readonly date1904: boolean;
}

async function readContents(workbook: Workbook): Promise<Contents> {
  const main = (await readRelations(workbook, '')).find(({ type }) => type === 'officeDocument')?.part;
  if (main === undefined || !workbook.archive.names.has(main)) {
    throw unreadable(workbook.path, 'it is no Excel workbook');
  }
  const related = await readRelations(workbook, main);
  const sheets: { part: string; visible: boolean }[] = [];
  let date1904 = false;
  await parseWhole(workbook, main, {
    open(name, attributes) {
      if (name === 'workbookPr') date1904 = /^(1|true)$/.test(attributeOf(attributes, 'date1904') ?? '');
      if (name !== 'sheet') return;
      const id = attributeOf(attributes, 'id');
      const part = related.find((one) => one.id === id && one.type === 'worksheet')?.part;
      const state = attributeOf(attributes, 'state') ?? 'visible';
      if (part !== undefined) sheets.push({ part, visible: state === 'visible' });
    },
  });
  const visible = sheets.filter((sheet) => sheet.visible);
  return {
    sheets: (visible.length > 0 ? visible : sheets).map(({ part }) => part),
    strings: related.find(({ type }) => type === 'sharedStrings')?.part ?? '',
    styles: related.find(({ type }) => type === 'styles')?.part ?? '',
    date1904,
  };
}
