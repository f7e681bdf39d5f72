import providers from 'email-providers/all.json' with { type: 'json' };

const freeDomains: ReadonlySet<string> = new Set(providers);

/** A bit for each hash of a domain in the list: most other domains are told by one look at it. */
const bits = 1 << 17;
const seen = new Uint8Array(bits >>> 3);

function hashOf(domain: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < domain.length; at += 1) hash = Math.imul(hash ^ domain.charCodeAt(at), 0x01000193);
  return (hash ^ (hash >>> 15)) & (bits - 1);
}
for (const domain of freeDomains) {
  const hash = hashOf(domain);
  seen[hash >>> 3] = (seen[hash >>> 3] ?? 0) | (1 << (hash & 7));
}

/** Whether anyone can have an address at this domain (the list of the package email-providers). */
export function isFreeDomain(domain: string): boolean {
  const hash = hashOf(domain);
  return ((seen[hash >>> 3] ?? 0) & (1 << (hash & 7))) !== 0 && freeDomains.has(domain);
}
