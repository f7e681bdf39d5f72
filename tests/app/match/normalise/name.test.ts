import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { normalNames } from '../../../../app/match/normalise/name.ts';

const words = (name: string): string[] => normalNames(name).map((form) => form.words.join(' '));

describe('legal forms', () => {
  test.each([
    ['Acme, Inc.', 'acme', 'inc'],
    ['ACME INCORPORATED', 'acme', 'inc'],
    ['Acme L.L.C.', 'acme', 'llc'],
    ['Acme Limited Liability Company', 'acme', 'llc'],
    ['Acme Pty Ltd', 'acme', 'pty ltd'],
    ['Acme GmbH & Co. KG', 'acme', 'gmbh co kg'],
    ['Acme Company, Inc.', 'acme', 'co inc'],
    ['Acme', 'acme', ''],
    ['Inc', 'inc', ''],
  ])('%s is %s, %s', (name, core, legalForm) => {
    expect(normalNames(name)).toEqual([{ words: core.split(' '), legalForm }]);
  });
});

describe('what names carry besides', () => {
  test.each([
    'Acme Plumbing - Net 30',
    'Acme Plumbing (USD)',
    'Acme Plumbing DO NOT USE',
    'Acme Plumbing #1023',
    'Acme Plumbing (deleted)',
    'Acme Plumbing c/o Jordan Smith',
    'ACME PLUMBING, Attn: Jordan',
    '*** Acme Plumbing',
  ])('%s is Acme Plumbing', (name) => {
    expect(words(name)).toContain('acme plumbing');
  });

  test('a name that is only a note stays', () => {
    expect(words('DO NOT USE')).toEqual(['do not use']);
  });

  test('a trade name gives both names', () => {
    expect(words('Harbor Holdings LLC dba Salty Dog Cafe')).toEqual(['harbor holdings', 'salty dog cafe']);
  });

  test('a name with brackets is read with and without them', () => {
    expect(words('Acme (Denver)')).toEqual(['acme denver', 'acme']);
  });
});

describe('spelling', () => {
  test.each([
    ['Acme Mfg', 'Acme Manufacturing'],
    ['Smith & Sons', 'Smith and Sons'],
    ['St. Mary Svcs', 'Saint Mary Services'],
    ['A B C Supply', 'ABC Supply'],
    ['The Acme Centre', 'Acme Center'],
    ['Smith, John', 'John Smith'],
  ])('%s reads like %s', (one, other) => {
    expect(words(one)).toEqual(words(other));
  });

  test('a comma before a legal form or in a list turns nothing round', () => {
    expect(words('Horvath, Haynes, Whitaker')).toEqual(['horvath haynes whitaker']);
  });
});

test('any text gives forms of at least one word and few of them', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 500 }), (name) => {
      for (const form of normalNames(name)) {
        expect(form.words.length).toBeGreaterThan(0);
        expect(form.words.length).toBeLessThanOrEqual(16);
      }
    }),
  );
});
