import { describe, expect, test } from 'vitest';
import {
  formatBits,
  formatCompactCount,
  formatCounted,
  formatMargin,
  formatMoney,
  formatScore,
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
