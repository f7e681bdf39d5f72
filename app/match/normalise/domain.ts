import { domainToASCII, domainToUnicode } from 'node:url';
import { parse } from 'tldts';
import { fold } from './text.ts';

/** A registrable domain (`acme.co.uk`) and its label without the public suffix, in ASCII letters and digits (`acme`). */
export interface NormalDomain {
  readonly domain: string;
  readonly label: string;
}

/** Top-level domains below which the Public Suffix List has no further suffix of a registry. */
const plainSuffixes = new Set(['com', 'net', 'org', 'edu', 'gov', 'de']);
const hostCharacters = new Uint8Array(128);
for (const character of 'abcdefghijklmnopqrstuvwxyz0123456789-.') hostCharacters[character.charCodeAt(0)] = 1;
const dot = 46;
const hyphen = 45;
const longestLabel = 63;

/** Other domains cost a look into the list; they come in twos and more: e-mail and site, account and customer. */
const known = new Map<string, NormalDomain | null>();
const mostKnown = 50_000;

/** The domain of a host in lower case with a suffix that needs no list; null if it is anything else. */
export function plainDomain(host: string): NormalDomain | null {
  const suffix = host.lastIndexOf('.');
  if (suffix < 1 || host.length > longestLabel || !plainSuffixes.has(host.slice(suffix + 1))) return null;
  let start = 0;
  let hyphens = false;
  let before = dot;
  for (let at = 0; at <= suffix; at += 1) {
    const code = host.charCodeAt(at);
    if (hostCharacters[code] !== 1) return null;
    if (code === dot || code === hyphen) {
      if (before === dot || (code === dot && before === hyphen)) return null;
      if (code === hyphen) hyphens = true;
      else if (at < suffix) {
        start = at + 1;
        hyphens = false;
      }
    }
    before = code;
  }
  const label = host.slice(start, suffix);
  return {
    domain: start === 0 ? host : host.slice(start),
    label: hyphens ? label.replaceAll('-', '') : label,
  };
}

function anyDomain(host: string): NormalDomain | null {
  const { domain, domainWithoutSuffix } = parse(host);
  if (domain === null || domainWithoutSuffix === null) return null;
  const international = domainWithoutSuffix.startsWith('xn--') || /[^\0-\x7e]/.test(domain);
  const label = international ? fold(domainToUnicode(domainWithoutSuffix)) : domainWithoutSuffix;
  return { domain: international ? domainToASCII(domain) : domain, label: label.replace(/[^a-z0-9]/g, '') };
}

/** The registrable domain of a host or a web address in lower case (Public Suffix List, by tldts); null if none. */
export function registrable(host: string): NormalDomain | null {
  const plain = plainDomain(host);
  if (plain !== null) return plain;
  const found = known.get(host);
  if (found !== undefined) return found;
  const domain = anyDomain(host);
  if (known.size >= mostKnown) known.clear();
  known.set(host, domain);
  return domain;
}
