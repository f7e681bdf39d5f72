import { expect, test } from 'vitest';
import { usualCountry } from '../../../../app/match/columns/usual-country.ts';

test('the usual country is the one that most records of both sides name', () => {
  expect(
    usualCountry(
      new Map([
        ['US', 3],
        ['DE', 2],
      ]),
      new Map([['DE', 2]]),
    ),
  ).toBe('DE');
});

test('of countries named as often it is the first by code, whatever the order', () => {
  expect(
    usualCountry(
      new Map([
        ['FR', 1],
        ['DE', 1],
      ]),
    ),
  ).toBe('DE');
  expect(usualCountry(new Map([['DE', 1]]), new Map([['FR', 1]]))).toBe('DE');
});

test('where nobody names a country it is the United States', () => {
  expect(usualCountry()).toBe('US');
});
