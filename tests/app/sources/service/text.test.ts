import fc from 'fast-check';
import { expect, test } from 'vitest';
import { textOf, utcTime } from '../../../../app/sources/service/text.ts';

test.each([
  ['2026-01-02T03:04:05.000+0000', '2026-01-02T03:04:05.000Z'],
  ['2026-01-02T03:04:05-07:00', '2026-01-02T10:04:05.000Z'],
  ['2026-01-02T03:04:05+0530', '2026-01-01T21:34:05.000Z'],
  ['2026-01-02T03:04:05.678Z', '2026-01-02T03:04:05.678Z'],
  ['', ''],
  ['yesterday', 'yesterday'],
])('the time %s is %s', (written, utc) => {
  expect(utcTime(written)).toBe(utc);
});

test('a time stays the same moment when read a second time', () => {
  fc.assert(
    fc.property(fc.date({ noInvalidDate: true, min: new Date(0) }), (date) => {
      const written = date.toISOString().replace('Z', '+0000');
      expect(utcTime(utcTime(written))).toBe(date.toISOString());
    }),
  );
});

test('what is not a text has one, and what is nothing is blank', () => {
  expect(['a', 7, 0, true, null, undefined, {}].map(textOf)).toEqual(['a', '7', '0', 'true', '', '', '']);
});
