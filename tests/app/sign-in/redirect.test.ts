import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isRedirect, readRedirect } from '../../../app/sign-in/redirect.ts';

const addressWith = (query: Record<string, string>) =>
  new URL(`http://localhost:8416/callback?${new URLSearchParams(query)}`);

describe('the answer in an address', () => {
  test('is used with its own state and with no other', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1 }), fc.string(), fc.string(), (state, given, code) => {
        const url = addressWith({ code, state: given });
        if (given === state) expect(readRedirect(url, state)).toMatchObject({ kind: 'code', code });
        else
          expect(() => readRedirect(url, state)).toThrow(expect.objectContaining({ code: 'sign-in-state' }));
      }),
    );
  });

  test('is refused without its state even when it is an error', () => {
    const url = addressWith({ error: 'access_denied', state: 'other' });
    expect(() => readRedirect(url, 'mine')).toThrow(expect.objectContaining({ code: 'sign-in-state' }));
  });

  test('is a refusal when it holds an error, whatever else it holds', () => {
    const url = addressWith({ error: 'access_denied', error_description: 'no', code: 'c', state: 's' });
    expect(readRedirect(url, 's')).toEqual({ kind: 'refused', error: 'access_denied', description: 'no' });
  });

  test('names the company where the service does', () => {
    expect(readRedirect(addressWith({ code: 'c', state: 's', realmId: '12' }), 's')).toEqual({
      kind: 'code',
      code: 'c',
      realmId: '12',
    });
  });

  test.each([
    [{ code: 'c' }, false],
    [{ state: 's' }, false],
    [{ state: 's', code: 'c' }, true],
    [{ state: 's', error: 'e' }, true],
  ])('is there or not: %j', (query, expected) => {
    expect(isRedirect(addressWith(query as Record<string, string>))).toBe(expected);
  });
});
