import fc from 'fast-check';
import { getDomain } from 'tldts';
import { describe, expect, test } from 'vitest';
import { registrable } from '../../../../app/match/normalise/domain.ts';
import { normalEmails } from '../../../../app/match/normalise/email.ts';
import { normalWebsite } from '../../../../app/match/normalise/website.ts';

describe('an e-mail field', () => {
  test('is read in lower case, without a tag, with its registrable domain', () => {
    expect(normalEmails('Jo.Smith+QB@Mail.Acme.co.UK')).toEqual([
      {
        address: 'jo.smith@mail.acme.co.uk',
        mailbox: 'jo.smith',
        domain: 'acme.co.uk',
        free: false,
        role: false,
      },
    ]);
  });

  test('may hold several addresses, with names around them', () => {
    const found = normalEmails('Jo <jo@acme.com>; ap@acme.com,mailto:x@y.org');
    expect(found.map(({ address }) => address)).toEqual(['jo@acme.com', 'ap@acme.com', 'x@y.org']);
  });

  test.each([
    'Jo Smith <jo@acme.com>',
    'mailto:jo@acme.com',
    '"jo@acme.com"',
    'JO@acme.com.',
    'jo@acme.com/',
  ])('%s is jo@acme.com', (field) => {
    expect(normalEmails(field).map(({ address }) => address)).toEqual(['jo@acme.com']);
  });

  test.each(['jo.smith@gmail.com', 'josmith+qb@gmail.com', 'j.o.smith@googlemail.com'])(
    '%s is one mailbox at Gmail',
    (field) => {
      expect(normalEmails(field)[0]?.address).toBe('josmith@gmail.com');
    },
  );

  test.each([
    ['info@acme.com', true],
    ['accounts.payable@acme.com', true],
    ['jo.smith@acme.com', false],
    ['billing@gmail.com', false],
  ])('%s is an office: %s', (field, role) => {
    expect(normalEmails(field)[0]?.role).toBe(role);
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

  test.each([
    ['acme.com; acme.net', 'acme.com'],
    ['WWW.SHOP.ACME.COM', 'acme.com'],
    ['//acme.com:8080/x', 'acme.com'],
    ['info@acme.com', 'acme.com'],
    ['my-acme.com', 'my-acme.com'],
    ['müller.de', 'xn--mller-kva.de'],
    ['xn--mller-kva.de', 'xn--mller-kva.de'],
  ])('%s belongs to %s', (written, domain) => {
    expect(normalWebsite(written)?.domain).toBe(domain);
  });

  test('has a label without signs, in plain letters', () => {
    expect(normalWebsite('my-acme.com')?.label).toBe('myacme');
    expect(normalWebsite('müller.de')?.label).toBe('muller');
  });

  test('is found as the Public Suffix List says, with or without the short way', () => {
    const label = fc.stringMatching(/^[a-z0-9-]{0,6}$/);
    const suffix = fc.constantFrom('com', 'net', 'org', 'de', 'co.uk', 'x');
    fc.assert(
      fc.property(fc.array(label, { maxLength: 3 }), suffix, (labels, last) => {
        const host = [...labels, last].join('.');
        expect(registrable(host)?.domain ?? null).toBe(getDomain(host));
      }),
    );
  });

  test.each(['jo@gmail.com', '', 'none', 'acme', 'https://facebook.com/acme', 'acme.wixsite.com/home'])(
    '"%s" tells no owner',
    (written) => {
      expect(normalWebsite(written)).toBeNull();
    },
  );
});
