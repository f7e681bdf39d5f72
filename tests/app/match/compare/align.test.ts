import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Aligner, type Alignment, selfBits, similarity } from '../../../../app/match/compare/align.ts';
import { Likeness } from '../../../../app/match/compare/likeness.ts';
import { shapesOf, termTables } from '../../../../app/match/terms/term-tables.ts';
import { VocabularyBuilder } from '../../../../app/match/terms/vocabulary.ts';

const known = 'bob robert smith smyth john services supply zephyr quartz b 12 acme acmes'.split(' ');
const builder = new VocabularyBuilder();
const counts = Int32Array.from(known, (word) => {
  builder.id('word', word);
  return word === 'services' ? 300 : 0;
});
const vocabulary = builder.vocabulary();
const { bits } = termTables(builder, { accounts: 1000, customers: 1000 }, (kind) =>
  kind === 'word' ? counts : new Int32Array(0),
).word;
const aligner = new Aligner(new Likeness(vocabulary.texts.word, shapesOf(vocabulary).word), bits);

const ids = (words: readonly string[]): Int32Array =>
  Int32Array.from(words, (word) => builder.find('word', word));

/** The aligner gives the same object again and again: a copy stands. */
function align(one: readonly string[], other: readonly string[]): Alignment {
  return { ...aligner.align(ids(one), 0, one.length, ids(other), 0, other.length) };
}
const alignTexts = (one: string, other: string): Alignment => align(one.split(' '), other.split(' '));

describe('two names', () => {
  test('agree whatever the order of their words', () => {
    expect(alignTexts('john smith', 'smith john')).toMatchObject({ exact: true, onlyOne: 0, onlyOther: 0 });
  });

  test('share more when rare words agree than when common ones do', () => {
    const rare = alignTexts('zephyr services', 'zephyr supply');
    const common = alignTexts('zephyr services', 'quartz services');
    expect(rare.shared).toBeGreaterThan(common.shared + 3);
  });

  test('share the rarest word in full and each other in part, since words go together', () => {
    const one = alignTexts('zephyr', 'zephyr').shared;
    const both = alignTexts('zephyr services', 'zephyr services');
    const other = alignTexts('services', 'services').shared;
    expect(both.agreed).toBeCloseTo(one + other, 9);
    expect(both.shared).toBeCloseTo(one + 0.8 * other, 9);
  });

  test('count an initial for little', () => {
    const initial = alignTexts('b smith', 'bob smith');
    expect(initial.shared).toBeLessThan(alignTexts('bob smith', 'bob smith').shared);
    expect(initial.onlyOther).toBe(0);
  });

  const name = fc.array(fc.constantFrom(...known), { maxLength: 6 });

  test('align the same both ways', () => {
    fc.assert(
      fc.property(name, name, (one, other) => {
        const there = align(one, other);
        const back = align(other, one);
        expect(back.agreed).toBeCloseTo(there.agreed, 9);
        expect(back.onlyOther).toBeCloseTo(there.onlyOne, 9);
        expect(back.exact).toBe(there.exact);
        expect(similarity(there)).toBeGreaterThanOrEqual(0);
        expect(similarity(there)).toBeLessThanOrEqual(1 + 1e-9);
      }),
    );
  });

  test('that are one share what a name shares with itself', () => {
    fc.assert(
      fc.property(name, (one) => {
        const self = selfBits(ids(one), 0, one.length, bits);
        expect(align(one, one)).toMatchObject({ exact: true, onlyOne: 0, onlyOther: 0 });
        expect(align(one, one).shared).toBeCloseTo(self, 9);
      }),
    );
  });

  test('of more words than are read align by the first ones', () => {
    const long = Array.from({ length: 2000 }, () => 'acme');
    expect(align(long, ['zephyr']).onlyOther).toBeGreaterThan(0);
    expect(Number.isFinite(align(long, long).shared)).toBe(true);
  });

  test('within longer lists align by their own words', () => {
    const list = ids(['quartz', 'john', 'smith', 'zephyr']);
    const found = { ...aligner.align(list, 1, 3, ids(['smith', 'john']), 0, 2) };
    expect(found).toEqual(alignTexts('john smith', 'smith john'));
  });
});
