import { parse } from 'tldts';

/** A site's registrable domain (`acme.co.uk`) and its label without the public suffix (`acme`). */
export interface NormalDomain {
  readonly domain: string;
  readonly label: string;
}

/** Hosts on which anyone can have a page: their domain says nothing of the owner. */
const sharedHosts = new Set(
  `facebook.com instagram.com linkedin.com twitter.com x.com youtube.com yelp.com google.com sites.google.com
  wixsite.com wix.com weebly.com squarespace.com wordpress.com blogspot.com godaddysites.com business.site
  shopify.com myshopify.com etsy.com ebay.com amazon.com linktr.ee github.io example.com`.split(/\s+/),
);

/** The domain of a web address as people write it; null when it has none or the host is shared by everyone. */
export function normalWebsite(written: string): NormalDomain | null {
  const text = written.trim().slice(0, 300).toLowerCase();
  if (text === '') return null;
  return ownDomain(text);
}

/** The domain of a web address or a host; null when it has none or the host is shared by everyone. */
export function ownDomain(host: string): NormalDomain | null {
  const { domain, domainWithoutSuffix } = parse(host);
  if (domain === null || domainWithoutSuffix === null || sharedHosts.has(domain)) return null;
  return { domain, label: domainWithoutSuffix.replace(/[^a-z0-9]/g, '') };
}
