import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { normalNames } from '../../../../app/match/normalise/name.ts';

const words = (name: string): string[] => normalNames(name).map((form) => form.words.join(' '));

describe('legal forms', () => {
  test.each([
    ['Acme, Inc.', 'acme', 'inc'],
    ['ACME INCORPORATED', 'acme', 'inc'],
    ['Acme L.L.C.', 'acme', 'llc'],
    ['Acme L L C', 'acme', 'llc'],
    ['Acme Limited Liability Company', 'acme', 'llc'],
    ['Acme Pty Ltd', 'acme', 'pty ltd'],
    ['Acme GmbH & Co. KG', 'acme', 'gmbh co kg'],
    ['Acme Company, Inc.', 'acme', 'co inc'],
    ['Jones, Smith & Co', 'jones smith', 'co'],
    ['Wells Fargo Bank, N.A.', 'wells fargo bank', 'na'],
    ['Acme Gesellschaft mit beschränkter Haftung', 'acme', 'gmbh'],
    ['Acme S. de R.L. de C.V.', 'acme', 'sa de cv'],
    ['Acme Sp. z o.o.', 'acme', 'sp z o o'],
    ['Acme A/S', 'acme', 'as'],
    ['Fiat S.p.A.', 'fiat', 'spa'],
    ['Fiat SpA', 'fiat', 'spa'],
    ['ООО Ромашка', 'romashka', 'ooo'],
    ['株式会社トヨタ', 'toyota', 'kk'],
    ['トヨタ（株）', 'toyota', 'kk'],
    ['삼성전자(주)', 'samseongjeonja', 'kk'],
    ['Acme', 'acme', ''],
    ['Inc', 'inc', ''],
  ])('%s is %s, %s', (name, core, legalForm) => {
    expect(normalNames(name)).toMatchObject([{ words: core.split(' '), legalForm }]);
  });

  test.each(['Serenity Day Spa', 'Tesla EV', 'Foo Country CC'])('%s has none', (name) => {
    expect(normalNames(name)).toMatchObject([{ words: name.toLowerCase().split(' '), legalForm: '' }]);
  });

  test('that the desktop edition has cut off at 41 characters is told all the same', () => {
    const cut = 'Northwestern Refrigeration Supply Corpora';
    expect(cut).toHaveLength(41);
    expect(normalNames(cut)[0]?.legalForm).toBe('corp');
  });
});

