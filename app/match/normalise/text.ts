import anyAscii from 'any-ascii';

/** No real name, street or city is longer; what comes after is not read, so that one field cannot stall a run. */
const longestText = 300;

const onlyAscii = /^[\x20-\x7e]*$/;
/** Accents that NFKD has split off, and marks without width. */
const unspoken = /[\u0300-\u036f\u200b-\u200f\u2060\ufeff]/g;
/** Control characters, emoji, and what a damaged file leaves. */
const symbols = /[\p{Cc}\p{Extended_Pictographic}\u{1f1e6}-\u{1f1ff}\ufe0f\ufffd]/gu;

/**
 * The text in lower-case ASCII: compatibility forms unified (NFKD), accents dropped, other scripts transliterated
 * (any-ascii), emoji and lone surrogates gone. At most 300 characters are read.
 */
export function fold(text: string): string {
  const head = text.length > longestText ? text.slice(0, longestText) : text;
  if (onlyAscii.test(head)) return head.toLowerCase();
  const spoken = head.toWellFormed().replace(symbols, ' ').normalize('NFKD').replace(unspoken, '');
  return anyAscii(spoken).toLowerCase();
}

const apostrophe = /(?<=[a-z])['`?](?=s\b|[a-z])/g;
const dottedInitials = /\b(?:[a-z]\.){2,}/g;
const word = /[a-z0-9]+/g;

/** The words of a folded text, in order: "j.p. o'neil's shop" gives jp, oneils, shop. */
export function wordsOf(folded: string): string[] {
  const joined = folded
    .replace(apostrophe, '')
    .replace(dottedInitials, (initials) => `${initials.replaceAll('.', '')} `);
  return joined.match(word) ?? [];
}
