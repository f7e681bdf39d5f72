import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Dictionary, textAt } from '../../../../app/match/terms/dictionary.ts';

const ascii = fc.string({ maxLength: 40 });

describe('a dictionary', () => {
  test('numbers texts from 0 on, in the order of first sight', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: fc.constantFrom('a', 'b'), maxLength: 4 })), (texts) => {
        const dictionary = new Dictionary();
        const seen = [...new Set(texts)];
        expect(texts.map((text) => dictionary.intern(text))).toEqual(texts.map((text) => seen.indexOf(text)));
        expect(dictionary.count).toBe(seen.length);
      }),
    );
  });

  test('gives an ASCII text back as it was, by its number and shared', () => {
    fc.assert(
      fc.property(fc.array(ascii), (texts) => {
        const dictionary = new Dictionary();
        const ids = texts.map((text) => dictionary.intern(text));
        const shared = dictionary.texts();
        expect(ids.map((id) => dictionary.text(id))).toEqual(texts);
        expect(ids.map((id) => textAt(shared, id))).toEqual(texts);
        expect(texts.map((text) => dictionary.find(text))).toEqual(ids);
        expect(shared.count).toBe(dictionary.count);
      }),
    );
  });

  test('finds nothing that it has not seen', () => {
    const dictionary = new Dictionary();
    dictionary.intern('quimby');
    expect(dictionary.find('quimb')).toBe(-1);
    expect(dictionary.find('')).toBe(-1);
    expect(dictionary.count).toBe(1);
  });

  test('keeps a text of any script as one that can be taken in again', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'binary', maxLength: 10 })), (texts) => {
        const dictionary = new Dictionary();
        const ids = texts.map((text) => dictionary.intern(text));
        expect(texts.map((text) => dictionary.intern(text))).toEqual(ids);
        for (const id of ids) {
          expect(dictionary.find(dictionary.text(id))).toBe(id);
          expect(dictionary.intern(dictionary.text(id))).toBe(id);
        }
      }),
    );
  });

  test.each([['東京'], ['Ñandú'], ['🍕🍕'], ['شركة'], ['a lone \ud83c surrogate']])(
    'tells %s from others',
    (text) => {
      const dictionary = new Dictionary();
      expect(dictionary.intern(text)).not.toBe(dictionary.intern(`${text}x`));
    },
  );

  test('grows, keeping every number', () => {
    const dictionary = new Dictionary(8);
    const texts = Array.from({ length: 20_000 }, (_, at) => `word ${at} `.repeat(1 + (at % 5)));
    expect(texts.map((text) => dictionary.intern(text))).toEqual(texts.map((_, at) => at));
    expect(texts.map((text) => dictionary.find(text))).toEqual(texts.map((_, at) => at));
    expect(dictionary.text(19_999)).toBe(texts[19_999]);
  });

  test('takes a text that is longer than all the room it has', () => {
    const dictionary = new Dictionary(8);
    const long = 'x'.repeat(100_000);
    expect(dictionary.text(dictionary.intern(long))).toBe(long);
    expect(dictionary.intern('next')).toBe(1);
  });

  /** Pairs of words with one FNV-1a hash; so have the same two with anything after them. */
  const equalHashes = [
    ['costarring', 'liquid'],
    ['declinate', 'macallums'],
    ['altarage', 'zinke'],
  ] as const;

  test('tells texts of equal hashes apart', () => {
    const dictionary = new Dictionary(8);
    const texts = Array.from({ length: 300 }, (_, at) =>
      equalHashes.flatMap((pair) => pair.map((word) => `${word}${at}`)),
    );
    const ids = texts.flat().map((text) => dictionary.intern(text));
    expect(new Set(ids).size).toBe(1800);
    expect(texts.flat().map((text) => dictionary.find(text))).toEqual(ids);
    expect(ids.map((id) => dictionary.text(id))).toEqual(texts.flat());
  });
});

test('texts are shared with other threads', () => {
  const dictionary = new Dictionary();
  expect(dictionary.texts().bytes.buffer).toBeInstanceOf(SharedArrayBuffer);
  expect(dictionary.texts().starts.buffer).toBeInstanceOf(SharedArrayBuffer);
});

test('a text taken from another dictionary has the number that the text itself has', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ unit: 'binary', maxLength: 12 })), fc.array(ascii), (here, there) => {
      const other = new Dictionary();
      const numbers = [...here, ...there].map((text) => other.intern(text));
      const taking = new Dictionary();
      const reading = new Dictionary();
      for (const text of here) expect(taking.intern(text)).toBe(reading.intern(text));
      for (const [at, text] of [...here, ...there].entries()) {
        expect(taking.take(other.texts(), numbers[at] ?? 0)).toBe(reading.intern(text));
      }
      expect(taking.texts()).toEqual(reading.texts());
    }),
  );
});
