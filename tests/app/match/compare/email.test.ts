import { describe, expect, test } from 'vitest';
import { levelOf } from './level-of.ts';

describe('e-mail addresses', () => {
  test.each([
    [['jo@acme.com'], 'JO@ACME.COM', 'same'],
    [['x@y.com', 'jo@acme.com'], 'ap@b.com; jo@acme.com', 'same'],
    [['jo+qb@acme.com'], 'jo@acme.com', 'same'],
    [['quentin@acme.com'], 'wilma@acme.com', 'same-domain'],
    [['jonathan.quimby@acme.com'], 'jonathan.quinby@acme.com', 'near'],
    [['j.quimby@acme.com'], 'j.quimby@zephyr.org', 'same-mailbox'],
    [['eleanor.richards@aol.com'], 'elenor.richrds16@gmail.com', 'similar'],
    [['info@acme.com'], 'info@zephyr.org', 'different'],
    [['quentin@gmail.com'], 'wilma@gmail.com', 'different'],
    [['jo@acme.com'], 'info@books.com', 'missing'],
    [[], 'jo@acme.com', 'missing'],
  ])('%o and %s are %s', (emails, email, level) => {
    expect(levelOf('email', { emails }, { email })).toBe(level);
  });
});
