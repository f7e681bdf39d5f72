/**
 * Salesforce record ids: 15 case-sensitive characters, or 18 with a suffix that makes them safe to compare without
 * case. Source: "What are Salesforce ID formats", Salesforce Help.
 */
const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ012345';
const base62 = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';

/** The three-character suffix of a 15-character id: one character says which of five are capitals. */
export function caseSuffix(id15: string): string {
  return [0, 5, 10]
    .map((start) => {
      const bits = [...id15.slice(start, start + 5)].map((char, index) =>
        char >= 'A' && char <= 'Z' ? 1 << index : 0,
      );
      return alphabet.charAt(bits.reduce((sum, bit) => sum + bit, 0));
    })
    .join('');
}

/**
 * The 18-character form of an id in either form, its capitals restored from the suffix as Salesforce does;
 * null when it is no id or its suffix is wrong.
 */
export function toId18(id: string): string | null {
  if (/^[0-9A-Za-z]{15}$/.test(id)) return id + caseSuffix(id);
  if (!/^[0-9A-Za-z]{15}[A-Za-z0-5]{3}$/.test(id)) return null;
  const suffix = id.slice(15).toUpperCase();
  const restored = withCapitals(id.slice(0, 15), suffix);
  return caseSuffix(restored) === suffix ? restored + suffix : null;
}

/** The id of the n-th record of a kind: key prefix, the organisation's part, and the number in base 62. */
export function idOf(keyPrefix: string, number: number): string {
  let digits = '';
  for (let rest = number; rest > 0; rest = Math.floor(rest / 62)) digits = base62.charAt(rest % 62) + digits;
  const id15 = `${keyPrefix}Hs00000${digits.padStart(5, '0')}`;
  return id15 + caseSuffix(id15);
}

function withCapitals(id15: string, suffix: string): string {
  return [...id15]
    .map((char, index) => {
      const bits = alphabet.indexOf(suffix.charAt(Math.floor(index / 5)));
      return bits & (1 << (index % 5)) ? char.toUpperCase() : char.toLowerCase();
    })
    .join('');
}
