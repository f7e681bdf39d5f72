import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { practiceOrganisationId } from '#app/practice/index.ts';
import { caseSuffix, idOf, toId18 } from '#app/practice/salesforce/ids.ts';
import { otherUserId, signedInUserId } from '#app/practice/salesforce/sign-in.ts';

const letters = [...'0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'];
const id15 = fc
  .array(fc.constantFrom(...letters), { minLength: 15, maxLength: 15 })
  .map((chars) => chars.join(''));

describe('a record id', () => {
  test.each([
    ['0016g00000VFBnY', 'AAX'],
    ['a0B000000000001', 'EAA'],
    ['00D000000000062', 'EAA'],
    ['ABCDEABCDEABCDE', '555'],
    ['abcdeabcde01234', 'AAA'],
  ])('%s has the suffix %s', (id, suffix) => {
    expect(caseSuffix(id)).toBe(suffix);
  });

  test('of 15 characters becomes the one of 18 that it stands for, and that one stays', () => {
    fc.assert(
      fc.property(id15, (id) => {
        const id18 = toId18(id);
        expect(id18).toBe(id + caseSuffix(id));
        expect(toId18(id18 ?? '')).toBe(id18);
      }),
    );
  });

  test('of 18 characters is found again whatever happened to its case', () => {
    fc.assert(
      fc.property(id15, (id) => {
        const id18 = id + caseSuffix(id);
        expect(toId18(id18.toLowerCase())).toBe(id18);
        expect(toId18(id18.toUpperCase())).toBe(id18);
      }),
    );
  });

  test.each(['', 'abc', '001Hs000000zzz', '001Hs000000zzzzIAB9', '001-s000000zzzz', 'ABCDEABCDEABCDEAAA9'])(
    'is not %j',
    (text) => {
      expect(toId18(text)).toBeNull();
    },
  );

  test('never repeats for another number, and sorts as the numbers do', () => {
    fc.assert(
      fc.property(fc.nat(900_000_000), fc.nat(900_000_000), (a, b) => {
        expect(idOf('001', a) === idOf('001', b)).toBe(a === b);
        expect(idOf('001', a) < idOf('001', b)).toBe(a < b);
      }),
    );
  });

  test('is well formed where it is written down in the program', () => {
    for (const id of [practiceOrganisationId, signedInUserId, otherUserId]) expect(toId18(id)).toBe(id);
  });
});
