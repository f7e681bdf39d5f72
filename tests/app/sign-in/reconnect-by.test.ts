import fc from 'fast-check';
import { expect, test } from 'vitest';
import { reconnectBy } from '../../../app/sign-in/reconnect-by.ts';

const day = 24 * 3_600_000;
const since = '2026-01-10T00:00:00.000Z';

test.each([
  ['just signed in: in 100 days', since, null, '2026-04-20T00:00:00.000Z'],
  ['renewed: 100 days from then', '2026-03-01T00:00:00.000Z', null, '2026-06-09T00:00:00.000Z'],
  ['as long as Intuit says', since, 30 * 86_400, '2026-02-09T00:00:00.000Z'],
  [
    'five years after the sign-in at the latest',
    '2031-01-01T00:00:00.000Z',
    null,
    '2031-01-10T00:00:00.000Z',
  ],
])('%s', (_case, renewedAt, refreshSeconds, expected) => {
  expect(reconnectBy({ since, renewedAt, refreshSeconds }).toISOString()).toBe(expected);
});

test('a renewal never brings the day nearer, and never moves it past five years', () => {
  const moments = fc
    .integer({ min: 0, max: 5 * 366 })
    .map((days) => new Date(Date.parse(since) + days * day));
  fc.assert(
    fc.property(moments, moments, (one, other) => {
      const [first, second] = one <= other ? [one, other] : [other, one];
      const by = (at: Date) => reconnectBy({ since, renewedAt: at.toISOString(), refreshSeconds: null });
      expect(by(second) >= by(first)).toBe(true);
      expect(by(second) <= new Date('2031-01-10T00:00:00.000Z')).toBe(true);
    }),
  );
});
