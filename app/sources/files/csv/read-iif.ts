import type { Row } from '../rows.ts';
import { unreadable } from '../unreadable.ts';
import { readCsv } from './read-csv.ts';

/** The keyword of the list of customers and jobs; its headings stand in a line that begins with `!CUST`. */
const KEYWORD = 'CUST';

/**
 * The customers of an .iif file, in which QuickBooks Desktop exports its lists one below the other: each line begins with
 * the keyword of its list, each list with a line of headings. Of the other lists nothing is given.
 * Errors: those of `readCsv`; `file-unreadable` where there is no list of customers.
 */
export async function* readIif(path: string, signal: AbortSignal): AsyncGenerator<readonly Row[]> {
  let found = false;
  for await (const rows of readCsv(path, signal)) {
    const kept: Row[] = [];
    for (const { number, cells } of rows) {
      const keyword = (cells[0] ?? '').trim().toUpperCase();
      const isHead = keyword === `!${KEYWORD}`;
      // Two exports put together repeat the headings.
      if ((isHead && !found) || (keyword === KEYWORD && found)) {
        kept.push({ number, cells: ['', ...cells.slice(1)] });
      }
      found ||= isHead;
    }
    yield kept;
  }
  if (!found) throw unreadable(path, 'it is an .iif file without a list of customers (!CUST)');
}
