import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isInitial, Likeness } from '../../../../app/match/compare/likeness.ts';
import { WordsInView } from '../../../../app/match/compare/words-in-view.ts';
import { shapesOf } from '../../../../app/match/terms/term-tables.ts';
import { VocabularyBuilder } from '../../../../app/match/terms/vocabulary.ts';

function likenessOf(
  one: string,
  other: string,
): { there: number; back: number; again: number; inView: number; initial: boolean } {
  const builder = new VocabularyBuilder();
  const [a, b] = [builder.id('word', one), builder.id('word', other)];
  const vocabulary = builder.vocabulary();
  const likeness = new Likeness(vocabulary.texts.word, shapesOf(vocabulary).word);
  const [there, back] = [likeness.of(a, b), likeness.of(b, a)];
  const [ones, others] = [new WordsInView(), new WordsInView()];
  ones.add(a);
  others.add(b);
  likeness.view(ones);
  likeness.view(others);
  return {
    there,
    back,
    again: likeness.of(a, b),
    inView: likeness.between(ones, 0, others, 0),
    initial: isInitial(ones, 0, others, 0),
  };
}

describe('two words', () => {
  test.each([
    ['bob', 'robert'],
    ['plumbing', 'plumbng'],
    ['property', 'porperty'],
    ['system', 'systems'],
    ['management', 'mgmnt'],
    ['manufacturing', 'manuf'],
  ])('%s passes for %s', (one, other) => {
    const { there, back, again } = likenessOf(one, other);
    expect(there).toBeGreaterThan(0.4);
    expect(back).toBe(there);
    expect(again).toBeCloseTo(there, 6);
  });

  test.each([
    ['12', '21'],
    ['suite100', 'suite101'],
    ['oak', 'elm'],
    ['north', 'south'],
    ['east', 'west'],
  ])('%s does not pass for %s', (one, other) => {
    expect(likenessOf(one, other).there).toBeLessThan(0.55);
  });

  test.each([
    ['b', 'bob', true],
    ['bob', 'b', true],
    ['b', 'robert', false],
    ['bo', 'bob', false],
  ])('%s and %s: the one is the initial of the other is %s', (one, other, is) => {
    expect(likenessOf(one, other).initial).toBe(is);
  });
});

test('two words are as alike at a glance as letter by letter', () => {
  const word = fc.oneof(
    fc.string({ unit: fc.constantFrom('a', 'b', 'm', 'n', 's', '1'), minLength: 1, maxLength: 9 }),
    fc.constantFrom(
      'bob',
      'robert',
      'bill',
      'william',
      'management',
      'mgmt',
      'system',
      'systems',
      'it',
      'its',
    ),
  );
  fc.assert(
    fc.property(word, word, (one, other) => {
      fc.pre(one !== other);
      const { there, inView } = likenessOf(one, other);
      expect(inView).toBe(there);
    }),
    { numRuns: 1000 },
  );
});
