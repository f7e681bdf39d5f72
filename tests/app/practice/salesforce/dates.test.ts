import fc from 'fast-check';
import { expect, test } from 'vitest';
import { salesforceTime, stampAfter, timeValue } from '#app/practice/salesforce/dates.ts';

const times = fc.date({ min: new Date('2000-01-01'), max: new Date('2090-01-01'), noInvalidDate: true });

test('times are written to the second with +0000', () => {
  expect(salesforceTime(new Date('2026-11-23T09:08:07.654Z'))).toBe('2026-11-23T09:08:07.000+0000');
});

test.each([
  ['2026-11-23T09:00:00.000+0000', '2026-11-23T09:00:00Z'],
  ['2026-11-23T09:00:00Z', '2026-11-23T09:00:00Z'],
  ['2026-11-23T02:00:00-07:00', '2026-11-23T09:00:00Z'],
  ['2026-11-23', '2026-11-23T00:00:00Z'],
])('%s is read as %s', (text, same) => {
  expect(timeValue(text)).toBe(Date.parse(same));
});

test('a stamp is always later than the one before, even within one second or with a clock that was put back', () => {
  fc.assert(
    fc.property(times, times, (before, now) => {
      const former = salesforceTime(before);
      expect(timeValue(stampAfter(former, now))).toBeGreaterThan(timeValue(former));
    }),
  );
});

test('the first stamp is the time itself', () => {
  expect(stampAfter('', new Date('2026-11-23T09:08:07.654Z'))).toBe('2026-11-23T09:08:07.000+0000');
});
