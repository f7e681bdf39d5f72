import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { account, address, customer } from '../records.ts';
import { contextOf, countOf } from '../sides.ts';

const phone = '312 555 0123';
const number = '13125550123';

describe('an identifier', () => {
  test('counts once for records of one name and once for each other name', () => {
    const ids = ['1', '2', '3'];
    const doubled = ids.map((id) => customer(id, { displayName: 'Acme', phone }));
    const shared = ids.map((id) => customer(id, { displayName: `Acme ${id}x`, phone }));
    expect(countOf(contextOf([], doubled), 'phone', number)).toBe(1);
    expect(countOf(contextOf([], shared), 'phone', number)).toBe(3);
  });

  test('counts once for each record without a name', () => {
    const nameless = ['1', '2', '3'].map((id) => customer(id, { phone }));
    expect(countOf(contextOf([], nameless), 'phone', number)).toBe(3);
  });

  test('counts on the side that has more of it', () => {
    const counted = contextOf(
      [account('A', { name: 'Quimby', phone })],
      [customer('1', { displayName: 'Zwick', phone }), customer('2', { displayName: 'Vexor', phone })],
    );
    expect(countOf(counted, 'phone', number)).toBe(2);
  });

  test('that is a domain counts once for a record with a site and addresses there', () => {
    const one = account('A', {
      name: 'Quimby',
      website: 'quimby.com',
      emails: ['a@quimby.com', 'b@quimby.com'],
    });
    expect(countOf(contextOf([one], []), 'domain', 'quimby.com')).toBe(1);
  });
});

describe('a word', () => {
  test('counts once a record, on both sides', () => {
    const counted = contextOf(
      [account('A', { name: 'Quimby Quimby' })],
      [customer('1', { displayName: 'Quimby', companyName: 'Quimby Inc' })],
    );
    expect(countOf(counted, 'word', 'quimby')).toBe(2);
  });

  test('that is a city counts for the records there too', () => {
    const billing = address({ city: 'Quimby' });
    const customers = Array.from({ length: 10 }, (_, id) =>
      customer(`${id}`, { displayName: `Acme ${id}x`, billing }),
    );
    expect(countOf(contextOf([account('A', { name: 'Quimby Florist' })], customers), 'word', 'quimby')).toBe(
      6,
    );
  });
});

test('counts do not depend on the order of the records', () => {
  const some = fc.record({
    displayName: fc.constantFrom('Acme', 'Quimby', 'Acme Quimby', ''),
    phone: fc.constantFrom('', phone, '415 222 7777'),
    email: fc.constantFrom('', 'jo@quimby.com', 'jo@gmail.com'),
  });
  fc.assert(
    fc.property(fc.array(some, { maxLength: 12 }), (all) => {
      const records = all.map((fields, at) => customer(`${at}`, fields));
      const [one, other] = [contextOf([], records), contextOf([], records.toReversed())];
      for (const [kind, text] of [
        ['word', 'acme'],
        ['word', 'quimby'],
        ['phone', number],
        ['email', 'jo@gmail.com'],
        ['domain', 'quimby.com'],
      ] as const) {
        expect(countOf(other, kind, text)).toBe(countOf(one, kind, text));
      }
    }),
  );
});
