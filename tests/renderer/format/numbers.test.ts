import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  formatBits,
  formatCompactCount,
  formatCounted,
  formatMargin,
  formatMoney,
  formatScore,
  readAmount,
} from '../../../renderer/format/numbers.ts';

// As the machine that runs the tests writes them.
const count = new Intl.NumberFormat();
const percent = new Intl.NumberFormat(undefined, { style: 'percent' });
const amount = new Intl.NumberFormat(undefined, { minimumFractionDigits: 2 });
const tenth = new Intl.NumberFormat(undefined, { minimumFractionDigits: 1 });

describe('numbers as people read them', () => {
  test('a count beside others is whole while it is short', () => {
    const compact = new Intl.NumberFormat(undefined, { notation: 'compact', maximumFractionDigits: 0 });
    expect([0, 9_999].map(formatCompactCount)).toEqual([0, 9_999].map((value) => count.format(value)));
    expect(formatCompactCount(12_345)).toBe(compact.format(12_345));
  });

  test('a score is whole percent, and never 100% while it is not certain', () => {
    expect([0, 0.414, 0.97, 0.9999, 1].map(formatScore)).toEqual(
      [0, 0.41, 0.97, 0.99, 1].map((share) => percent.format(share)),
    );
  });

  test('a count agrees with its noun', () => {
    expect(formatCounted(1, 'link')).toBe('1 link');
    expect(formatCounted(1204, 'link')).toBe(`${count.format(1204)} links`);
    expect(formatCounted(0, 'match', 'matches')).toBe('0 matches');
  });

  test('bits carry their sign', () => {
    expect([7.06, -2.6, 0].map(formatBits)).toEqual([
      `+${tenth.format(7.1)}`,
      `−${tenth.format(2.6)}`,
      tenth.format(0),
    ]);
  });

  test('a rival is so many points behind or ahead, or it is a tie', () => {
    expect([0, 0.004, 0.01, 0.021, -0.004, -0.95].map(formatMargin)).toEqual([
      'a tie',
      'under 1 point behind',
      '1 point behind',
      '2 points behind',
      'under 1 point ahead',
      '95 points ahead',
    ]);
  });

  test('money names its currency', () => {
    expect(formatMoney(1240, 'USD')).toBe(`USD ${amount.format(1240)}`);
    expect(formatMoney(0.5, '')).toBe(amount.format(0.5));
  });
});

describe('an amount that is typed', () => {
  test.each([
    ['en-US', '25,000', 25_000],
    ['en-US', '25000.5', 25_000.5],
    ['en-US', '25,5', 25.5],
    ['de-DE', '25.000,00', 25_000],
    ['de-DE', '25.000', 25_000],
    ['de-DE', '25000.50', 25_000.5],
    ['fr-FR', '25 000,00', 25_000],
    ['de-CH', '25’000.00', 25_000],
    ['en-IN', '12,34,567.00', 1_234_567],
    ['ar-EG', '٢٥٬٠٠٠٫٥', 25_000.5],
  ])('is read as %s writes it: %s', (locale, text, value) => {
    expect(readAmount(text, locale)).toBe(value);
  });

  test.each(['', 'much', '-5', '1.2.3', '1,2345', '12,345,6'])('is none: "%s"', (text) => {
    expect(readAmount(text, 'en-US')).toBeNull();
  });

  test('is what was shown, wherever one is', () => {
    const locales = fc.constantFrom('en-US', 'en-IN', 'de-DE', 'de-CH', 'fr-FR', 'pl-PL', 'ar-EG', 'hi-IN');
    fc.assert(
      fc.property(locales, fc.integer({ min: 0, max: 1e11 }), (locale, cents) => {
        const digits = { minimumFractionDigits: 2, maximumFractionDigits: 2 };
        const shown = new Intl.NumberFormat(locale, digits).format(cents / 100);
        expect(readAmount(shown, locale)).toBeCloseTo(cents / 100, 2);
      }),
    );
  });
});
