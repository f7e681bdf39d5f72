import { taxExemptionReasons } from '../salesforce/objects/account.ts';
import { type AddressHabits, writeAddress, writePoBox } from './addresses.ts';
import type { Business } from './business.ts';
import type { AccountDraft, ContactDraft } from './drafts.ts';
import { writeWebsite } from './emails.ts';
import { withLegalForm } from './naming.ts';
import { writePhone } from './phones.ts';
import type { Random } from './random.ts';

/** Salespeople copy addresses from web sites. */
const habits: AddressHabits = {
  longKinds: 0.6,
  longRegions: 0.22,
  plus4: 0.1,
  countries: 0.72,
  capitals: 0.01,
};
const titles = [
  'Owner',
  'Office Manager',
  'President',
  'Controller',
  'Purchasing',
  'Director',
  'Bookkeeper',
  '',
];

/** What salespeople know of a business. With `anchored`, phone, contacts and address are there for sure. */
export function draftAccount(random: Random, business: Business, anchored = false): AccountDraft {
  const present = (share: number) => anchored || random.chance(share);
  const { location, domain } = business;
  const billing = present(0.9)
    ? random.chance(anchored ? 0 : 0.04)
      ? writePoBox(random, location, habits)
      : writeAddress(random, location, habits)
    : null;
  const exempt = random.chance(0.07);
  return {
    name: accountName(random, business),
    phone: present(0.88) ? writePhone(random, business.phone, 0.08) : '',
    fax: random.chance(0.12)
      ? writePhone(random, { ...business.phone, line: String(random.int(1_000, 9_999)) })
      : '',
    website: domain !== '' && random.chance(0.66) ? writeWebsite(random, domain) : '',
    billing,
    shipping: billing !== null && random.chance(0.25) ? billing : null,
    type: random.weighted([
      [55, 'Customer - Direct'],
      [12, 'Customer - Channel'],
      [20, 'Prospect'],
      [13, ''],
    ]),
    industry: random.chance(0.8) ? business.industry : '',
    revenue: random.chance(0.4) ? random.int(8, 900) * 10_000 : null,
    description: '',
    contacts: contactsOf(random, business, anchored),
    parent: null,
    resaleNumber: random.chance(0.06) ? `R-${random.int(100_000, 999_999)}` : '',
    taxable: !exempt,
    exemptionReason: exempt ? random.pick(taxExemptionReasons) : '',
    link: 'none',
  };
}

function accountName(random: Random, { kind, name, legal, contacts }: Business): string {
  const [{ person }] = contacts;
  if (kind === 'person') {
    return random.weighted([
      [78, name],
      [12, `${person.family} Household`],
      [10, `${person.nickname} ${person.family}`],
    ]);
  }
  const written = random.chance(0.7) ? withLegalForm(random, name, legal) : name;
  return random.weighted([
    [95, written],
    [3, written.toUpperCase()],
    [2, `${written} `.replace(' ', '  ').trimEnd()],
  ]);
}

function contactsOf(random: Random, business: Business, anchored: boolean): ContactDraft[] {
  return business.contacts
    .filter((_, index) => (anchored && index === 0) || random.chance(0.82))
    .map(({ person, email, mobile }, index) => ({
      person,
      email: (anchored && index === 0) || random.chance(0.84) ? email : '',
      phone: random.chance(0.35) ? writePhone(random, business.phone, 0.3) : '',
      mobile: random.chance(0.4) ? writePhone(random, mobile) : '',
      title: random.pick(titles),
    }));
}
