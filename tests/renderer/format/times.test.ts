import { describe, expect, test } from 'vitest';
import {
  formatBriefMoment,
  formatDuration,
  formatMoment,
  formatSeconds,
} from '../../../renderer/format/times.ts';

// As the machine that runs the tests writes them; what is tested is which of them is chosen.
const clock = new Intl.DateTimeFormat(undefined, { hour: 'numeric', minute: '2-digit' });
const day = new Intl.DateTimeFormat(undefined, { year: 'numeric', month: 'short', day: 'numeric' });
const dayOfMonth = new Intl.DateTimeFormat(undefined, { month: 'short', day: 'numeric' });

const now = new Date(2026, 10, 23, 12, 0);
const at = (...parts: [number, number, number, number, number]) => new Date(...parts).toISOString();

describe('moments as people say them', () => {
  test('today, yesterday, or the day', () => {
    const [today, yesterday, earlier] = [
      at(2026, 10, 23, 9, 12),
      at(2026, 10, 22, 17, 40),
      at(2026, 10, 3, 9, 12),
    ];
    expect(formatMoment(today, now)).toBe(`today ${clock.format(new Date(today))}`);
    expect(formatMoment(yesterday, now)).toBe(`yesterday ${clock.format(new Date(yesterday))}`);
    const date = new Date(earlier);
    expect(formatMoment(earlier, now)).toBe(`${day.format(date)}, ${clock.format(date)}`);
  });

  test('in few letters', () => {
    const [today, yesterday] = [at(2026, 10, 23, 9, 12), at(2026, 10, 22, 9, 12)];
    expect(formatBriefMoment(today, now)).toBe(clock.format(new Date(today)));
    expect(formatBriefMoment(yesterday, now)).toBe(dayOfMonth.format(new Date(yesterday)));
  });

  test('what is no moment is shown as it is', () => {
    expect(formatMoment('soon', now)).toBe('soon');
    expect(formatBriefMoment('soon', now)).toBe('soon');
  });
});

test('seconds for a column have one decimal each', () => {
  const tenth = new Intl.NumberFormat(undefined, { minimumFractionDigits: 1 });
  expect([0.65, 3.323, 12].map(formatSeconds)).toEqual([0.7, 3.3, 12].map((value) => tenth.format(value)));
});

test('durations as people say them', () => {
  expect([200, 41_000, 89_000, 170_000, 7_200_000].map(formatDuration)).toEqual([
    'under 1 s',
    '41 s',
    '89 s',
    'about 3 min',
    'about 2 h',
  ]);
});
