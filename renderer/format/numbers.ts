const count = new Intl.NumberFormat();
const compact = new Intl.NumberFormat(undefined, { notation: 'compact', maximumFractionDigits: 0 });
const percent = new Intl.NumberFormat(undefined, { style: 'percent', maximumFractionDigits: 0 });
const share = new Intl.NumberFormat(undefined, { style: 'percent', maximumFractionDigits: 1 });
const amount = new Intl.NumberFormat(undefined, { minimumFractionDigits: 2, maximumFractionDigits: 2 });
const signed = new Intl.NumberFormat(undefined, {
  signDisplay: 'exceptZero',
  minimumFractionDigits: 1,
  maximumFractionDigits: 1,
});

/** A count with separators: "1,204". */
export function formatCount(value: number): string {
  return count.format(value);
}

/** A count in few figures, whole below ten thousand: "1,204", "12K". */
export function formatCompactCount(value: number): string {
  return value < 10_000 ? count.format(value) : compact.format(value);
}

/** A count with its noun: "1 link", "412 links". `plural` is given where adding "s" is not enough. */
export function formatCounted(value: number, singular: string, plural = `${singular}s`): string {
  return `${count.format(value)} ${value === 1 ? singular : plural}`;
}

/** A probability from 0 to 1 as whole percent; what is not quite certain is never rounded up to 100%. */
export function formatScore(score: number): string {
  return percent.format(score < 1 ? Math.min(score, 0.99) : score);
}

/** A share from 0 to 1 as percent with one decimal where it has one: "2.8%", "95%". */
export function formatShare(value: number): string {
  return share.format(value);
}

/** How far a rival is behind, in percentage points: "a tie", "under 1 point behind", "2 points behind", "95 points ahead". */
export function formatMargin(margin: number): string {
  if (margin === 0) return 'a tie';
  const where = margin < 0 ? 'ahead' : 'behind';
  const points = Math.round(Math.abs(margin) * 100);
  return points < 1 ? `under 1 point ${where}` : `${formatCounted(points, 'point')} ${where}`;
}

/** A weight in bits with its sign: "+7.1", "−2.6". */
export function formatBits(bits: number): string {
  return signed.format(bits).replace('-', '−');
}

/** An amount of money; its currency stands before it when the customer has one: "USD 1,240.00". */
export function formatMoney(value: number, currency: string): string {
  return currency === '' ? amount.format(value) : `${currency} ${amount.format(value)}`;
}

/** An amount of money without its currency, for a column: "1,240.00". */
export function formatAmount(value: number): string {
  return amount.format(value);
}

/**
 * The amount that a person typed, written as amounts are where the person is ("25,000.00", "25.000,00", "25 000,00") or
 * with whatever sign before its cents; null where it is none.
 */
export function readAmount(text: string, locale?: string): number | null {
  const { digits, group, decimal } = signsOf(locale);
  const plain = Array.from(text.trim(), (letter) => {
    const digit = digits.indexOf(letter);
    if (digit >= 0) return String(digit);
    // Whoever types a space or an apostrophe does not always type the one of the locale.
    const isLike = [/\s/, /['’]/].some((kind) => kind.test(group) && kind.test(letter));
    if (letter === group || isLike) return 'g';
    return letter === decimal ? 'd' : letter;
  }).join('');
  const whole = /^\d{1,3}(?:g\d{2,3})*g\d{3}(?:d\d*)?$/.test(plain) ? plain.replaceAll('g', '') : plain;
  const written = whole.replace(/^(\d+)d(\d*)$/, '$1.$2').replace(/^(\d+)(?:g|[.,])(\d{1,2})$/, '$1.$2');
  return /^\d+\.?\d*$/.test(written) ? Number(written) : null;
}

/** What a locale writes numbers with. */
function signsOf(locale?: string) {
  const parts = new Intl.NumberFormat(locale, { minimumFractionDigits: 1 }).formatToParts(1_234_567.8);
  const of = (type: Intl.NumberFormatPartTypes) => parts.find((part) => part.type === type)?.value ?? '';
  const digits = Array.from(
    new Intl.NumberFormat(locale, { useGrouping: false }).format(9_876_543_210),
  ).reverse();
  return { digits, group: of('group'), decimal: of('decimal') };
}
