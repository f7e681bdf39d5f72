import { expect, test } from 'vitest';
import {
  type Agreement,
  AgreementField,
  Agreements,
  agreeingLevels,
  agreementOn,
  agreementsIn,
  writtenAgreements,
} from '#shared/agreement.ts';
import { levels } from '../../app/match/compare/levels.ts';

const all = (agreement: Agreement) =>
  Object.fromEntries(AgreementField.options.map((field) => [field, agreement])) as Record<
    AgreementField,
    Agreement
  >;

test('an agreement is read as it was written, field by field', () => {
  const written = writtenAgreements({ ...all('missing'), email: 'agrees', address: 'differs' });
  expect(Agreements.parse(written)).toBe('mammd');
  expect(AgreementField.options.map((field) => agreementOn(written, field))).toEqual([
    'missing',
    'agrees',
    'missing',
    'missing',
    'differs',
  ]);
});

test('without a pair there is no agreement', () => {
  expect(agreementOn('', 'phone')).toBeNull();
});

test('of an address both the street and the place have to agree', () => {
  const street = { field: 'address', level: 'same' } as const;
  const other = { field: 'address', level: 'different' } as const;
  expect(agreementOn(agreementsIn([street]), 'address')).toBe('agrees');
  expect(agreementOn(agreementsIn([street, other]), 'address')).toBe('differs');
  expect(agreementOn(agreementsIn([other, street]), 'address')).toBe('differs');
  expect(agreementOn(agreementsIn([{ field: 'address', level: 'missing' }, street]), 'address')).toBe(
    'agrees',
  );
});

test('a near value differs, a missing one is told apart, and the prior says nothing', () => {
  expect(
    agreementsIn([
      { field: 'prior', level: 'usual' },
      { field: 'name', level: 'same-words' },
      { field: 'email', level: 'near' },
      { field: 'phone', level: 'missing' },
      { field: 'website', level: 'name' },
      { field: 'competition', level: 'rivals' },
    ]),
  ).toBe('admmm');
});

test('every level that counts as agreement is one of the matcher’s and speaks for a pair', () => {
  const known = { ...levels, address: [...levels.street, ...levels.place] };
  for (const field of AgreementField.options) {
    const speaking = known[field].filter(({ id, speaks }) => speaks === 'for' || id === 'counted');
    for (const id of agreeingLevels[field]) expect(speaking.map((level) => level.id)).toContain(id);
  }
});
