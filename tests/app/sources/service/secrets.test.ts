import fc from 'fast-check';
import { expect, test } from 'vitest';
import { withoutSecrets } from '../../../../app/sources/service/secrets.ts';

test('no secret is left, wherever it stands and however often', () => {
  const secret = fc.stringMatching(/^[A-Za-z0-9!.]{8,40}$/);
  fc.assert(
    fc.property(fc.array(fc.string()), secret, (parts, token) => {
      expect(withoutSecrets(parts.join(token), [token])).not.toContain(token);
    }),
  );
});

test('a text without secrets stays as it is, and a blank secret is none', () => {
  expect(withoutSecrets('Session expired or invalid', ['', 'token-1'])).toBe('Session expired or invalid');
});
