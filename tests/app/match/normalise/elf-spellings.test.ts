import { expect, test } from 'vitest';
import elf from '../../../../app/match/normalise/elf.json' with { type: 'json' };
import { normalNames } from '../../../../app/match/normalise/name.ts';
import { elfSpellings } from './elf-spellings.ts';

const row = {
  'Entity Legal Form name Local name': 'Gesellschaft mit beschränkter Haftung',
  'Language Code (ISO 639-1)': 'de',
  'Abbreviations Local language': 'GmbH;Ges.m.b.H.',
  'Abbreviations transliterated': '',
  'ELF Status ACTV/INAC': 'ACTV',
};

test('a form of the list is known by its abbreviation and its long name, folded', () => {
  expect(elfSpellings([row])).toEqual({ gmbh: ['gesellschaft mit beschrankter haftung', 'gmbh'] });
});

test.each([
  { ...row, 'ELF Status ACTV/INAC': 'INAC' },
  { ...row, 'Language Code (ISO 639-1)': 'en' },
  { ...row, 'Abbreviations Local language': 'Stiftung' },
])('what is no longer in force, English, or said by the name itself is left out', (other) => {
  expect(elfSpellings([other])).toEqual({});
});

test('every spelling of the list ends a name', () => {
  for (const spelling of Object.values(elf.forms).flat()) {
    const dotted = spelling.length <= 3 ? spelling.split('').join('.') : spelling;
    expect(normalNames(`Quibble ${dotted}`)[0]?.words, spelling).toEqual(['quibble']);
  }
});
