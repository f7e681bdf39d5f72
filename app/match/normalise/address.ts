import type { Address } from '#shared/records.ts';
import { regionCode } from './regions.ts';
import { ordinalWords, streetWords, unitWords } from './street-words.ts';
import { fold, wordsOf } from './text.ts';

/**
 * An address ready to compare. `number` is the house or post-office-box number, `street` the words of its street
 * (`['pobox']` for a box); `postcode` has five digits in the United States and no leading zeros anywhere, since
 * spreadsheets lose them. Unknown parts are empty.
 */
export interface NormalAddress {
  readonly number: string;
  readonly street: readonly string[];
  readonly city: readonly string[];
  readonly region: string;
  readonly postcode: string;
}

const box = /\b(?:p\.? ?o\.? ?box|post office box|postfach|apartado|casilla|gpo box|locked bag)\W*(\w+)/;
const houseNumber = /^\d+[a-z]?$/;
const ordinal = /^(\d+)(?:st|nd|rd|th)$/;
/** "…, Springfield IL 62701" at the end of a street that holds the whole address. */
const placeInStreet = /,\s*([a-z .'-]+?)[,\s]+([a-z]{2})\.?\s+(\d{5})(?:-\d{4})?\s*(?:,.*)?$/;

const inPlaceNames: ReadonlyMap<string, string> = new Map([
  ['st', 'saint'],
  ['ste', 'sainte'],
  ['ft', 'fort'],
  ['mt', 'mount'],
  ['n', 'north'],
  ['s', 'south'],
  ['e', 'east'],
  ['w', 'west'],
]);

function streetLine(lines: readonly string[]): { number: string; street: string[] } {
  const pobox = box.exec(lines.join(' '));
  const line =
    lines.find((text) => /\d/.test(text) && !box.test(text)) ?? (pobox === null ? lines[0] : undefined);
  if (line === undefined)
    return pobox === null ? { number: '', street: [] } : { number: pobox[1] ?? '', street: ['pobox'] };
  const words = wordsOf(line);
  const first = words.findIndex((word) => houseNumber.test(word));
  const number = first === -1 ? '' : (words[first] ?? '');
  const rest = words.filter((_, index) => index !== first);
  const unit = rest.findIndex((word, index) => index > 0 && unitWords.has(word));
  const named = (unit === -1 ? rest : rest.slice(0, unit)).map((word) => {
    const numbered = ordinal.exec(word)?.[1];
    return numbered ?? ordinalWords.get(word) ?? streetWords.get(word) ?? word;
  });
  return { number: number.replace(/^0+(?=\d)/, ''), street: named.slice(0, 10) };
}

/** Canadian and British codes keep their letters; ZIP+4 loses the four; leading zeros go. */
function normalPostcode(folded: string): string {
  const plus4 = /^(\d{5})-?\d{4}$/.exec(folded.trim());
  const text = plus4?.[1] ?? folded.replace(/[^a-z0-9]/g, '');
  return text.replace(/^0+(?=.)/, '').slice(0, 10);
}

/** An address as exported, ready to compare; null when nothing of it is known. */
export function normalAddress(address: Address): NormalAddress | null {
  const street = fold(address.street.replaceAll('\n', ' ; '));
  const found = address.city === '' && address.postalCode === '' ? placeInStreet.exec(street) : null;
  const lines = (found === null ? street : street.slice(0, found.index))
    .split(/\s*[;,]\s*/)
    .filter((line) => line !== '');
  const city = wordsOf(found?.[1] ?? fold(address.city)).map((word) => inPlaceNames.get(word) ?? word);
  const region = regionCode(found?.[2] ?? fold(address.region));
  const postcode = normalPostcode(found?.[3] ?? fold(address.postalCode));
  const parts = { ...streetLine(lines), city: city.slice(0, 6), region, postcode };
  const empty =
    parts.number === '' && parts.street.length === 0 && city.length === 0 && region === '' && postcode === '';
  return empty ? null : parts;
}
