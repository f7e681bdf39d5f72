import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Address } from '#shared/records.ts';
import { Comparer } from '../../../../app/match/compare/comparer.ts';
import { comparisons, levelAt } from '../../../../app/match/compare/levels.ts';
import { contextOfTwo } from '../../../../app/match/compare/small-context.ts';
import { account, address, customer } from '../records.ts';
import { contextOf } from '../sides.ts';
import { surroundings } from './level-of.ts';

/** What a record of either side can hold. */
interface Values {
  readonly name: string;
  readonly phone: string;
  readonly email: string;
  readonly website: string;
  readonly billing: Address;
}

const nothing: Values = { name: '', phone: '', email: '', website: '', billing: address({}) };

const accountOf = (id: string, { email, ...rest }: Values) =>
  account(id, { ...rest, emails: email === '' ? [] : [email] });
const customerOf = (id: string, { name, ...rest }: Values) => customer(id, { ...rest, displayName: name });

const values: fc.Arbitrary<Values> = fc.record({
  name: fc.constantFrom(
    '',
    'Acme Plumbing Inc',
    'ACME PLUMBING LLC',
    'Acme',
    'Acme Plumbng Supply',
    'Smith, John',
    'Jon Smith',
    'J Smith',
    'Play Care',
    'Playcare',
    'International Business Machines',
    'IBM',
    'School 12',
    'School 21',
    '東京商事',
  ),
  phone: fc.constantFrom(
    '',
    '312 555 0123',
    '312 555 0124',
    '(312) 555-9876',
    '555-0123',
    '415 222 7777',
    '312 555 0100',
  ),
  email: fc.constantFrom(
    '',
    'jo@acme.com',
    'ap@acme.com',
    'jonathan@acme.com',
    'jonathan@gmail.com',
    'jonathon@gmail.com',
    'info@books.com',
  ),
  website: fc.constantFrom('', 'acme.com', 'acme.co.uk', 'zephyr.org', 'acmeplumbing.com'),
  billing: fc
    .tuple(
      fc.constantFrom(
        '',
        '12 Quimby St',
        '12 Quimby Street',
        '14 Quimby Street',
        '120 Zephyr Ave',
        'Quimby St',
        'PO Box 12',
      ),
      fc.constantFrom('', 'Salem', 'Salm', 'Boston'),
      fc.constantFrom('', 'OR', 'MA'),
      fc.constantFrom('', '97301', '97310', '02119'),
    )
    .map(([street, city, region, postalCode]) => address({ street, city, region, postalCode })),
});

function levelsOf(one: Values, other: Values): Record<string, string> {
  const { context } = contextOfTwo(accountOf('A', one), customerOf('1', other), surroundings);
  const found = new Comparer(context).compare(0, 0);
  return Object.fromEntries(
    comparisons.map((comparison) => [comparison, levelAt(comparison, found[comparison].level).id]),
  );
}

describe('comparing', () => {
  test('finds the same when both records change sides', () => {
    fc.assert(
      fc.property(values, values, (one, other) => {
        expect(levelsOf(other, one)).toEqual(levelsOf(one, other));
      }),
      {
        numRuns: 500,
        examples: [
          [
            { ...nothing, email: 'jonathan@acme.com' },
            { ...nothing, email: 'jonathan@gmail.com', website: 'acme.com' },
          ],
        ],
      },
    );
  });

  test('finds everything the same where a record has it and its like has it', () => {
    fc.assert(
      fc.property(values, (one) => {
        const found = levelsOf(one, one);
        if (one.name !== '') expect(found.name).toBe('same');
        if (one.phone !== '') expect(found.phone).toBe('same');
        if (one.email !== '') expect(found.email).toBe('same');
        if (one.website !== '') expect(['same', 'counted']).toContain(found.website);
        if (one.billing.postalCode !== '' && one.billing.city !== '') expect(found.place).toBe('same');
        for (const level of Object.values(found)) expect(level).not.toBe('different');
      }),
    );
  });

  test('of a pair does not depend on the pairs compared before', () => {
    fc.assert(
      fc.property(
        fc.array(values, { minLength: 1, maxLength: 6 }),
        fc.array(values, { minLength: 1, maxLength: 6 }),
        (left, right) => {
          const { context } = contextOf(
            left.map((one, at) => accountOf(`A${at}`, one)),
            right.map((one, at) => customerOf(`${at}`, one)),
          );
          const used = new Comparer(context);
          for (let a = 0; a < left.length; a += 1) {
            for (let c = 0; c < right.length; c += 1) {
              const [found, alone] = [used.compare(a, c), new Comparer(context).compare(a, c)];
              for (const comparison of comparisons) {
                const { level, chance, account: one } = alone[comparison];
                expect(found[comparison]).toMatchObject({ level, chance, account: one });
              }
            }
          }
        },
      ),
      { numRuns: 20 },
    );
  });

  test('says which values it was that agreed', () => {
    const { context } = contextOf(
      [account('A', { name: 'Quimby', phone: '415 222 7777', otherPhones: ['312 555 0123'] })],
      [customer('1', { displayName: 'Quimby', phone: '503 111 2222', mobile: '312 555 0123' })],
    );
    const { phone, email } = new Comparer(context).compare(0, 0);
    expect(phone.account).toBe(context.accounts.phones.values[1]);
    expect(phone.customer).toBe(context.customers.phones.values[1]);
    expect(email).toMatchObject({ account: -1, customer: -1, chance: Number.NaN });
  });
});
