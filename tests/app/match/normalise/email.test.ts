import { describe, expect, test } from 'vitest';
import { normalEmails } from '../../../../app/match/normalise/email.ts';
import { normalWebsite } from '../../../../app/match/normalise/website.ts';

describe('an e-mail field', () => {
  test('is read in lower case, without a tag, with its registrable domain', () => {
    expect(normalEmails('Jo.Smith+QB@Mail.Acme.co.UK')).toEqual([
      { address: 'jo.smith@mail.acme.co.uk', mailbox: 'jo.smith', domain: 'acme.co.uk', free: false },
    ]);
  });

  test('may hold several addresses, with names around them', () => {
    const found = normalEmails('Jo <jo@acme.com>; ap@acme.com,mailto:x@y.org');
    expect(found.map(({ address }) => address)).toEqual(['jo@acme.com', 'ap@acme.com', 'x@y.org']);
  });

  test.each(['gmail.com', 'yahoo.com', 'outlook.com', 'comcast.net', 'icloud.com'])(
    '%s is free',
    (domain) => {
      expect(normalEmails(`jo@${domain}`)[0]?.free).toBe(true);
    },
  );

  test.each(['', 'n/a', '@acme.com', 'jo@', 'jo at acme.com'])('"%s" has no address', (field) => {
    expect(normalEmails(field)).toEqual([]);
  });
});

describe('a website', () => {
  test.each(['https://www.acme.co.uk/contact?x=1', 'http://acme.co.uk', 'www.Acme.co.uk', 'acme.co.uk/'])(
    '%s belongs to acme.co.uk',
    (written) => {
      expect(normalWebsite(written)).toEqual({ domain: 'acme.co.uk', label: 'acme' });
    },
  );

  test.each(['', 'none', 'https://facebook.com/acme', 'acme.wixsite.com/home'])(
    '"%s" tells no owner',
    (written) => {
      expect(normalWebsite(written)).toBeNull();
    },
  );
});
