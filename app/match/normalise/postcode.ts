const plus4 = /^(\d{4,5})-\d{4}$/;
const nineDigits = /^\d{9}$/;
/** "D-10115", "IL 62701": a country or a state before the digits. */
const before = /^[a-z]{1,2}[\s-]+(?=\d{4,5}\b)/;
const longest = 10;

/**
 * A postal code, folded, as both sides can be expected to have it: without blanks and signs, ZIP+4 without the four, and
 * without leading zeros or what a spreadsheet adds, since it takes codes for numbers ("02119" becomes 2119.0).
 */
export function normalPostcode(folded: string): string {
  if (folded === '') return '';
  let text = folded.trim();
  if (text.length > 5) {
    if (text.endsWith('.0')) text = text.slice(0, -2);
    text = text.replace(before, '');
    text =
      plus4.exec(text)?.[1] ?? (nineDigits.test(text) ? text.slice(0, 5) : text.replace(/[^a-z0-9]/g, ''));
  } else if (text.includes(' ') || text.includes('-')) text = text.replace(/[^a-z0-9]/g, '');
  let start = 0;
  while (start < text.length - 1 && text.charCodeAt(start) === 48) start += 1;
  return text.slice(start, start + longest);
}
