import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { normalAddress } from '../../../../app/match/normalise/address.ts';
import { address } from '../records.ts';

const street = (text: string): string => {
  const normal = normalAddress(address({ street: text }));
  return [normal?.number, ...(normal?.street ?? [])].join(' ');
};

describe('a street', () => {
  test.each([
    ['12 North Main Street', '12 N Main St.'],
    ['221 E. 51st St.', '221 East 51 Street'],
    ['100 First Avenue', '100 1st Ave'],
    ['12 Oak Rd, Suite 5', '12 Oak Road'],
    ['12 Oak Rd Apt 5', '12 Oak Road'],
    ['Attn: Jo\n12 Oak Road', '12 Oak Road'],
    ['Hardenbergstraße 87', '87 Hardenbergstrasse'],
    ['P.O. Box 123', 'PO BOX 123'],
    ['P O Box 0123', 'POB 123'],
    ['12-14 Main St', '12 Main Street'],
    ['37-12 30th Ave', '3712 30 Avenue'],
    ['12A High Street', '12a High St'],
    ['012 High Street', '12 High St'],
    ['One Main Street', '1 Main St'],
    ['One Main Street Suite 200', '1 Main St'],
    ['123 1/2 Main St', '123 Main St'],
    ['5/12 Oak St', '12 Oak St'],
    ['Flat 3, 12 High Street', '12 High St'],
    ['Unit 5 12 Oak Rd', '12 Oak Rd'],
    ['12 Oak Rd #5', '12 Oak Rd'],
    ['12 Oak Rd, 2nd Floor', '12 Oak Rd'],
    ['12 Flat Rock Rd', '12 Flat Rock Road'],
    ['Hauptstr. 5', 'Hauptstraße 5'],
    ['Calle Mayor 12', '12 Calle Mayor'],
    ['100 Saint Charles Ave', '100 St. Charles Avenue'],
    ['100 Fort Hill Crossing', '100 Ft Hill Xing'],
    ['1200 US Highway 1', '1200 US-1'],
    ['1200 State Route 9', '1200 Rte 9'],
    ['1200 Hwy 9', '1200 Route 9'],
    ['Main St & 5th Ave', 'Corner of Main Street and Fifth Avenue'],
    ['Chrysler Building, 405 Lexington Ave', '405 Lexington Avenue'],
  ])('%s reads like %s', (one, other) => {
    expect(street(one)).toBe(street(other));
  });

  test('that is only a highway has no house number', () => {
    expect(normalAddress(address({ street: 'US Highway 1' }))).toMatchObject({
      number: '',
      street: ['highway', '1'],
    });
  });

  test.each([
    ['12 Oak Rd, Suite 500', '500'],
    ['12 Oak Rd Ste. B', 'b'],
    ['12 Oak Rd #5', '5'],
    ['12 Oak Rd Apt 05A', '5a'],
    ['12 Oak Rd, 2nd Floor', '2'],
    ['12 Oak Rd Floor 2', '2'],
    ['12 Oak Rd\nUnit 7', '7'],
    ['Flat 3, 12 High Street', '3'],
    ['5/12 Oak St', '5'],
    ['12 Flat Rock Rd', ''],
    ['12 Oak Rd', ''],
  ])('%s has the unit "%s"', (text, unit) => {
    expect(normalAddress(address({ street: text }))?.unit).toBe(unit);
  });

  test('a post-office box beside a street is left out', () => {
    expect(street('PO Box 77, 12 Oak Road')).toBe(street('12 Oak Rd'));
  });

  test('a post-office box is no street', () => {
    expect(normalAddress(address({ street: 'PO Box 77' }))).toMatchObject({
      number: '77',
      street: ['pobox'],
    });
  });

  test('that holds the whole address gives city, state and postal code too', () => {
    expect(normalAddress(address({ street: '123 Main Street, Las Vegas NV 89132' }))).toEqual({
      number: '123',
      street: ['main', 'street'],
      unit: '',
      city: ['las', 'vegas'],
      region: 'nv',
      postcode: '89132',
    });
  });
});

describe('a whole address in one field', () => {
  test.each([
    ['12 Oak Rd, Springfield, IL 62701-1234', 'springfield', 'il', '62701'],
    ['12 Oak Rd, Springfield, Illinois 62701, USA', 'springfield', 'il', '62701'],
    ['12 Oak Rd\nSpringfield IL 62701', 'springfield', 'il', '62701'],
    ['12 Oak Rd, Toronto ON M5V 2T6', 'toronto', 'on', 'm5v2t6'],
    ['12 Oak Rd, Sydney NSW 2000', 'sydney', 'nsw', '2000'],
    ['12 Oak Rd, London SW1A 1AA', 'london', '', 'sw1a1aa'],
    ['Hauptstr. 5, 10115 Berlin', 'berlin', '', '10115'],
  ])('%s is in %s %s %s', (text, city, region, postcode) => {
    const normal = normalAddress(address({ street: text }));
    expect(normal).toMatchObject({ city: [city], region, postcode });
    expect(['12', '5']).toContain(normal?.number);
  });

  test('a city with its state and postal code is read apart', () => {
    expect(normalAddress(address({ city: 'Springfield, IL 62701' }))).toMatchObject({
      city: ['springfield'],
      region: 'il',
      postcode: '62701',
    });
    expect(normalAddress(address({ city: 'Chicago, Illinois' }))).toMatchObject({
      city: ['chicago'],
      region: 'il',
    });
  });
});

describe('a place', () => {
  test.each([
    [{ city: 'St. Louis' }, { city: 'Saint Louis' }],
    [{ city: 'Mt Vernon' }, { city: 'Mount Vernon' }],
    [{ city: 'Ft. Worth' }, { city: 'Fort Worth' }],
    [{ region: 'Calif.' }, { region: 'CA' }],
    [{ region: 'N.Y.' }, { region: 'NY' }],
    [{ postalCode: '02119-0123' }, { postalCode: '2119' }],
    [{ postalCode: '2119-0123' }, { postalCode: '2119.0' }],
    [{ postalCode: '627011234' }, { postalCode: '62701' }],
    [{ postalCode: 'D-10115' }, { postalCode: '10115' }],
    [{ postalCode: 'SW1A 1AA' }, { postalCode: 'sw1a1aa' }],
    [{ region: 'New York' }, { region: 'NY' }],
    [{ postalCode: '62701-1234' }, { postalCode: '62701' }],
    [{ postalCode: '02119' }, { postalCode: '2119' }],
    [{ postalCode: 'H3B 8J8' }, { postalCode: 'h3b8j8' }],
  ])('%o reads like %o', (one, other) => {
    expect(normalAddress(address(one))).toEqual(normalAddress(address(other)));
  });

  test('of which nothing is known is none', () => {
    expect(normalAddress(address({}))).toBeNull();
    expect(normalAddress(address({ country: 'US' }))).toBeNull();
  });
});

test('any text gives an address of plain words, or none', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 400 }), fc.string({ maxLength: 40 }), (line, city) => {
      const normal = normalAddress(address({ street: line, city }));
      for (const word of [...(normal?.street ?? []), ...(normal?.city ?? [])])
        expect(word).toMatch(/^[a-z0-9]+$/);
    }),
  );
});

test.each([' ', ', ', '1 ', 'a ', '1-', '#', 'po box ', 'unit ', "a' 1,"])(
  'a street of 10,000 characters "%s" is read in a moment',
  (piece) => {
    const started = performance.now();
    normalAddress(address({ street: `1${piece.repeat(10_000 / piece.length)}` }));
    expect(performance.now() - started).toBeLessThan(250);
  },
);
