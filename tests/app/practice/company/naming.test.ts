import { expect, test } from 'vitest';
import {
  abbreviated,
  acronym,
  cutShort,
  lastFirst,
  mistyped,
  otherAnd,
  otherSaint,
  withLegalForm,
  withNickname,
  withNote,
} from '#app/practice/company/naming.ts';
import { Random } from '#app/practice/company/random.ts';
import { withoutAccents } from '#app/practice/company/text.ts';

const many = (change: (random: Random) => string) =>
  new Set(Array.from({ length: 200 }, (_, seed) => change(new Random(seed))));

test('a legal form is written in many ways, and none is made up', () => {
  expect(many((random) => withLegalForm(random, 'Acme', 'Inc'))).toEqual(
    new Set(['Acme Inc', 'Acme Inc.', 'Acme, Inc.', 'Acme, Inc', 'Acme Incorporated', 'Acme INC']),
  );
  expect(withLegalForm(new Random(1), 'Acme', null)).toBe('Acme');
});

test('"&" and "and" stand for each other', () => {
  expect(many((random) => otherAnd(random, 'Ames & Sons'))).toContain('Ames and Sons');
  expect(otherAnd(new Random(1), 'Ames and Sons')).toBe('Ames & Sons');
  expect(otherAnd(new Random(1), 'Ames')).toBe('Ames');
});

test('long words are abbreviated and others left alone', () => {
  expect(many((random) => abbreviated(random, 'National Pump Manufacturing'))).toContain("Nat'l Pump Mfg");
  expect(abbreviated(new Random(1), 'Ames Plumbing')).toBe('Ames Plumbing');
});

test('"St." is another word for "Saint"', () => {
  expect(many((random) => otherSaint(random, 'Saint Rita School'))).toEqual(
    new Set(['St. Rita School', 'St Rita School']),
  );
});

test('a slip of the fingers changes one word by one letter', () => {
  for (const slipped of many((random) => mistyped(random, 'Acme Plumbing'))) {
    expect(slipped).toMatch(/^Acme P/);
    expect(Math.abs(slipped.length - 'Acme Plumbing'.length)).toBeLessThanOrEqual(1);
  }
});

test('the desktop edition keeps 41 characters', () => {
  expect(cutShort('Kalamazoo Regional Association of Independent Grocers')).toBe(
    'Kalamazoo Regional Association of Indepen',
  );
});

test('an acronym has three letters or more', () => {
  expect(acronym('First Lutheran Church of Bend')).toBe('FLCB');
  expect(acronym('Acme Plumbing')).toBe('Acme Plumbing');
});

test('persons are filed by family name or called by a short one', () => {
  const person = { given: 'Robert', nickname: 'Bob', family: "O'Leary" };
  expect([lastFirst(person), withNickname(person)]).toEqual(["O'Leary, Robert", "Bob O'Leary"]);
});

test('notes follow the name, without a colon, which QuickBooks would refuse', () => {
  for (const noted of many((random) => withNote(random, 'Acme'))) {
    expect(noted).toMatch(/^Acme.+/);
    expect(noted).not.toContain(':');
  }
});

test('accents go, of letters that are no composites too', () => {
  expect(withoutAccents('Peña Sørensen Łukasz Côté Zoë')).toBe('Pena Sorensen Lukasz Cote Zoe');
});
