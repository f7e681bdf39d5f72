import fc from 'fast-check';
import { expect, test } from 'vitest';
import { longSalesforceId } from '#app/sources/files/salesforce-id.ts';

test('the short form gets the suffix that says which letters are upper case', () => {
  expect(longSalesforceId('001000000000001')).toBe('001000000000001AAA');
  expect(longSalesforceId('0015g00000K1aBc')).toBe('0015g00000K1aBcAAJ');
  expect(longSalesforceId('ABCDEABCDEABCDE')).toBe('ABCDEABCDEABCDE555');
});

test('ids that differ by case only differ in the suffix when case is lost', () => {
  const id = fc.stringMatching(/^[A-Za-z0-9]{15}$/);
  fc.assert(
    fc.property(id, id, (one, other) => {
      const sameLetters = one.toLowerCase() === other.toLowerCase();
      const same = longSalesforceId(one).toLowerCase() === longSalesforceId(other).toLowerCase();
      expect(same).toBe(sameLetters && one === other);
    }),
  );
  const upper = 'ABCDEFGHIJKLMNO';
  expect(longSalesforceId(upper).toLowerCase()).not.toBe(longSalesforceId('ABCDEFGHIJKLMNo').toLowerCase());
});

test('anything else stays as it is', () => {
  for (const id of ['', '001', '0015g00000K1aBcAAJ', 'row-2', '0015g00000K1aB-']) {
    expect(longSalesforceId(id)).toBe(id);
  }
});
