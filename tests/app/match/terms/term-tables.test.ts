import { describe, expect, test } from 'vitest';
import { isShared, shapesOf, termTables } from '../../../../app/match/terms/term-tables.ts';
import { VocabularyBuilder } from '../../../../app/match/terms/vocabulary.ts';

const builder = new VocabularyBuilder();
const ids = Object.fromEntries(
  ['services', 'quimby', 'unit12'].map((word) => [word, builder.id('word', word)]),
);
const [main, street] = [builder.id('street', 'quimby'), builder.id('street', 'street')];
const phone = builder.phone('13125550123', '5550123');
const tables = termTables(builder, { accounts: 20, customers: 20 }, (kind) =>
  new Int32Array(kind === 'word' ? 3 : kind === 'street' ? 2 : kind === 'phone' ? 1 : 0).fill(2),
);
const bitsOf = (word: string): number => tables.word.bits[ids[word] ?? -1] ?? Number.NaN;

describe('what agreeing on a value is worth', () => {
  test('of a common business word is little even in a small file', () => {
    expect(bitsOf('services')).toBeLessThan(bitsOf('quimby') - 1.5);
  });

  test('of a kind of street is less than of its name', () => {
    expect(tables.street.bits[street]).toBeLessThan((tables.street.bits[main] ?? 0) - 1.5);
  });
});

test('an identifier of four names or more is shared', () => {
  expect(isShared(tables.phone, phone)).toBe(false);
  expect(isShared({ ...tables.phone, counts: Int32Array.of(3) }, phone)).toBe(false);
  expect(isShared({ ...tables.phone, counts: Int32Array.of(4) }, phone)).toBe(true);
});

test('the shape of a word tells its letters, and whether it has a digit', () => {
  const { word } = shapesOf(builder.vocabulary());
  expect(Array.from(word.hasDigit)).toEqual([0, 0, 1]);
  const letters = (text: string): number =>
    [...text].reduce((set, c) => set | (1 << (c.charCodeAt(0) & 31)), 0);
  expect(word.letters[ids.quimby ?? -1]).toBe(letters('quimby'));
});
