import { safeAddress } from '../service/address.ts';

/**
 * The origin that a person means by a My Domain address: with or without https://, with a path, or as the browser shows
 * it (lightning.force.com, which serves no sign-in). null when it is no address that tokens may travel to.
 * See https://help.salesforce.com/s/articleView?id=xcloud.domain_name_url_formats.htm
 */
export function myDomainOrigin(text: string): string | null {
  const trimmed = text.trim();
  const url = safeAddress(/^https?:\/\//i.test(trimmed) ? trimmed : `https://${trimmed}`);
  if (url === null || !(url.hostname.includes('.') || url.hostname === 'localhost')) return null;
  url.hostname = url.hostname.replace(/\.lightning\.force\.com$/, '.my.salesforce.com');
  return url.origin;
}
