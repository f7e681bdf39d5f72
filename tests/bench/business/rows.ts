import { slug } from './business.ts';
import { Dice } from './dice.ts';
import type { Rates } from './rates.ts';
import type { Slot, Universe } from './universe.ts';
import {
  addressCells,
  emailField,
  emptyAddress,
  misdialled,
  otherMailbox,
  phoneField,
  usualEmail,
} from './written-contact.ts';
import { accountName, displayName, jobName } from './written-name.ts';

export const accountColumns = [
  ...['Id', 'Name', 'Phone', 'Email', 'Website'],
  ...['BillingStreet', 'BillingCity', 'BillingState', 'BillingPostalCode', 'BillingCountry'],
] as const;

export const customerColumns = [
  ...[
    'Id',
    'DisplayName',
    'CompanyName',
    'GivenName',
    'FamilyName',
    'PrimaryEmailAddr',
    'PrimaryPhone',
    'Mobile',
  ],
  ...['WebAddr', 'BillAddrLine1', 'BillAddrCity', 'BillAddrCountrySubDivisionCode', 'BillAddrPostalCode'],
  ...['BillAddrCountry', 'Active'],
] as const;

export const accountId = (position: number): string => `001Q0${String(position).padStart(10, '0')}IAA`;
export const customerId = (position: number): string => String(position + 1);

const ACCOUNT = 11;
const CUSTOMER = 12;
const ALONE_FROM = 1_000_000_000;

const kept: readonly string[] = ['noPhone', 'otherPhone', 'noEmail', 'otherEmail', 'noAddress', 'moved'];

/** Where the name does not tell, contact data are missing or changed less often: else nobody could link it. */
const keepingContact =
  (rates: Rates): Rates =>
  (name) =>
    kept.includes(name) ? rates(name) * (1 - rates('contactSpared')) : rates(name);

/** One stream of chance for a record; a copy repeats that of its original. */
const diceOf = ({ seed }: Universe, side: number, { pair }: Slot, position: number): Dice =>
  new Dice(seed, side, pair ?? ALONE_FROM + position);

/** The cells of an account, in the order of {@link accountColumns}. */
export function accountRow(universe: Universe, slot: Slot, position: number): string[] {
  const { rates } = universe;
  const { business } = slot;
  const dice = diceOf(universe, ACCOUNT, slot, position);
  const name = accountName(dice, rates, business);
  const phone = phoneField(dice, rates, business.mainLine, business.mobile);
  const email = dice.chance(1 - rates('accountMailbox'))
    ? usualEmail(business)
    : otherMailbox(dice, business);
  const emails = emailField(dice, rates, email, otherMailbox(dice, business));
  const site = `${dice.pick(['www.', 'https://www.', 'http://', ''])}${business.domain}${dice.pick(['', '', '/'])}`;
  const address = addressCells(dice, rates, business.place, {
    boxRate: 0,
    typoRate: rates('streetTypo') / 3,
  });
  return [
    accountId(position),
    name,
    dice.chance(rates('noPhone')) ? '' : phone,
    dice.chance(rates('noEmail')) ? '' : emails,
    business.domain === '' || dice.chance(rates('noSite')) ? '' : site,
    ...(dice.chance(rates('noAddress') / 2) ? emptyAddress : address),
  ];
}

/** The cells of a customer, in the order of {@link customerColumns}. */
export function customerRow(universe: Universe, slot: Slot, position: number): string[] {
  if (slot.jobOf !== null) return jobRow(universe, slot, slot.jobOf, position);
  const { business, copy } = slot;
  const { people, mainLine, mobile, domain, kind } = business;
  const dice = diceOf(universe, CUSTOMER, slot, position);
  const name = displayName(dice, universe.rates, business);
  const rates = name.tells ? universe.rates : keepingContact(universe.rates);
  const company = kind !== 'person' && dice.chance(rates('companyName')) ? business.name : '';
  const named = kind === 'person' || dice.chance(0.35);
  const [contact] = people;
  const changed = dice.chance(rates('otherPhone'));
  const fresh = `${mainLine.slice(0, 3)}${dice.digits(7)}`;
  const line = changed ? (dice.chance(0.5) ? mobile : fresh) : mainLine;
  const dialled = dice.chance(rates('digitWrong')) ? misdialled(dice, line) : line;
  const phone = phoneField(dice, rates, dialled, mobile);
  const address = dice.chance(rates('moved')) ? business.former : business.place;
  const written = addressCells(dice, rates, address, {
    boxRate: rates('postBox'),
    typoRate: rates('streetTypo'),
  });
  const suffix = copy === 1 && new Dice(position).chance(universe.rates('copyNumbered')) ? ' (2)' : '';
  return [
    customerId(position),
    name.text + suffix,
    company,
    named ? contact.given : '',
    named ? contact.family : '',
    customerEmail(universe, rates, slot, dice),
    dice.chance(rates('noPhone')) ? '' : phone,
    dice.chance(rates('mobileToo')) ? phoneField(dice, rates, mobile, mobile) : '',
    domain !== '' && dice.chance(0.2) ? `https://${domain}` : '',
    ...(dice.chance(rates('noAddress')) ? emptyAddress : written),
    String(!dice.chance(rates('inactive'))),
  ];
}

function customerEmail(universe: Universe, rates: Rates, { business }: Slot, dice: Dice): string {
  const bookkeeper = universe.shared('bookkeeper', dice);
  const unrelated = `${slug(business.people[1].family)}${dice.below(9999)}@${dice.pick(['gmail.com', 'yahoo.com', 'icloud.com'])}`;
  const usual = dice.chance(rates('otherMailbox')) ? otherMailbox(dice, business) : usualEmail(business);
  const own = dice.chance(rates('otherEmail')) ? unrelated : usual;
  const email = emailField(dice, rates, own, otherMailbox(dice, business));
  if (bookkeeper !== null) return usualEmail(bookkeeper);
  return dice.chance(rates('noEmail')) ? '' : email;
}

/** A job has its parent's data or none, and is named after the parent. */
function jobRow(universe: Universe, slot: Slot, parent: number, position: number): string[] {
  const dice = new Dice(universe.seed, CUSTOMER, ALONE_FROM + position);
  const of = customerRow(universe, { ...slot, pair: parent, jobOf: null }, position);
  const full = dice.chance(0.5);
  return of.map((cell, column) => {
    const name = customerColumns[column];
    if (name === 'Id' || name === 'Active') return cell;
    if (name === 'DisplayName') return `${cell}:${jobName(dice, slot.business.place.town.name)}`;
    return full ? cell : '';
  });
}
