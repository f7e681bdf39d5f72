const SHAPE = /^(?:[A-Z]{3}\s)?[\p{Sc}\s]*[.,]?\d[\d.,'\s]*[\p{Sc}\s]*(?:[A-Z]{3})?$/u;

/**
 * An amount as people export it: `1,234.50`, `$1,234.50`, `(1,234.50)`, `-12`, `1.234,50`, `1 234,50 €`, `USD 12`.
 * The later of two different separators is the decimal one; a lone comma before exactly three digits groups
 * thousands. Null for what is no amount.
 */
export function parseAmount(text: string): number | null {
  const trimmed = text.trim().replace(/\u2212/g, '-');
  const bare = trimmed
    .replace(/^\((.*)\)$/, '$1')
    .replace(/^((?:[A-Z]{3}\s)?[\p{Sc}\s]*)-/u, '$1')
    .replace(/-$/, '')
    .trim();
  if (!SHAPE.test(bare)) return null;
  const digits = bare.replace(/[^\d.,]/g, '');
  const decimal = decimalSeparator(digits);
  const plain = [...digits].map((sign, at) => (/\d/.test(sign) ? sign : at === decimal ? '.' : '')).join('');
  const value = Number(plain);
  if (!Number.isFinite(value)) return null;
  return bare.length < trimmed.length && value !== 0 ? -value : value;
}

/** Where the decimal separator is, -1 where there is none. */
function decimalSeparator(digits: string): number {
  const comma = digits.lastIndexOf(',');
  const point = digits.lastIndexOf('.');
  const last = Math.max(comma, point);
  if (last === -1 || (comma !== -1 && point !== -1)) return last;
  const separator = digits[last] ?? '';
  if (digits.indexOf(separator) !== last) return -1;
  return separator === ',' && digits.length - last === 4 ? -1 : last;
}
