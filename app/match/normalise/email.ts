import providers from 'email-providers/all.json' with { type: 'json' };
import { getDomain } from 'tldts';

/**
 * An e-mail address ready to compare: in lower case, without a "+tag". `domain` is the registrable domain
 * (mail.acme.co.uk gives acme.co.uk); `free` says that anyone can have an address there.
 */
export interface NormalEmail {
  readonly address: string;
  readonly mailbox: string;
  readonly domain: string;
  readonly free: boolean;
}

const freeDomains: ReadonlySet<string> = new Set(providers);
const betweenAddresses = /[\s;,|<>()"']+|mailto:/;

function normalEmail(part: string): NormalEmail | null {
  const at = part.lastIndexOf('@');
  const mailbox = part.slice(0, at).replace(/(?<=.)\+.*$/, '');
  const host = part.slice(at + 1).replace(/\.+$/, '');
  if (at < 1 || mailbox === '' || host === '') return null;
  const domain = getDomain(host) ?? host;
  return {
    address: `${mailbox}@${host}`,
    mailbox,
    domain,
    free: freeDomains.has(domain) || freeDomains.has(host),
  };
}

/** The addresses in a field, which may hold several with names around them. What has no `@` is left out. */
export function normalEmails(field: string): NormalEmail[] {
  if (!field.includes('@')) return [];
  return field
    .slice(0, 1000)
    .toLowerCase()
    .split(betweenAddresses)
    .map(normalEmail)
    .filter((email) => email !== null);
}
