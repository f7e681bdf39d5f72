import { type AddressHabits, type WrittenAddress, writeAddress, writePoBox } from './addresses.ts';
import type { Business, Contact } from './business.ts';
import type { CustomerDraft } from './drafts.ts';
import { freeEmail, roleEmail, writeWebsite } from './emails.ts';
import { phoneNumber, writePhone } from './phones.ts';
import type { Random } from './random.ts';

/** Bookkeepers copy addresses from checks. */
const habits: AddressHabits = {
  longKinds: 0.18,
  longRegions: 0.05,
  plus4: 0.24,
  countries: 0.2,
  capitals: 0.12,
};
const notes = [
  'Net 30. Send statements monthly.',
  'Pays by check.',
  'See Pat before extending credit.',
  'Old system #',
];

/** What a bookkeeper knows of a business under this display name. With `anchored`, a phone or an e-mail agrees. */
export function draftCustomer(
  random: Random,
  business: Business,
  displayName: string,
  anchored = false,
): CustomerDraft {
  const [head] = business.contacts;
  const isPerson = business.kind === 'person';
  const billing = billingOf(random, business, anchored);
  const phone = phoneOf(random, business, head, anchored);
  return {
    displayName,
    companyName: isPerson || random.chance(0.25) ? '' : random.chance(0.5) ? displayName : business.name,
    person: isPerson || displayName.includes(head.person.family) || random.chance(0.35) ? head.person : null,
    email: emailOf(random, business, head, anchored),
    phone,
    mobile: random.chance(0.2) ? writePhone(random, head.mobile) : '',
    alternatePhone: random.chance(0.05) ? writePhone(random, business.phone) : '',
    fax: random.chance(0.08) ? writePhone(random, phoneNumber(random, business.location.place)) : '',
    website: business.domain !== '' && random.chance(0.1) ? writeWebsite(random, business.domain) : '',
    billing,
    shipping: billing !== null && random.chance(0.15) ? billing : null,
    active: true,
    parent: null,
    isJob: false,
    balance: balance(random),
    notes: random.chance(0.07) ? random.pick(notes) : '',
    resaleNumber: random.chance(0.05) ? `R-${random.int(100_000, 999_999)}` : '',
    taxable: random.chance(0.85),
    exemptionReason: null,
  };
}

function emailOf(random: Random, { contacts, domain }: Business, head: Contact, anchored: boolean): string {
  const role = domain === '' ? head.email : roleEmail(random, domain);
  const other = random.pick(contacts).email;
  return random.weighted([
    [40, head.email],
    [12, other],
    [anchored ? 0 : 13, role],
    [anchored ? 0 : 7, freeEmail(random, head.person)],
    [4, `${head.email}, ${role}`],
    [2, `${head.email},${other}`],
    [anchored ? 0 : 22, ''],
  ]);
}

function phoneOf(random: Random, business: Business, { mobile }: Contact, anchored: boolean): string {
  return random.weighted([
    [56, writePhone(random, business.phone, 0.07)],
    [anchored ? 0 : 13, writePhone(random, mobile)],
    [anchored ? 0 : 6, writePhone(random, phoneNumber(random, business.location.place))],
    [2, `${writePhone(random, business.phone)} / ${writePhone(random, mobile)}`.slice(0, 30)],
    [anchored ? 0 : 23, ''],
  ]);
}

function billingOf(random: Random, { location, name }: Business, anchored: boolean): WrittenAddress | null {
  return random.weighted([
    [66, writeAddress(random, location, habits)],
    [12, writePoBox(random, location, habits)],
    [6, withNameAbove(writeAddress(random, location, habits), name)],
    [anchored ? 0 : 16, null],
  ]);
}

/** The desktop edition put the name on the address' first line. */
function withNameAbove(address: WrittenAddress, name: string): WrittenAddress {
  return { ...address, lines: [name, ...address.lines] };
}

/** Most owe nothing or little, a few a lot. */
function balance(random: Random): number {
  if (random.chance(0.52)) return 0;
  const size = 40 * Math.exp(random.next() * 3 + random.next() * 2.6);
  return Math.round(size * 100) / 100;
}
