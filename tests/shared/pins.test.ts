import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Pin } from '../../shared/matching.ts';
import { pinnedValue, pinOn, samePinned } from '../../shared/pins.ts';

const kinds = ['phone', 'email', 'domain'] as const;

describe('an identifier as a pin keeps it', () => {
  test.each<[Pin['kind'], string, string]>([
    ['phone', ' (415) 555-0134 ', '4155550134'],
    ['phone', '415.555.0134 ext. 12', '4155550134'],
    ['phone', '415-555-0134 x12', '4155550134'],
    ['phone', '+1 415 555 0134', '+14155550134'],
    ['phone', '1-415-555-0134', '+14155550134'],
    ['phone', '0049 30 123456', '+4930123456'],
    ['phone', 'ask Jo', ''],
    ['phone', '+', ''],
    ['email', ' Billing@Example.COM ', 'billing@example.com'],
    ['domain', 'https://www.Example.com/about?x=1', 'example.com'],
    ['domain', 'example.com.', 'example.com'],
    ['domain', 'jo@example.com', 'example.com'],
    ['domain', '', ''],
  ])('%s %j is kept as %j', (kind, written, kept) => {
    expect(pinnedValue(kind, written)).toBe(kept);
  });

  test('is the same when it is kept once more', () => {
    const piece = fc.constantFrom(
      'http://',
      'www.',
      'a.b',
      '@',
      '.',
      ' ',
      '+',
      '00',
      '1',
      '4155550134',
      ' x',
      'ext',
    );
    const text = fc.oneof(
      fc.string(),
      fc.array(piece).map((pieces) => pieces.join('')),
    );
    fc.assert(
      fc.property(fc.constantFrom(...kinds), text, (kind, written) => {
        const kept = pinnedValue(kind, written);
        expect(pinnedValue(kind, kept)).toBe(kept);
      }),
    );
  });
});

describe('two values', () => {
  test.each<[Pin['kind'], string, string, boolean]>([
    ['phone', '+49 30 123456', '030 123456', true],
    ['phone', '(415) 555-0134', '+1 415 555 0134', true],
    ['phone', '555-0134', '(415) 555-0134', false],
    ['phone', '+1 415 555 0134', '+44 415 555 0134', false],
    ['phone', '+49 30 123456', '3456', false],
    ['phone', 'none', 'n/a', false],
    ['email', 'a@example.com', 'A@Example.com', true],
    ['email', 'a@example.com', 'b@example.com', false],
  ])('%s %j and %j: the same is %s', (kind, one, other, same) => {
    expect(samePinned(kind, one, other)).toBe(same);
    expect(samePinned(kind, other, one)).toBe(same);
  });
});

test('the pin on a value is found however the value is written, and only of its kind', () => {
  const pin: Pin = { kind: 'domain', value: 'example.com', as: 'shared' };
  expect(pinOn([pin], 'domain', 'http://example.com')).toBe(pin);
  expect(pinOn([pin], 'email', 'example.com')).toBeUndefined();
  expect(pinOn([pin], 'domain', '')).toBeUndefined();
});
