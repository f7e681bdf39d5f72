import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Customer } from '#shared/records.ts';
import { flags, type Side } from '../../../../app/match/columns/side.ts';
import { SideBuilder } from '../../../../app/match/columns/side-builder.ts';
import { stringAt } from '../../../../app/match/columns/strings.ts';
import { type Texts, textAt } from '../../../../app/match/terms/dictionary.ts';
import { type Vocabulary, VocabularyBuilder } from '../../../../app/match/terms/vocabulary.ts';
import { account, address, customer } from '../records.ts';
import { contextOf } from '../sides.ts';

const phone = '312 555 0123';

interface Built {
  readonly side: Side;
  readonly vocabulary: Vocabulary;
}

function built(customers: readonly Customer[], country = 'US'): Built {
  const builder = new VocabularyBuilder();
  const side = new SideBuilder(builder);
  for (const one of customers) side.addCustomer(one);
  return { side: side.side(country), vocabulary: builder.vocabulary() };
}

/** What the columns say of a record, in words. */
function record({ side, vocabulary: { texts } }: Built, place: number) {
  const all = ({ starts, values }: Side['forms'], owner: number): number[] =>
    Array.from(values.subarray(starts[owner], starts[owner + 1]));
  const said = (of: Texts, id: number): string => (id === -1 ? '' : textAt(of, id));
  return {
    id: stringAt(side.ids, place),
    name: stringAt(side.names, place),
    flags: side.flags[place],
    parent: side.parents[place] === -1 ? '' : stringAt(side.ids, side.parents[place] ?? 0),
    names: all(side.forms, place).map((form) =>
      all(side.formWords, form).map((word) => said(texts.word, word)),
    ),
    phones: all(side.phones, place).map((id) => said(texts.phone, id)),
    emails: all(side.emails, place).map((id) => said(texts.email, id)),
    domains: all(side.domains, place).map((id) => `${said(texts.domain, id >> 1)} ${id & 1}`),
    addresses: all(side.addresses, place).map((at) => ({
      number: said(texts.number, side.number[at] ?? -1),
      street: all(side.street, at).map((id) => said(texts.street, id)),
      city: all(side.city, at).map((id) => said(texts.city, id)),
      region: said(texts.region, side.region[at] ?? -1),
      postcode: said(texts.postcode, side.postcode[at] ?? -1),
    })),
  };
}

describe('a side', () => {
  test('is in the order of its ids, values beside records, and knows the rows they had', () => {
    const side = built([
      customer('2', { displayName: 'Zander' }),
      customer('1', { displayName: 'Quimby Optics', phone }),
    ]);
    expect(record(side, 0)).toMatchObject({ id: '1', name: 'Quimby Optics', phones: ['13125550123'] });
    expect(record(side, 0).names[0]).toEqual(['quimby', 'optics']);
    expect(record(side, 1)).toMatchObject({ id: '2', names: [['zander']], phones: [] });
    expect(Array.from(side.side.rows)).toEqual([1, 0]);
  });

  test('holds every value of a record, normalised', () => {
    const one = customer('1', {
      displayName: 'Acme:Kitchen',
      phone,
      mobile: '(415) 222-7777',
      email: 'JO@acme.com; ap@acme.com',
      website: 'https://www.zephyr.org/contact',
      billing: address({
        street: '12 North Quimby Street',
        city: 'Salem',
        region: 'Oregon',
        postalCode: '97301-1234',
      }),
      active: false,
      parentId: '7',
    });
    expect(record(built([one, customer('7', { displayName: 'Acme' })]), 0)).toMatchObject({
      flags: flags.inactive | flags.subCustomer,
      parent: '7',
      names: [['kitchen']],
      phones: ['13125550123', '14152227777'],
      emails: ['jo@acme.com', 'ap@acme.com'],
      domains: ['zephyr.org 0', 'acme.com 1'],
      addresses: [{ number: '12', city: ['salem'], region: 'or', postcode: '97301' }],
    });
  });

  test('does not depend on the order of its records', () => {
    const fields = fc.record({
      displayName: fc.constantFrom('Acme', 'Smith, John', 'Acme:Kitchen', '', '東京商事'),
      phone: fc.constantFrom('', phone, '5550123', '+49 30 1234567'),
      email: fc.constantFrom('', 'jo@acme.com', 'jo@gmail.com'),
      parentId: fc.constantFrom('', '0', '404'),
      billing: fc.constantFrom(
        address({}),
        address({ street: '12 Oak St', city: 'Salem', country: 'US' }),
        address({ street: 'Hauptstr. 4', postalCode: '10115', country: 'Germany' }),
      ),
    });
    fc.assert(
      fc.property(fc.array(fields, { maxLength: 8 }), (all) => {
        const records = all.map((of, at) => customer(`${at}`, of));
        const [one, other] = [built(records), built(records.toReversed())];
        for (let place = 0; place < records.length; place += 1) {
          expect(record(other, place)).toEqual(record(one, place));
        }
        expect(Array.from(other.side.rows)).toEqual(
          Array.from(one.side.rows, (row) => records.length - 1 - row),
        );
      }),
    );
  });

  test('keeps records of one id in the order of their rows', () => {
    const same = built([customer('1', { displayName: 'Quimby' }), customer('1', { displayName: 'Acme' })]);
    expect([record(same, 0).name, record(same, 1).name]).toEqual(['Quimby', 'Acme']);
  });

  test('has a customer as its own parent by nobody', () => {
    expect(record(built([customer('1', { displayName: 'Acme', parentId: '1' })]), 0).parent).toBe('');
  });

  test('has no more of a field than can be compared', () => {
    const emails = Array.from({ length: 200 }, (_, at) => `p${at}@acme.com`);
    const { context } = contextOf([account('A', { name: 'Acme', emails })], []);
    expect(context.accounts.emails.values).toHaveLength(24);
  });
});

describe('links', () => {
  test('stand beside the accounts that carry them', () => {
    const { context } = contextOf(
      [
        account('C', { name: 'C' }),
        account('A', { name: 'A', linkedCustomerId: '9' }),
        account('B', { name: 'B' }),
      ],
      [],
    );
    const { links } = context.accounts;
    expect(links === null ? null : [0, 1, 2].map((place) => stringAt(links, place))).toEqual(['9', '', '']);
  });

  test('of a side without any are left out', () => {
    expect(contextOf([account('A', { name: 'A' })], []).context.accounts.links).toBeNull();
  });
});

describe('a number without a prefix', () => {
  test('is of the country that its record names', () => {
    const billing = address({ country: 'Germany' });
    expect(record(built([customer('1', { phone: '030 1234567', billing })]), 0).phones).toEqual([
      '49301234567',
    ]);
  });

  test('is of the usual country where its record names none', () => {
    expect(record(built([customer('1', { phone: '030 1234567' })], 'DE'), 0).phones).toEqual(['49301234567']);
    const { country } = contextOf([account('A', { billing: address({ country: 'Germany' }) })], []);
    expect(country).toBe('DE');
  });
});
