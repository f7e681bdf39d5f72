import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { align, likeness, similarity } from '../../../../app/match/compare/align.ts';
import { Lexicon, type Term } from '../../../../app/match/frequency.ts';

const lexicon = new Lexicon({ accounts: 1000, customers: 1000 }, (_, text) =>
  text === 'services' ? 300 : 0,
);
const term = (text: string): Term => lexicon.term('word', text);
const terms = (text: string): Term[] => text.split(' ').filter(Boolean).map(term);

describe('two words', () => {
  test.each([
    ['bob', 'robert'],
    ['plumbing', 'plumbng'],
    ['property', 'porperty'],
    ['system', 'systems'],
    ['management', 'mgmnt'],
    ['manufacturing', 'manuf'],
  ])('%s passes for %s', (one, other) => {
    expect(likeness(term(one), term(other))).toBeGreaterThan(0.4);
    expect(likeness(term(other), term(one))).toBe(likeness(term(one), term(other)));
  });

  test.each([
    ['12', '21'],
    ['suite100', 'suite101'],
    ['oak', 'elm'],
    ['north', 'south'],
    ['east', 'west'],
  ])('%s does not pass for %s', (one, other) => {
    expect(likeness(term(one), term(other))).toBeLessThan(0.55);
  });
});

describe('two names', () => {
  test('agree whatever the order of their words', () => {
    expect(align(terms('john smith'), terms('smith john'))).toMatchObject({
      exact: true,
      onlyOne: 0,
      onlyOther: 0,
    });
  });

  test('share more when rare words agree than when common ones do', () => {
    const rare = align(terms('zephyr services'), terms('zephyr supply'));
    const common = align(terms('zephyr services'), terms('quartz services'));
    expect(rare.shared).toBeGreaterThan(common.shared + 3);
  });

  test('count an initial for little', () => {
    const initial = align(terms('b smith'), terms('bob smith'));
    const full = align(terms('bob smith'), terms('bob smith'));
    expect(initial.shared).toBeLessThan(full.shared);
    expect(initial.onlyOther).toBe(0);
  });

  test('align the same both ways', () => {
    const name = fc
      .array(fc.constantFrom('bob', 'robert', 'smith', 'smyth', 'services', 'b', '12', 'acme', 'acmes'), {
        maxLength: 6,
      })
      .map((words) => words.map(term));
    fc.assert(
      fc.property(name, name, (one, other) => {
        const there = align(one, other);
        const back = align(other, one);
        expect(back.agreed).toBeCloseTo(there.agreed, 9);
        expect(back.onlyOther).toBeCloseTo(there.onlyOne, 9);
        expect(similarity(there)).toBeGreaterThanOrEqual(0);
        expect(similarity(there)).toBeLessThanOrEqual(1 + 1e-9);
      }),
    );
  });
});
