import { describe, expect, test } from 'vitest';
import { isOwn } from '../../../main/browser/guard.ts';

const own = { host: '127.0.0.1:4000', origin: 'http://127.0.0.1:4000' };

describe('who may call the browser door', () => {
  test('its own page', () => {
    expect(isOwn(own, 4000, true)).toBe(true);
  });

  test('the opening of the page itself, which has no Origin', () => {
    expect(isOwn({ host: own.host, origin: undefined }, 4000, false)).toBe(true);
    expect(isOwn({ host: own.host, origin: undefined }, 4000, true)).toBe(false);
  });

  test.each([
    [
      'a name pointed at this machine (DNS rebinding)',
      { host: 'evil.example:4000', origin: 'http://evil.example:4000' },
    ],
    ['a foreign page', { ...own, origin: 'https://evil.example' }],
    ['a page of another program on this machine', { ...own, origin: 'http://127.0.0.1:5000' }],
    ['a page without an origin of its own', { ...own, origin: 'null' }],
    ['localhost by name', { host: 'localhost:4000', origin: 'http://localhost:4000' }],
    ['no Host at all', { host: undefined, origin: own.origin }],
  ])('not %s', (_who, caller) => {
    expect(isOwn(caller, 4000, false)).toBe(false);
  });
});
