import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type RecordWords, WordIndex } from '../../../../app/review/search/word-index.ts';

function indexOf(records: readonly RecordWords[]): WordIndex {
  const indexing = WordIndex.indexing(records, records.length);
  let step = indexing.next();
  while (!step.done) step = indexing.next();
  return step.value;
}

const named = (...names: string[]) => indexOf(names.map((name) => ({ names: name.split(' '), others: [] })));

describe('the word index finds', () => {
  test('records that hold every word, in any order', () => {
    expect(named('cascade mechanical', 'cascade metals').find(['metals', 'cascade'], 10)).toEqual([1]);
  });

  test('nothing where a word is missing, and nothing without a word', () => {
    expect(named('cascade metals').find(['cascade', 'bakery'], 10)).toEqual([]);
    expect(named('cascade metals').find([], 10)).toEqual([]);
  });

  test('whole words first, then beginnings, then what is within words, then typing errors', () => {
    const index = named('a mallets', 'a metal', 'a metals', 'a bimetals', 'a netals');
    expect(index.find(['metals'], 10)).toEqual([2, 3, 1, 4]);
    expect(index.find(['metal'], 10)).toEqual([1, 2, 3, 4]);
  });

  test('a word of one or two letters only where words begin with it', () => {
    expect(named('tam', 'mat', 'am').find(['am'], 10)).toEqual([2]);
  });

  test('words of names before the same words elsewhere', () => {
    const index = indexOf([
      { names: ['dental'], others: ['orlando'] },
      { names: ['orlando', 'plumbing'], others: [] },
    ]);
    expect(index.find(['orlando'], 10)).toEqual([1, 0]);
  });

  test('the shortest names first among equals, and no more than are wanted', () => {
    const index = named('acme northern roofing', 'acme', 'acme roofing');
    expect(index.find(['acme'], 10)).toEqual([1, 2, 0]);
    expect(index.find(['acme'], 2)).toEqual([1, 2]);
  });

  test('by numbers as they are typed, without typing errors', () => {
    const index = indexOf([
      { names: [], others: ['14076676182'] },
      { names: [], others: ['14076676183'] },
    ]);
    expect(index.find(['4076676182'], 10)).toEqual([0]);
  });
});

test('every record is found by the beginnings of its own words, one search after the other', () => {
  const word = fc.string({ unit: fc.constantFrom('a', 'b', 'é', '王', '7'), minLength: 1, maxLength: 8 });
  const record = fc.record({
    names: fc.array(word, { minLength: 1, maxLength: 4 }),
    others: fc.array(word, { maxLength: 4 }),
  });
  fc.assert(
    fc.property(fc.array(record, { minLength: 1, maxLength: 20 }), fc.nat({ max: 8 }), (records, end) => {
      const index = indexOf(records);
      records.forEach(({ names, others }, place) => {
        const typed = [...names, ...others].map((one) => one.slice(0, 1 + end));
        expect(index.find(typed, records.length)).toContain(place);
      });
    }),
  );
});
