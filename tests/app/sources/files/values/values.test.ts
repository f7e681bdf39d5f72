import { describe, expect, test } from 'vitest';
import { parseFlag } from '#app/sources/files/values/flag.ts';
import { splitPersonName } from '#app/sources/files/values/person-name.ts';
import { splitPhoneNumbers } from '#app/sources/files/values/phone-numbers.ts';

describe('a flag', () => {
  test.each([
    ['true', true],
    ['FALSE', false],
    ['Yes', true],
    ['0', false],
    ['Active', true],
    ['Not-active', false],
    ['Not active', false],
    ['WAHR', true],
    ['maybe', null],
    ['', null],
  ])('%j is %s', (text, flag) => {
    expect(parseFlag(text)).toBe(flag);
  });
});

describe('the phone numbers of one cell', () => {
  test.each([
    ['Phone:(650) 555-0100 Mobile:(650) 555-0101', '(650) 555-0100', '(650) 555-0101', '', ''],
    ['Mobile: 1, Fax: 2; Other: 3', '', '1', '3', '2'],
    ['(650) 555-0100', '(650) 555-0100', '', '', ''],
    ['Phone: 1 Phone: 2', '1', '', '', ''],
    ['', '', '', '', ''],
  ])('%j', (text, phone, mobile, alternatePhone, fax) => {
    expect(splitPhoneNumbers(text)).toEqual({ phone, mobile, alternatePhone, fax });
  });
});

describe('the name of a person', () => {
  test.each([
    ['Amy Lauterbach', 'Amy', 'Lauterbach'],
    ['Lauterbach, Amy', 'Amy', 'Lauterbach'],
    ['Mrs. Amy Q. Lauterbach', 'Amy Q.', 'Lauterbach'],
    ['Amy', 'Amy', ''],
    ['', '', ''],
  ])('%j', (text, givenName, familyName) => {
    expect(splitPersonName(text)).toEqual({ givenName, familyName });
  });
});
