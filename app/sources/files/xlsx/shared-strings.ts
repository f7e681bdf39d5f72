import { resolveEscapes } from './escapes.ts';
import { parseWhole, type Workbook } from './parse-part.ts';

/** No honest workbook has more; what does was made to exhaust the memory. */
const MOST_CHARACTERS = 512 * 2 ** 20;
const MOST_STRINGS = 20_000_000;

/**
 * The texts that the cells of all sheets refer to by number. The runs of a rich text are joined; the phonetic
 * reading that Japanese Excel keeps beside a text is not part of it.
 */
export async function readSharedStrings(workbook: Workbook, part: string): Promise<string[]> {
  const strings: string[] = [];
  let characters = 0;
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
      if (!inText) return;
      text.push(piece);
      characters += piece.length;
      if (characters > MOST_CHARACTERS) throw new SyntaxError('its texts would fill the memory');
    },
    close(name) {
      if (name === 't') inText = false;
      else if (name === 'rPh') inPhonetic = false;
      else if (name === 'si' && strings.push(resolveEscapes(text.join(''))) > MOST_STRINGS) {
        throw new SyntaxError('it has more texts than Excel has cells for');
      }
    },
  });
  return strings;
}
