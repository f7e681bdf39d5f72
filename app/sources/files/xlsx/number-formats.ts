import { attributeOf } from './markup.ts';
import { parseWhole, type Workbook } from './parse-part.ts';

/** How a number is shown, as far as it changes what the cell says: a date, or digits in a mask such as `00000`. */
export type NumberFormat =
  | { readonly kind: 'plain' }
  | { readonly kind: 'date' }
  | { readonly kind: 'mask'; readonly mask: string };

const PLAIN: NumberFormat = { kind: 'plain' };
const DATE: NumberFormat = { kind: 'date' };

/**
 * The number format of each cell style, in the order in which cells refer to the styles.
 * Source: ECMA-376 part 1, 18.8.30 (numFmt), with its table of the built-in ids.
 */
export async function readNumberFormats(workbook: Workbook, part: string): Promise<NumberFormat[]> {
  const codes = new Map<number, string>();
  const formats: NumberFormat[] = [];
  let inCellFormats = false;
  await parseWhole(workbook, part, {
    open(name, attributes) {
      if (name === 'numFmt') {
        codes.set(Number(attributeOf(attributes, 'numFmtId')), attributeOf(attributes, 'formatCode') ?? '');
      } else if (name === 'cellXfs') inCellFormats = true;
      else if (name === 'xf' && inCellFormats) {
        const id = Number(attributeOf(attributes, 'numFmtId') ?? 0);
        formats.push(isBuiltInDate(id) ? DATE : formatOf(codes.get(id) ?? ''));
      }
    },
    close(name) {
      if (name === 'cellXfs') inCellFormats = false;
    },
  });
  return formats;
}

function isBuiltInDate(id: number): boolean {
  return (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 47) || (id >= 50 && id <= 58);
}

/** What a format code such as `yyyy-mm-dd` or `00000-0000` makes of a number. */
export function formatOf(code: string): NumberFormat {
  const [section = ''] = code.split(';');
  const bare = section.replace(/\\(.)|_.|\*./g, '$1').replace(/"([^"]*)"/g, '$1');
  const signs = section.replace(/"[^"]*"|\\.|_.|\*.|\[(?![hms]+\])[^\]]*\]/gi, '');
  if (/[ymdhs]/i.test(signs) && !/general/i.test(signs)) return DATE;
  if (/^[-0() /]+$/.test(bare) && /0.*0/.test(bare)) return { kind: 'mask', mask: bare };
  return PLAIN;
}
