import { resolveEscapes } from './escapes.ts';
import { parseWhole, type Workbook } from './parse-part.ts';

/**
 * The texts that the cells of all sheets refer to by number. The runs of a rich text are joined; the phonetic
 * reading that Japanese Excel keeps beside a text is not part of it.
 */
export async function readSharedStrings(workbook: Workbook, part: string): Promise<string[]> {
  const strings: string[] = [];
  let text: string[] = [];
  let inText = false;
  let inPhonetic = false;
  await parseWhole(workbook, part, {
    open(name) {
      if (name === 'si') text = [];
      else if (name === 'rPh') inPhonetic = true;
      else if (name === 't') inText = !inPhonetic;
    },
    text(piece) {
      if (inText) text.push(piece);
    },
    close(name) {
      if (name === 't') inText = false;
      else if (name === 'rPh') inPhonetic = false;
      else if (name === 'si') strings.push(resolveEscapes(text.join('')));
    },
  });
  return strings;
}
