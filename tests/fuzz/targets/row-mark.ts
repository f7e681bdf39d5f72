import { crc32 } from 'node:zlib';
import fc from 'fast-check';
import { markText, readMark } from '#app/worksheet/row-mark.ts';
import { asText } from '../bytes.ts';
import { requireSame } from '../invariants.ts';
import type { Target } from '../target.ts';

const mark = fc
  .tuple(
    fc.string({ maxLength: 8 }),
    fc.string({ maxLength: 8 }),
    fc.constantFrom('confirm', 'reject', '', 'x'),
    fc.nat(),
  )
  .map(
    ([project, id, decision, basis]) =>
      `cp1:${project}:a:${encodeURIComponent(id.toWellFormed())}:7:${decision}::${basis}:abc`,
  );

/** The hidden mark of a worksheet's row. One that is read says the same when it is written again. */
export const rowMark: Target = {
  name: 'row-mark',
  form: 'text',
  any: asText(mark),
  words: ['cp1:', ':', ':a:', ':c:', '%', '%E0%A4%A', 'confirm'],
  async open() {
    return {
      async take(input) {
        const text = Buffer.from(input).toString();
        // The checksum is put right, so that what lies behind it is reached.
        for (const one of [text, resummed(text)]) {
          const read = readMark(one);
          if (read === null) continue;
          requireSame(readMark(markText(read)), read, 'a mark');
          return 'taken';
        }
        return 'refused';
      },
      close: async () => undefined,
    };
  },
};

/** The same mark with the checksum that belongs to it. */
function resummed(text: string): string {
  const body = text.trim().slice(4, Math.max(4, text.trim().lastIndexOf(':')));
  return `cp1:${body}:${crc32(body).toString(36)}`;
}
