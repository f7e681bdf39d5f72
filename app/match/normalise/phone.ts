import { createRequire } from 'node:module';
import { nationalNumber } from './phone-plans.ts';

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

/** More is not read of a field. */
const longestField = 200;

const plainSigns = new Uint8Array(256);
for (const sign of ' ()-.\u00a0') plainSigns[sign.charCodeAt(0)] = 1;

/** Exchanges begin with 2 to 9; a number with a typing error there is still a possible one. */
const leastExchange = 2;

/**
 * A field that holds one North American number and nothing else, which most do: its ten digits, 0 if it is anything else.
 * Areas begin with 2 to 9; exchanges do not begin with less than `least`.
 */
function northAmerican(field: string, country: string, least: number): number {
  let value = 0;
  let digits = 0;
  let pluses = 0;
  for (let at = 0; at < field.length; at += 1) {
    const code = field.charCodeAt(at);
    if (code >= 48 && code <= 57) {
      value = value * 10 + code - 48;
      digits += 1;
    } else if (code === 43 && digits === 0) pluses += 1;
    else if (plainSigns[code] !== 1) return 0;
  }
  const expected = pluses > 0 || country === 'US' || country === 'CA';
  if (!expected || digits > 11 || (digits === 10 && pluses > 0)) return 0;
  const ten = digits === 11 ? value - 1e10 : digits === 10 ? value : 0;
  const exchange = Math.floor(ten / 1e6) % 10;
  if (ten < 2e9 || ten >= 1e10 || ten % 1_111_111_111 === 0) return 0;
  return exchange >= leastExchange || (exchange >= least && pluses < 2) ? ten : 0;
}

type PhoneLibrary = typeof import('libphonenumber-js');

let library: PhoneLibrary | null = null;

/** Most files need no number but those of the plans known here, and the library takes long to load. */
function phoneLibrary(): PhoneLibrary {
  const loaded: PhoneLibrary = library ?? createRequire(import.meta.url)('libphonenumber-js');
  library = loaded;
  return loaded;
}

function internationalNumber(text: string, country: string): string {
  const { isSupportedCountry, parsePhoneNumberFromString } = phoneLibrary();
  const parsed = isSupportedCountry(country)
    ? parsePhoneNumberFromString(text, country)
    : parsePhoneNumberFromString(text);
  return parsed?.isPossible() === true ? parsed.number.slice(1) : '';
}

const extensionMark = /[\s,;]*(?:\b(?:ext(?:ension|n)?|x)\.?|#)\s*:?\s*(\d{1,6})\b.*$/i;
const betweenNumbers = /[;,|\r\n]|\s\/\s|(?<=\d{4}\)?)\/(?=\D{0,3}\d{3})|\bor\b|\band\b|&/i;
/** "312-555-0123 (h) 312-555-0199 (w)": nothing between them but words. */
const northAmericanNumbers = /(?:\+?1[\s.-]*)?\(?\b[2-9]\d{2}\)?[\s.-]*[2-9]\d{2}[\s.-]*\d{4}\b/g;
/** "1-800-FLOWERS": an area code, then letters, of which the first seven are dialled. */
const vanity = /^\s*(?:\+?1[\s.-]*)?\(?([2-9]\d{2})\)?[\s.-]*([a-z0-9-]{7,13})\s*$/i;
const keypad = '22233344455566677778889999';
/** What people type where a number is asked for. */
const madeUp = /^(?:(\d)\1+|1?1234567890|0?123456789|1234567)$/;

function dialled(text: string): string {
  const match = vanity.exec(text);
  if (match?.[1] === undefined || match[2] === undefined || !/[a-z]{3}/i.test(match[2])) return text;
  const letters = match[2].toLowerCase().replaceAll('-', '');
  if (letters.length < 7) return text;
  const digits = letters.replace(/[a-z]/g, (letter) => keypad.charAt(letter.charCodeAt(0) - 97));
  return `${match[1]}${digits.slice(0, 7)}`;
}

function phoneOf(part: string, country: string): NormalPhone | null {
  const extension = extensionMark.exec(part)?.[1] ?? '';
  const written = part.trim();
  const text = dialled(extension === '' ? part : part.replace(extensionMark, ''));
  const ten = northAmerican(text.replace(/\.0$/, ''), country, leastExchange);
  if (ten > 0) return { full: `1${ten}`, local: String(ten).slice(3), extension, written };
  const digits = text.replace(/\D/g, '');
  if (digits.length < 5 || digits.length > 17 || madeUp.test(digits)) return null;
  const international = text.includes('+') || digits.startsWith('00');
  const full =
    digits.length > 7
      ? nationalNumber(digits, country, international) ||
        internationalNumber(international ? text.replace(/^\D*00/, '+') : text, country)
      : '';
  return { full, local: digits.slice(-7), extension, written };
}

/**
 * The phone numbers in a field, which may hold several, with extensions, words, and letters to dial. A number without an
 * area code keeps only its last digits. `country` is an ISO code and says how numbers without a prefix are read.
 */
export function normalPhones(field: string, country: string): NormalPhone[] {
  if (field === '') return [];
  const ten = northAmerican(field, country, 0);
  if (ten > 0) {
    const full = `1${ten}`;
    return [{ full, local: full.slice(4), extension: '', written: field.trim() }];
  }
  const found: NormalPhone[] = [];
  for (const part of field.slice(0, longestField).split(betweenNumbers)) {
    const several = part.length > 20 ? part.match(northAmericanNumbers) : null;
    for (const text of several !== null && several.length > 1 ? several : [part]) {
      const phone = phoneOf(text, country);
      if (phone !== null) found.push(phone);
    }
  }
  return found;
}
