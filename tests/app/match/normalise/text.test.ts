import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fold, wordsOf } from '../../../../app/match/normalise/text.ts';

describe('folding', () => {
  test.each([
    ['Café Müller', 'cafe muller'],
    ['ＡＣＭＥ', 'acme'],
    ['Øresund Æbler', 'oresund aebler'],
    ['🍕 Pizza', '  pizza'],
    ['Acme\ud83c', 'acme '],
  ])('%s becomes %s', (text, folded) => {
    expect(fold(text)).toBe(folded);
  });

  test('other scripts become letters that can be compared', () => {
    expect(wordsOf(fold('ООО Ромашка'))).toEqual(['ooo', 'romashka']);
    expect(fold('東京')).toMatch(/^[\x20-\x7e]+$/);
  });

  test('whatever the text, the result is ASCII in lower case and stays itself', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (text) => {
        const folded = fold(text);
        expect(folded).toMatch(/^[\x20-\x40\x5b-\x7e\s]*$/);
        expect(fold(folded.slice(0, 300))).toBe(folded.slice(0, 300));
      }),
    );
  });

  test('reads no more than 300 characters', () => {
    expect(fold('x'.repeat(10_000))).toHaveLength(300);
  });
});

describe('words', () => {
  test.each([
    ["o'neil's shop", ['oneils', 'shop']],
    ['y.m.c.a. north', ['ymca', 'north']],
    ['children?s house', ['childrens', 'house']],
    ['a-b/c', ['a', 'b', 'c']],
    ['', []],
    [' .,- ', []],
  ])('of "%s"', (text, words) => {
    expect(wordsOf(text)).toEqual(words);
  });
});
