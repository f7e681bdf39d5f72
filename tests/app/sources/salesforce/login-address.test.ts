import fc from 'fast-check';
import { expect, test } from 'vitest';
import { myDomainOrigin } from '#app/sources/index.ts';

test.each([
  ['acme.my.salesforce.com', 'https://acme.my.salesforce.com'],
  [' https://acme.my.salesforce.com/ ', 'https://acme.my.salesforce.com'],
  ['https://acme.lightning.force.com/lightning/o/Account/list', 'https://acme.my.salesforce.com'],
  ['acme--dev.sandbox.lightning.force.com', 'https://acme--dev.sandbox.my.salesforce.com'],
  ['http://127.0.0.1:4000/x', 'http://127.0.0.1:4000'],
  ['http://acme.my.salesforce.com', null],
  ['acme', null],
  ['', null],
  ['ftp://acme.my.salesforce.com', null],
  ['https://', null],
])('%j means %j', (text, origin) => {
  expect(myDomainOrigin(text)).toBe(origin);
});

test('an origin stays as it is, and is safe for tokens', () => {
  fc.assert(
    fc.property(fc.oneof(fc.domain(), fc.webUrl(), fc.string()), (text) => {
      const origin = myDomainOrigin(text);
      if (origin === null) return;
      expect(myDomainOrigin(origin)).toBe(origin);
      expect(origin).toMatch(/^(https:\/\/|http:\/\/(localhost|127\.|\[::1\]))/);
    }),
  );
});
