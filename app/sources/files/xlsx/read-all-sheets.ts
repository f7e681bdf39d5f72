import type { SheetRows } from '../sheets.ts';
import { openArchive } from './archive.ts';
import { readContents } from './contents.ts';
import { readNumberFormats } from './number-formats.ts';
import { parseWhole, type Workbook } from './parse-part.ts';
import { readSheet } from './read-sheet.ts';
import { readRelations } from './relations.ts';
import { readSharedStrings } from './shared-strings.ts';
import { SheetRemarks } from './sheet-remarks.ts';

const ROWS_AT_ONCE = 500;

/**
 * The rows of every sheet of a workbook, hidden or not, one sheet after the other, some at a time.
 * Errors: `file-unreadable` (damaged, protected, no workbook), `cancelled`.
 */
export async function* readAllSheets(path: string, signal: AbortSignal): AsyncGenerator<SheetRows> {
  const archive = await openArchive(path, signal);
  try {
    const workbook = { path, archive };
    const { all, strings, styles, date1904 } = await readContents(workbook);
    const context = {
      strings: await readSharedStrings(workbook, strings),
      formats: await readNumberFormats(workbook, styles),
      date1904,
    };
    for (const { name, part } of all) {
      let rows: SheetRows['rows'][number][] = [];
      const remarks = new SheetRemarks();
      for await (const row of readSheet(workbook, part, context, remarks)) {
        if (rows.push(row) < ROWS_AT_ONCE) continue;
        yield { sheet: name, rows, remarks: [] };
        rows = [];
      }
      yield { sheet: name, rows, remarks: remarks.list() };
    }
  } finally {
    await archive.close();
  }
}

/** Who saved a workbook last, as its own properties say; `''` where they do not. */
export async function lastEditor(path: string, signal: AbortSignal): Promise<string> {
  const archive = await openArchive(path, signal);
  try {
    return await editorIn({ path, archive });
  } finally {
    await archive.close();
  }
}

/** Source: ECMA-376 part 2, 11.1 (core properties). */
async function editorIn(workbook: Workbook): Promise<string> {
  const part = (await readRelations(workbook, '')).find(({ type }) => type === 'core-properties')?.part ?? '';
  let name = '';
  let inName = false;
  await parseWhole(workbook, part, {
    open(element) {
      inName = element === 'lastModifiedBy';
    },
    text(piece) {
      if (inName) name += piece;
    },
    close() {
      inName = false;
    },
  });
  return name.trim();
}
