import { type NormalDomain, plainDomain, registrable } from './domain.ts';
import { isFreeDomain } from './free-domains.ts';

/** Hosts on which anyone can have a page: their domain says nothing of the owner. */
const sharedHosts = new Set(
  `facebook.com fb.com instagram.com linkedin.com twitter.com x.com tiktok.com pinterest.com youtube.com yelp.com
  google.com goo.gl g.page maps.app.goo.gl wixsite.com wix.com weebly.com squarespace.com wordpress.com blogspot.com
  godaddysites.com business.site shopify.com myshopify.com etsy.com ebay.com amazon.com linktr.ee bit.ly github.io
  github.com netlify.app vercel.app webflow.io jimdo.com jimdofree.com tripadvisor.com opentable.com doordash.com
  example.com example.org none.com na.com test.com`.split(/\s+/),
);

const longestAddress = 300;
const address = /^(?:[a-z]{2,6}:\/*)?(?:[^@/\s]*@)?(?:www\d?\.)?([a-z0-9.-]+)/;

/** The host of an address that is written in the plain way: scheme or none, host, path or none. */
function plainHost(text: string): string {
  const scheme = text.indexOf('//');
  const start = scheme === -1 ? 0 : scheme + 2;
  const end = text.indexOf('/', start);
  return start === 0 && end === -1 ? text : text.slice(start, end === -1 ? text.length : end);
}

/** The domain of a web address as people write it; null when it has none or the host is shared by everyone. */
export function normalWebsite(written: string): NormalDomain | null {
  if (!written.includes('.')) return null;
  const text = written.trim().slice(0, longestAddress).toLowerCase();
  const plain = plainDomain(plainHost(text));
  if (plain !== null) return sharedHosts.has(plain.domain) ? null : plain;
  const first = text.search(/[\s,;|]/);
  const one = first < 1 ? text : text.slice(0, first);
  const host = address.exec(one)?.[1] ?? '';
  const ascii = host !== '' && !/[^\0-\x7e]/.test(one);
  const own = ownDomain(ascii ? host.replace(/\.+$/, '') : one);
  return own !== null && one.includes('@') && isFreeDomain(own.domain) ? null : own;
}

/** The domain of a web address or a host; null when it has none or the host is shared by everyone. */
export function ownDomain(host: string): NormalDomain | null {
  const domain = registrable(host);
  return domain === null || sharedHosts.has(domain.domain) ? null : domain;
}
