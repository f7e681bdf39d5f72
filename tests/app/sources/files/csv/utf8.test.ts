import { isUtf8 } from 'node:buffer';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { countUtf8, incompleteTail } from '#app/sources/files/csv/utf8.ts';

test('a text cut anywhere is whole without its incomplete tail', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.nat(), (text, cut) => {
      const bytes = Buffer.from(text);
      const piece = bytes.subarray(0, bytes.length === 0 ? 0 : cut % (bytes.length + 1));
      expect(isUtf8(piece.subarray(0, piece.length - incompleteTail(piece)))).toBe(true);
    }),
  );
});

test('characters beyond ASCII are counted, broken bytes apart', () => {
  expect(countUtf8(Buffer.from('aü€🏪'))).toEqual({ whole: 3, broken: 0 });
  expect(countUtf8(Buffer.from([0x61, 0xfc, 0xc3, 0xbc, 0xe2, 0x82]))).toEqual({ whole: 1, broken: 3 });
});
