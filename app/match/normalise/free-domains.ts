import providers from 'email-providers/all.json' with { type: 'json' };

const freeDomains: ReadonlySet<string> = new Set(providers);

/** Whether anyone can have an address at this domain (the list of the package email-providers). */
export function isFreeDomain(domain: string): boolean {
  return freeDomains.has(domain);
}
