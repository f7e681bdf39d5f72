import {
  cardinalWords,
  ordinalWords,
  possibleUnitWords,
  roadWords,
  streetWords,
  unitWords,
} from './street-words.ts';
import { wordsOf } from './text.ts';

/** House number, street and unit of an address line; `street` is `['pobox']` and `number` the box's for a post-office box. */
export interface Street {
  readonly number: string;
  readonly street: string[];
  readonly unit: string;
}

const box =
  /\b(?:p\.? ?o\.? ?b(?:ox)?\b|post office box\b|postfach\b|apartado\b|apdo\b|casilla\b|gpo box\b|locked bag\b|bp(?= ?\d)|^box(?= ?\d))\W*(\w+)/;
const mayBeBox = /box|\bp\.? ?o\.? ?b|post|apartado|apdo|casilla|locked|\bbp/;
const houseNumber = /^\d+[a-z]?$/;
const ordinal = /^(\d+)(?:st|nd|rd|th)$/;
const unitNumber = /^(?:\d+[a-z]?|[a-z]\d*|\d+(?:st|nd|rd|th))$/;
/** "12-14 Main St", and "5/12 Oak St" for unit 5 of number 12. */
const range = /(?<![\w-])(\d+)[a-z]?\s?-\s?(\d+)[a-z]?(?![\w-])/;
const unitBefore = /^\s*(\d+[a-z]?)\s?\/\s?(\d+[a-z]?)\b/;
const fraction = /(?<=\d)\s+[13]\/[234]\b/;
const mostStreetWords = 10;
const longestRange = 100;

const startsWithDigit = (word: string): boolean => {
  const code = word.charCodeAt(0);
  return code >= 48 && code <= 57;
};

function withoutZeros(number: string): string {
  return number.startsWith('0') ? number.replace(/^0+(?=\d)/, '') : number;
}

/** The first number of a range; a number with a hyphen that is none, as in Queens, in one piece. */
function withoutRange(line: string): string {
  return line.replace(range, (_, from: string, to: string) => {
    const size = Number(to) - Number(from);
    return size > 0 && size <= longestRange && to.length >= from.length ? from : from + to;
  });
}

function standard(word: string): string {
  const full = streetWords.get(word) ?? ordinalWords.get(word);
  if (full !== undefined) return full;
  if (startsWithDigit(word)) return ordinal.exec(word)?.[1] ?? word;
  return word.endsWith('strasse') ? word.slice(0, -4) : word;
}

/** Takes the unit out of the words: its number, `''` if there is none. */
function takeUnit(words: string[]): string {
  for (let at = 0; at < words.length; at += 1) {
    const word = words[at] ?? '';
    const possible = possibleUnitWords.has(word);
    if (!possible && !unitWords.has(word)) continue;
    const next = words[at + 1];
    const before = words[at - 1];
    if (word === 'floor' || word === 'fl' || word === 'level') {
      const numbered =
        before === undefined ? undefined : (ordinal.exec(before)?.[1] ?? ordinalWords.get(before));
      if (numbered !== undefined) {
        words.splice(at - 1, 2);
        return numbered;
      }
    }
    if (next === undefined) {
      if (at > 1) words.length = at;
      continue;
    }
    if (at === 0 && (words.length < 3 || !unitNumber.test(next))) continue;
    if (unitNumber.test(next) || (!possible && at > 1)) {
      words.splice(at, at === 0 ? 2 : words.length - at);
      return withoutZeros(ordinal.exec(next)?.[1] ?? next);
    }
  }
  return '';
}

/** The numbers of roads in one form: "US-1", "Highway 1" and "State Route 1" are highway, 1. */
function withRoads(street: string[]): string[] {
  for (let at = 0; at + 1 < street.length; at += 1) {
    if (!roadWords.has(street[at] ?? '') || !startsWithDigit(street[at + 1] ?? '')) continue;
    const from = at > 0 && /^(?:us|state|s|county|co)$/.test(street[at - 1] ?? '') ? at - 1 : at;
    return [...street.slice(0, from), 'highway', ...street.slice(at + 1)];
  }
  return street;
}

function houseNumberAt(words: readonly string[]): number {
  for (let at = 0; at < words.length; at += 1) {
    const word = words[at] ?? '';
    if (!startsWithDigit(word) || !houseNumber.test(word)) continue;
    const before = at === 0 ? '' : (words[at - 1] ?? '');
    if (before === '' || !roadWords.has(streetWords.get(before) ?? before)) return at;
  }
  return -1;
}

/** "12oak" has lost its blank; "5th" and "12b" have not. */
const mayBeGlued = /\d[a-z]{3}/;
const gluedNumber = /^(\d+)([a-z]{3,})$/;

function parsed(line: string): Street {
  let unit = '';
  let text = line.includes('#') ? line.replace(/#\s*/g, ' unit ') : line;
  if (text.includes('/')) {
    text = text.replace(fraction, '').replace(unitBefore, (_, flat: string, number: string) => {
      unit = flat;
      return number;
    });
  }
  if (text.includes('-')) text = withoutRange(text);
  const words = mayBeGlued.test(text)
    ? wordsOf(text).flatMap((word) => gluedNumber.exec(word)?.slice(1) ?? [word])
    : wordsOf(text);
  unit = takeUnit(words) || unit;
  const at = houseNumberAt(words);
  let number = at === -1 ? '' : (words[at] ?? '');
  const street: string[] = [];
  for (let index = 0; index < words.length; index += 1) {
    if (index !== at) street.push(standard(words[index] ?? ''));
  }
  const [first = ''] = words;
  if (at === -1 && street.length > 2) {
    number = cardinalWords.get(first) ?? '';
    if (number !== '') street.shift();
  }
  const named = number === '' ? street.filter((word) => !/^(?:and|at|corner|cnr|of)$/.test(word)) : street;
  if (named.length > mostStreetWords) named.length = mostStreetWords;
  return { number: withoutZeros(number), street: withRoads(named), unit };
}

const hasDigit = /\d/;
const unitLine =
  /^\s*(?:#|(?:apt|apartment|unit|suite|ste|room|rm|flat|floor|fl|level|shop|bldg|building)\b)\W*(\w+)\s*$/;
const floorLine = /^\s*(\d+)(?:st|nd|rd|th) (?:floor|fl)\s*$/;

/** Reads the lines of a street, folded. Of several the first with a number counts that is no box and no unit. */
export function normalStreet(folded: string): Street {
  if (folded === '') return { number: '', street: [], unit: '' };
  const boxed = mayBeBox.test(folded) ? box.exec(folded) : null;
  if (boxed === null && !/[;,]/.test(folded)) return parsed(folded);
  let unit = '';
  const lines: string[] = [];
  for (const line of folded.split(/\s*[;,]\s*/)) {
    const own = unitLine.exec(line) ?? floorLine.exec(line);
    if (own?.[1] !== undefined) unit ||= withoutZeros(own[1]);
    else if (line !== '' && !(mayBeBox.test(line) && box.test(line))) lines.push(line);
  }
  const line = lines.find((one) => hasDigit.test(one)) ?? (boxed === null ? lines[0] : undefined);
  if (line !== undefined) {
    const street = parsed(line);
    return unit === '' || street.unit !== '' ? street : { ...street, unit };
  }
  if (boxed !== null) return { number: withoutZeros(boxed[1] ?? ''), street: ['pobox'], unit };
  return unit === '' ? { number: '', street: [], unit } : parsed(folded);
}
