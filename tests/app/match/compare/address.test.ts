import { describe, expect, test } from 'vitest';
import type { Address } from '#shared/records.ts';
import { address } from '../records.ts';
import { levelOf } from './level-of.ts';

describe('addresses', () => {
  const streets = (one: string, other: string): string =>
    levelOf('street', { billing: address({ street: one }) }, { billing: address({ street: other }) });

  test.each([
    ['12 North Quimby Street', '12 N Quimby St', 'same'],
    ['12 Quimby Street', '12 Zephyr Street', 'number'],
    ['120 Quimby Street', '121 Quimby Street', 'near-number'],
    ['12 Quimby Street', 'Quimby Street', 'street'],
    ['12 Quimby Street', '4051 Quimby Street', 'other-number'],
    ['12 Quimby Street', '77 Zephyr Lane', 'different'],
    ['12 Quimby Street', 'PO Box 12', 'missing'],
    ['PO Box 12', 'P.O. Box 12', 'same'],
  ])('%s and %s are %s', (one, other, level) => {
    expect(streets(one, other)).toBe(level);
  });

  const places = (one: Partial<Address>, other: Partial<Address>): string =>
    levelOf('place', { billing: address(one) }, { billing: address(other) });

  test.each([
    [{ city: 'Quimby', postalCode: '62701' }, { city: 'QUIMBY', postalCode: '62701-1234' }, 'same'],
    [{ postalCode: '62701' }, { city: 'Quimby', postalCode: '62701' }, 'postcode'],
    [{ city: 'Quimby' }, { city: 'Quimby', postalCode: '62701' }, 'city'],
    [{ postalCode: '62701' }, { postalCode: '62710' }, 'near'],
    [{ city: 'Quimby', region: 'IL' }, { city: 'Zephyr', region: 'Illinois' }, 'region'],
    [{ city: 'Quimby', region: 'IL' }, { city: 'Zephyr', region: 'NY' }, 'different'],
    [{ city: 'Quimby' }, { postalCode: '62701' }, 'missing'],
  ])('%o and %o are %s', (one, other, level) => {
    expect(places(one, other)).toBe(level);
  });

  test('the best of billing and shipping counts', () => {
    const home = address({ street: '12 Quimby Street', postalCode: '62701' });
    const far = address({ street: '77 Zephyr Lane', postalCode: '10001' });
    expect(levelOf('street', { billing: far, shipping: home }, { billing: home, shipping: far })).toBe(
      'same',
    );
    expect(
      levelOf(
        'street',
        { billing: far, shipping: home },
        { billing: address({ street: '5 Oak Rd' }), shipping: home },
      ),
    ).toBe('same');
  });
});
