import anyAscii from 'any-ascii';

/** No real name, street or city is longer; what comes after is not read, so that one field cannot stall a run. */
const longestText = 300;

const onlyAscii = /^[\x20-\x7e]*$/;
/** Accents that NFKD has split off, and marks without width. */
const unspoken = /[\u0300-\u036f\u200b-\u200f\u2060\ufeff]/g;
/** Control characters, emoji, and what a damaged file leaves. */
const symbols = /[\p{Cc}\p{Extended_Pictographic}\u{1f1e6}-\u{1f1ff}\ufe0f\ufffd]/gu;

function transliterated(text: string): string {
  const spoken = text.toWellFormed().replace(symbols, ' ').normalize('NFKD').replace(unspoken, '');
  return anyAscii(spoken).toLowerCase();
}

/** Below are the scripts that are written with blanks; folding works on each of their characters by itself. */
const firstIdeographic = 0x3000;
const foldedCharacters: (string | undefined)[] = new Array<undefined>(firstIdeographic);

/**
 * The text in lower-case ASCII: compatibility forms unified (NFKD), accents dropped, other scripts transliterated
 * (any-ascii), emoji and lone surrogates gone. At most 300 characters are read.
 */
export function fold(text: string): string {
  const head = text.length > longestText ? text.slice(0, longestText) : text;
  if (onlyAscii.test(head)) return head.toLowerCase();
  let folded = '';
  for (let at = 0; at < head.length; at += 1) {
    const code = head.charCodeAt(at);
    if (code >= firstIdeographic) return transliterated(head);
    let character = foldedCharacters[code];
    if (character === undefined) {
      character = transliterated(head.charAt(at));
      foldedCharacters[code] = character;
    }
    folded += character;
  }
  return folded;
}

/** A text of signs alone ("🍕") spelled out, so that it is not taken for nothing; `''` if there is nothing to spell. */
export function spellSigns(text: string): string {
  return anyAscii(text.slice(0, longestText).toWellFormed())
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();
}

const letter = 1;
const digit = 2;
const apostrophe = 4;
const dot = 8;
const ampersand = 16;
const kinds = new Uint8Array(128);
for (const character of 'abcdefghijklmnopqrstuvwxyz') kinds[character.charCodeAt(0)] = letter;
for (const character of '0123456789') kinds[character.charCodeAt(0)] = digit;
for (const character of "'`?") kinds[character.charCodeAt(0)] = apostrophe;
for (const character of '&+') kinds[character.charCodeAt(0)] = ampersand;
kinds['.'.charCodeAt(0)] = dot;

function kindAt(text: string, at: number): number {
  return kinds[text.charCodeAt(at)] ?? 0;
}

/** Where the letters of "i.b.m." that stand at `start` end; `start` if there are less than two. */
function endOfInitials(text: string, start: number): number {
  let at = start;
  let count = 0;
  while (kindAt(text, at) === letter && kindAt(text, at + 1) === dot) {
    count += 1;
    at += 2;
  }
  if (count > 0 && kindAt(text, at) === letter && (kindAt(text, at + 1) & (letter | digit)) === 0) {
    count += 1;
    at += 1;
  }
  return count > 1 ? at : start;
}

/** Where the letters after a sign end that are one or two and joined to those before it ("at&t"); else `start`. */
function endOfJoined(text: string, start: number): number {
  let at = start;
  while (kindAt(text, at) === letter) at += 1;
  const size = at - start;
  if (size === 0 || size > 2 || (kindAt(text, at) & digit) !== 0) return start;
  return size === 2 && text.startsWith('co', start) ? start : at;
}

/**
 * The words of a folded text, in order: "j.p. o'neil's shop" gives jp, oneils, shop. Initials with dots and letters
 * around a tight `&` are one word (ibm, att); a list for `initials` gets the words that had dots.
 */
export function wordsOf(folded: string, initials?: string[]): string[] {
  const words: string[] = [];
  const { length } = folded;
  let start = -1;
  let before = '';
  for (let at = 0; at <= length; at += 1) {
    const kind = at === length ? 0 : kindAt(folded, at);
    if ((kind & (letter | digit)) !== 0) {
      if (start < 0) start = at;
      continue;
    }
    if (start < 0) continue;
    if (kind === dot && at - start === 1 && before === '') {
      const end = endOfInitials(folded, start);
      if (end > start) {
        const word = folded.slice(start, end).replaceAll('.', '');
        words.push(word);
        initials?.push(word);
        start = -1;
        at = end - 1;
        continue;
      }
    }
    const joins =
      (kind === apostrophe && kindAt(folded, at - 1) === letter && kindAt(folded, at + 1) === letter) ||
      (kind === ampersand && at - start <= 2 && before === '' && endOfJoined(folded, at + 1) > at + 1);
    if (joins) {
      before += folded.slice(start, at);
      start = at + 1;
      continue;
    }
    words.push(before === '' ? folded.slice(start, at) : before + folded.slice(start, at));
    before = '';
    start = -1;
  }
  return words;
}
