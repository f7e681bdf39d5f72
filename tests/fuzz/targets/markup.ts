import fc from 'fast-check';
import { resolveEscapes } from '#app/sources/files/xlsx/escapes.ts';
import { attributeOf, markupReader } from '#app/sources/files/xlsx/markup.ts';
import { formatOf } from '#app/sources/files/xlsx/number-formats.ts';
import { numberText } from '#app/sources/files/xlsx/number-text.ts';
import { asText } from '../bytes.ts';
import { requireSame } from '../invariants.ts';
import type { Target } from '../target.ts';

const bit = fc.constantFrom(
  '<a>',
  '</a>',
  '<a x="1"/>',
  '<r:c r="A1" t=\'s\'>',
  '</r:c>',
  '<v>',
  '</v>',
  '&amp;',
  '&#65;',
  '&#x1F600;',
  '&#x110000;',
  '&#xD800;',
  '<![CDATA[',
  ']]>',
  '<!--',
  '-->',
  '<?x',
  '?>',
  '<!DOCTYPE a>',
  'text',
  '"',
  "'",
  '<',
  '>',
  '_x0041_',
  '1.5E+3',
  '00123',
  '\r',
  '\0',
);
const document = fc.array(bit, { maxLength: 30 }).map((bits) => `<a>${bits.join('')}</a>`);

/** The XML that workbooks are written in: the same whatever pieces it comes in; its values are read as cells and formats are. */
export const markup: Target = {
  name: 'markup',
  form: 'text',
  any: asText(document),
  words: [
    '<',
    '>',
    '/>',
    '="',
    '&#',
    ';',
    '<![CDATA[',
    ']]>',
    '<!--',
    'yyyy-mm-dd',
    '0000',
    '[h]:mm',
    '1E308',
    '-0',
    '1e-400',
  ],
  async open() {
    return {
      async take(input) {
        const text = Buffer.from(input).toString();
        numberText(text, formatOf(text), text.length % 2 === 0);
        numberText(text.replace(/[^\d.E+-]/g, ''), { kind: 'date' }, false);
        resolveEscapes(text);
        const whole = toldOf(text, text.length + 1);
        requireSame(toldOf(text, 2), whole, 'a document in pieces');
        return whole === null ? 'refused' : 'taken';
      },
      close: async () => undefined,
    };
  },
};

/** What is told of a document that comes in pieces of this length; null where it is not well formed. */
function toldOf(text: string, length: number): string[] | null {
  const told: string[] = [];
  let run = '';
  const tell = (what: string) => {
    if (run !== '') told.push(run);
    run = '';
    told.push(what);
  };
  const reader = markupReader({
    open(name, attributes) {
      tell(`<${name} ${attributes}`);
      for (const one of ['r', 't', 'x', '']) attributeOf(attributes, one);
    },
    text: (piece) => {
      run += piece;
    },
    close: (name) => tell(`</${name}`),
  });
  try {
    for (let at = 0; at < text.length; at += length) reader.write(text.slice(at, at + length));
    reader.end();
    return told;
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}
