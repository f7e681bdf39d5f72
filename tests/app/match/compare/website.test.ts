import { describe, expect, test } from 'vitest';
import { levelOf } from './level-of.ts';

describe('websites', () => {
  test.each([
    [{ website: 'https://www.acme.com' }, { website: 'acme.com/contact' }, 'same'],
    [{ website: 'acme.com' }, { website: 'acme.co.uk' }, 'same-label'],
    [{ website: 'acme.com' }, { email: 'jo@acme.com' }, 'same'],
    [{ website: 'acme.com' }, { website: 'zephyr.org' }, 'different'],
    [{ name: 'Acme Plumbing' }, { displayName: 'Jo', email: 'jo@acmeplumbing.com' }, 'name'],
    [{ website: 'acme.com' }, {}, 'missing'],
    [{ emails: ['jo@acme.com'] }, { email: 'jo@zephyr.org' }, 'missing'],
    [{ website: 'acme.com' }, { email: 'jo@zephyr.org' }, 'different'],
    [{ emails: ['a@gmail.com'], website: 'acme.com' }, { email: 'a@gmail.com', website: 'acme.com' }, 'same'],
    [{ website: 'facebook.com/acme' }, { website: 'facebook.com/zephyr' }, 'missing'],
    [{ emails: ['jo@acme.com'], website: 'acme.com' }, { email: 'jo@acme.com' }, 'counted'],
  ])('%o and %o are %s', (a, c, level) => {
    expect(levelOf('website', a, c)).toBe(level);
  });
});
