import type { Row } from '../rows.ts';
import { openArchive } from './archive.ts';
import { readContents } from './contents.ts';
import { readNumberFormats } from './number-formats.ts';
import { readSheet } from './read-sheet.ts';
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
      for await (const row of readSheet(workbook, sheet.part, context)) {
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
