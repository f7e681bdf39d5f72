import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { atOnce } from '#shared/steps.ts';
import { nameKey as nameKeyOfService } from '../../../../app/practice/quickbooks/name-space.ts';
import { NameSpace, nameKey } from '../../../../app/write/create-in-quickbooks/name-space.ts';
import { aCustomer } from '../../../support/records.ts';

const named = (displayName: string, active = true) => aCustomer(1, { displayName, active });
const namesOf = (...given: Parameters<typeof NameSpace.reading>) => atOnce(NameSpace.reading(...given));
const someone = (displayName: string, active = true) => ({ id: '9', displayName, active });

describe('the names of QuickBooks', () => {
  const names = namesOf([named('Acme Ltd'), named('Old & Sons', false)], {
    vendor: [someone('Paper Co', false)],
    employee: [someone('Ann Lee')],
  });

  test.each([
    ['Acme Ltd', 'a customer, “Acme Ltd”'],
    ['  ACME   ltd ', 'a customer, “Acme Ltd”'],
    ['old&sons', 'an inactive customer, “Old & Sons”'],
    ['Old &amp; Sons', 'an inactive customer, “Old & Sons”'],
    ['paper co', 'an inactive vendor, “Paper Co”'],
    ['Ann Lee', 'an employee, “Ann Lee”'],
    ['Acme Limited', null],
  ])('%j is held by %j', (name, holder) => {
    expect(names.holderOf(name)).toBe(holder);
  });

  test('a free name has the town, and a number where that is taken or there is none', () => {
    const taken = namesOf([named('Acme Ltd'), named('Acme Ltd (Tacoma)'), named('Acme Ltd (2)')], {
      vendor: null,
      employee: null,
    });
    expect(names.freeLike('Acme Ltd', 'Tacoma')).toBe('Acme Ltd (Tacoma)');
    expect(names.freeLike('Acme Ltd', '')).toBe('Acme Ltd (2)');
    expect(taken.freeLike('Acme Ltd', 'Tacoma')).toBe('Acme Ltd (3)');
    expect(names.freeLike('x'.repeat(100), '')).toBe(`${'x'.repeat(96)} (2)`);
  });
});

test('whatever two names are, those that the service holds for one are one here too', () => {
  const word = fc.constantFrom('Acme', 'acme', 'ACME', ' ', '  ', '\t', '&', ' & ', 'é', 'İ', 'ß');
  const name = fc.array(word, { maxLength: 5 }).map((words) => words.join(''));
  fc.assert(
    fc.property(name, name, (one, other) => {
      if (nameKeyOfService(one) === nameKeyOfService(other)) expect(nameKey(one)).toBe(nameKey(other));
    }),
  );
});
