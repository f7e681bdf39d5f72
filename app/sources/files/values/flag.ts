const YES = new Set(['true', 'yes', 'y', '1', 'x', 'active', 'wahr', 'ja', 'vrai', 'oui']);
const NO = new Set([
  'false',
  'no',
  'n',
  '0',
  'inactive',
  'not-active',
  'notactive',
  'falsch',
  'nein',
  'faux',
  'non',
]);

/** A yes or no as services and Excel write it; null for anything else. */
export function parseFlag(text: string): boolean | null {
  const word = text.trim().toLowerCase().replace(/\s+/g, '-');
  if (YES.has(word)) return true;
  return NO.has(word) ? false : null;
}
