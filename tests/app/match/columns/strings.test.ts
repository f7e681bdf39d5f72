import fc from 'fast-check';
import { expect, test } from 'vitest';
import { packStrings, placeOfString, stringAt } from '../../../../app/match/columns/strings.ts';

const pack = (texts: readonly string[]) => packStrings(texts.length, (place) => texts[place] ?? '');

test('packed texts come back as they were, whatever their script', () => {
  const text = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 20 }),
    fc.string({ unit: 'grapheme', maxLength: 20 }),
  );
  fc.assert(
    fc.property(fc.array(text), (texts) => {
      const packed = pack(texts);
      expect(texts.map((_, place) => stringAt(packed, place))).toEqual(texts);
    }),
  );
});

test('half of a surrogate pair becomes a replacement character, and moves nothing else', () => {
  const packed = pack(['a\ud83cb', 'next', '\udf55']);
  expect([0, 1, 2].map((place) => stringAt(packed, place))).toEqual(['a\ufffdb', 'next', '\ufffd']);
});

test('no texts at all can be packed', () => {
  expect(pack([]).starts).toHaveLength(1);
  expect(stringAt(pack(['']), 0)).toBe('');
});

test('a text is found among texts in rising order, where it is there', () => {
  const texts = fc.uniqueArray(fc.string({ maxLength: 4 })).map((all) => all.toSorted());
  fc.assert(
    fc.property(texts, fc.string({ maxLength: 4 }), (all, other) => {
      const packed = pack(all);
      expect(all.map((text) => placeOfString(packed, text))).toEqual(all.map((_, place) => place));
      expect(placeOfString(packed, other)).toBe(all.indexOf(other));
    }),
  );
});