describe('what names carry besides', () => {
  test.each([
    ['Acme Plumbing - Net 30', 'net 30'],
    ['Acme Plumbing (USD)', 'usd'],
    ['Acme Plumbing DO NOT USE', 'do not use'],
    ['Acme Plumbing (deleted)', 'deleted'],
    ['Acme Plumbing c/o Jordan Smith', 'c/o jordan smith'],
    ['ACME PLUMBING, Attn: Jordan', 'attn: jordan'],
    ['*** Acme Plumbing', undefined],
  ])('%s is Acme Plumbing with the note %s', (name, note) => {
    expect(words(name)).toContain('acme plumbing');
    expect(normalNames(name)[0]?.notes[0]).toBe(note);
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

describe('branches', () => {
  test.each([
    ['Subway #1023', 'subway', '1023'],
    ['Subway Store #12', 'subway', '12'],
    ['Subway Store No. 0012', 'subway', '12'],
    ['Subway (1023)', 'subway', '1023'],
    ['Subway #12 - Denver', 'subway denver', '12 denver'],
    ['Acme - Denver', 'acme denver', 'denver'],
    ['Acme (Chicago)', 'acme chicago', 'chicago'],
    ['Acme Denver Branch', 'acme denver branch', 'denver'],
    ['Acme Holdings (Pty) Ltd', 'acme holdings', ''],
    ['Acme', 'acme', ''],
  ])('%s is %s, branch "%s"', (name, core, branch) => {
    const [form] = normalNames(name);
    expect(form?.words.join(' ')).toBe(core);
    expect(form?.branch.join(' ')).toBe(branch);
  });
});

describe('spelling', () => {
  test.each([
    ['Acme Mfg', 'Acme Manufacturing'],
    ['Smith & Sons', 'Smith and Sons'],
    ['Schmidt und Söhne', 'Schmidt + Soehne'.replace('oe', 'o')],
    ['García y Hijos', 'Garcia & Hijos'],
    ['St. Mary Svcs', 'Saint Mary Services'],
    ['A B C Supply', 'ABC Supply'],
    ['A & B Plumbing', 'A and B Plumbing'],
    ['I.B.M.', 'IBM'],
    ['I.B.M', 'I B M'],
    ['AT&T', 'A T & T'],
    ['The Acme Centre', 'Acme Center'],
    ['Paediatric Theatre', 'Pediatric Theater'],
    ['1st Baptist Church', 'First Baptist Church'],
    ['Rocky II', 'Rocky 2'],
    ['Two Brothers', '2 Bros.'],
    ['Smith, John', 'John Smith'],
  ])('%s reads like %s', (one, other) => {
    expect(words(one)).toEqual(words(other));
  });

  test('a comma before a legal form or in a list turns nothing round', () => {
    expect(words('Horvath, Haynes, Whitaker')).toEqual(['horvath haynes whitaker']);
  });
});

describe('persons', () => {
  test.each(['John Smith', 'Smith, Jon', 'Bob Smith', 'Mr. Quibble Smith', 'Dr. Mary Jones, DDS'])(
    '%s is one',
    (name) => {
      expect(normalNames(name)[0]?.person).toBe(true);
    },
  );

  test.each(['John Smith LLC', 'Smith Plumbing', "Mary's Dental Clinic", 'Acme', 'John 3'])(
    '%s is none',
    (name) => {
      expect(normalNames(name)[0]?.person).toBe(false);
    },
  );

  test('titles and degrees are notes', () => {
    expect(normalNames('Dr. John Smith, MD')[0]).toMatchObject({
      words: ['john', 'smith'],
      notes: ['dr', 'md'],
    });
  });

  test.each([
    ['John Smith Sr.', '1'],
    ['John Smith Jr.', '2'],
    ['Smith, John Jr', '2'],
    ['John Smith II', '2'],
    ['John Smith III', '3'],
    ['John Smith', ''],
  ])('%s is of generation "%s"', (name, generation) => {
    expect(normalNames(name)[0]?.generation).toBe(generation);
  });
});

describe('any text', () => {
  test('gives forms of at least one word and few of them', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 500 }), (name) => {
        for (const form of normalNames(name)) {
          expect(form.words.length).toBeGreaterThan(0);
          expect(form.words.length).toBeLessThanOrEqual(16);
        }
      }),
    );
  });

  test('with a letter or a digit in it gives a word', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary' }),
        fc.constantFrom('a', '7', 'é', 'Ж', '東'),
        (text, letter) => {
          expect(normalNames(`${letter}${text}`).length).toBeGreaterThan(0);
        },
      ),
    );
  });

  test.each(['🍕', '☕', '🍕\ud83c'])('of signs alone, as %s, is not taken for nothing', (name) => {
    expect(normalNames(name)[0]?.words.length).toBeGreaterThan(0);
  });

  test.each(['', '   ', '---', '.'])('without a word, as "%s", has no name', (name) => {
    expect(normalNames(name)).toEqual([]);
  });

  test.each(['(', '*', '#', ' - ', 'a.', 'é', '東', '&', 'inc ', 'store ', "'", 'net 30 '])(
    'of 10,000 characters "%s" is read in a moment',
    (piece) => {
      const started = performance.now();
      normalNames(piece.repeat(10_000 / piece.length));
      expect(performance.now() - started).toBeLessThan(250);
    },
  );
});
