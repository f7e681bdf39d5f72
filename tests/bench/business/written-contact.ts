import type { Business, Person, Place } from './business.ts';
import { slug } from './business.ts';
import type { Dice } from './dice.ts';
import type { Rates } from './rates.ts';
import { statesByCode } from './spellings.ts';
import { typo } from './written-name.ts';

/** One number in one of the ways that people write it. */
export function phoneText(dice: Dice, rates: Rates, number: string): string {
  const [area, exchange, line] = [number.slice(0, 3), number.slice(3, 6), number.slice(6)];
  const text = dice.pick([
    `(${area}) ${exchange}-${line}`,
    `(${area}) ${exchange}-${line}`,
    `${area}-${exchange}-${line}`,
    `${area}.${exchange}.${line}`,
    `${area} ${exchange} ${line}`,
    `+1 ${area}-${exchange}-${line}`,
    `1-${area}-${exchange}-${line}`,
    `+1${number}`,
    number,
  ]);
  if (!dice.chance(rates('extension'))) return text;
  return `${text}${dice.pick([' x', ' ext. ', ' Ext ', ' x.', ' #'])}${100 + dice.below(900)}`;
}

/** Two numbers in one field, now and then. */
export function phoneField(dice: Dice, rates: Rates, number: string, second: string): string {
  const first = phoneText(dice, rates, number);
  if (!dice.chance(rates('severalPhones'))) return first;
  return `${first}${dice.pick([' / ', '; ', ' or ', ', '])}${phoneText(dice, rates, second)}`;
}

/** The number with one digit wrong. */
export function misdialled(dice: Dice, number: string): string {
  const at = 3 + dice.below(7);
  return (
    number.slice(0, at) + String((Number(number.charAt(at)) + 1 + dice.below(9)) % 10) + number.slice(at + 1)
  );
}

const personal = (dice: Dice, { given, family }: Person): string =>
  dice.pick([`${slug(given)}.${slug(family)}`, `${slug(given).charAt(0)}${slug(family)}`, slug(given)]);

/** The e-mail address that most people know of a business. */
export function usualEmail({ domain, mailbox, people: [contact] }: Business): string {
  return domain === '' ? mailbox : `${slug(contact.given).charAt(0)}${slug(contact.family)}@${domain}`;
}

/** Another mailbox of the business; for free mail another one altogether. */
export function otherMailbox(dice: Dice, { domain, mailbox, people: [, second] }: Business): string {
  if (domain === '')
    return `${personal(dice, second)}${dice.below(999)}@${mailbox.split('@')[1] ?? 'gmail.com'}`;
  const role = dice.pick([
    'info',
    'office',
    'accounting',
    'ap',
    'billing',
    'accountspayable',
    'sales',
    'admin',
  ]);
  return `${dice.chance(0.6) ? role : personal(dice, second)}@${domain}`;
}

/** An e-mail field: the case varies, and now and then it holds two. */
export function emailField(dice: Dice, rates: Rates, first: string, second: string): string {
  const text = dice.chance(rates('emailCapitals')) ? first.toUpperCase() : first;
  return dice.chance(rates('severalEmails')) ? `${text}${dice.pick([', ', '; ', ' '])}${second}` : text;
}

/** Street, city, state, ZIP code and country as a record holds them. */
export type AddressCells = readonly [string, string, string, string, string];
export const emptyAddress: AddressCells = ['', '', '', '', ''];

const form = (dice: Dice, rates: Rates, [usual = '', ...others]: readonly string[]): string =>
  others.length > 0 && dice.chance(rates('streetForm')) ? dice.pick(others) : usual;

function cityText(dice: Dice, rates: Rates, city: string): string {
  if (!dice.chance(rates('saint'))) return city;
  return city
    .replace(/^(?:St\.?|Saint) /, dice.pick(['St ', 'St. ', 'Saint ']))
    .replace(/^(?:Ft\.?|Fort) /, dice.pick(['Ft ', 'Ft. ', 'Fort ']))
    .replace(/^(?:Mt\.?|Mount) /, dice.pick(['Mt ', 'Mt. ', 'Mount ']));
}

export function streetText(dice: Dice, rates: Rates, place: Place): string {
  const words = [
    place.number,
    form(dice, rates, place.direction),
    place.street,
    form(dice, rates, place.type),
  ];
  const street = words.filter((word) => word !== '').join(' ');
  if (place.unit === '' || dice.chance(rates('unitLost'))) return street;
  return `${street}${dice.pick([', Suite ', ' Ste ', ' Ste. ', ' #', ', Unit '])}${place.unit}`;
}

/** The address of a place; `boxRate` and `typoRate` say how often it is a post-office box or misspelled. */
export function addressCells(
  dice: Dice,
  rates: Rates,
  place: Place,
  { boxRate, typoRate }: { readonly boxRate: number; readonly typoRate: number },
): AddressCells {
  const { town, zip } = place;
  const plain = streetText(dice, rates, place);
  const street = dice.chance(typoRate) ? typo(dice, plain) : plain;
  const box = `${dice.pick(['PO Box', 'P.O. Box', 'P O Box', 'Box'])} ${1 + dice.below(9999)}`;
  return [
    dice.chance(rates('noStreet')) ? '' : dice.chance(boxRate) ? box : street,
    cityText(dice, rates, town.name),
    dice.chance(rates('stateInFull')) ? (statesByCode.get(town.state) ?? town.state) : town.state,
    dice.chance(rates('zipPlus4')) ? `${zip}-${dice.digits(4)}` : zip,
    dice.pick(['US', 'USA', 'United States', '', '']),
  ];
}
