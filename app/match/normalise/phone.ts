import { getCountries, isSupportedCountry, parsePhoneNumberFromString } from 'libphonenumber-js';
import { fold } from './text.ts';

/**
 * A phone number ready to compare. `full` is E.164 without the plus, `''` when the area is not known; `local` is the
 * last seven digits, or all when there are fewer; `extension` is `''` when there is none.
 */
export interface NormalPhone {
  readonly full: string;
  readonly local: string;
  readonly extension: string;
  readonly written: string;
}

const countryNames = new Intl.DisplayNames(['en'], { type: 'region' });
const countryByName: ReadonlyMap<string, string> = new Map([
  ...getCountries().map((code) => [fold(countryNames.of(code) ?? code), code] as const),
  ...getCountries().map((code) => [code.toLowerCase(), code] as const),
  ...Object.entries({
    usa: 'US',
    'u.s.a.': 'US',
    'u.s.': 'US',
    'united states of america': 'US',
    uk: 'GB',
    england: 'GB',
    scotland: 'GB',
    wales: 'GB',
    'great britain': 'GB',
    deutschland: 'DE',
    can: 'CA',
    aus: 'AU',
    mex: 'MX',
    holland: 'NL',
  }),
]);

/** The ISO code of a country given by name or code ("USA", "Deutschland", "fr"); `''` when it is not known. */
export function countryCode(written: string): string {
  return written === '' ? '' : (countryByName.get(fold(written).trim()) ?? '');
}

const extensionMark = /[\s,;]*(?:\b(?:ext(?:ension|n)?|x)\.?|#)\s*:?\s*(\d{1,6})\b.*$/i;
const betweenNumbers = /[;,|\n]|\s\/\s|\bor\b|\band\b|&/i;
const northAmerican = /^1?([2-9]\d{2}[2-9]\d{6})$/;

/** A number of the North American plan needs no library, and this is what most of the data are. */
function northAmericanNumber(digits: string, country: string, international: boolean): string {
  const expected = international ? digits.startsWith('1') : country === 'US' || country === 'CA';
  if (!expected) return '';
  const match = northAmerican.exec(digits);
  return match?.[1] === undefined ? '' : `1${match[1]}`;
}

function internationalNumber(text: string, country: string): string {
  const parsed = isSupportedCountry(country)
    ? parsePhoneNumberFromString(text, country)
    : parsePhoneNumberFromString(text);
  return parsed?.isPossible() === true ? parsed.number.slice(1) : '';
}

function normalPhone(written: string, country: string): NormalPhone | null {
  const extension = extensionMark.exec(written)?.[1] ?? '';
  const text = written.replace(extensionMark, '');
  const digits = text.replace(/\D/g, '');
  if (digits.length < 5 || digits.length > 17 || /^(\d)\1+$/.test(digits)) return null;
  const international = text.includes('+') || digits.startsWith('00');
  const full =
    northAmericanNumber(digits, country, international) ||
    (digits.length > 7
      ? internationalNumber(international ? text.replace(/^\D*00/, '+') : text, country)
      : '');
  return { full, local: digits.slice(-7), extension, written: written.trim() };
}

/**
 * The phone numbers in a field, which may hold several, with extensions and words. A number without an area code
 * keeps only its last digits. `country` is an ISO code and says how numbers without a prefix are read.
 */
export function normalPhones(field: string, country: string): NormalPhone[] {
  if (field === '') return [];
  return field
    .slice(0, 200)
    .split(betweenNumbers)
    .map((part) => normalPhone(part, country))
    .filter((phone) => phone !== null);
}
