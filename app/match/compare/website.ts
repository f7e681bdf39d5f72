import type { DomainFeature, Features } from '../features.ts';
import { isShared } from '../frequency.ts';
import { isNamedAfter } from './domain-name.ts';
import { at, levelAt, type Outcome, outcome, stronger } from './levels.ts';

/** A domain that is the name over again says less than its rarity. */
const derivedFromName = 0.6;

function levelOf(one: DomainFeature, other: DomainFeature): [level: number, chanceBits: number | null] {
  if (one.domain === other.domain) return [at.website.same, one.domain.bits];
  if (one.label === other.label && one.label.length > 3) return [at.website['same-label'], null];
  const shared = isShared(one.domain) || isShared(other.domain);
  return shared ? [at.website.missing, null] : [at.website.different, null];
}

/** Whether the e-mail comparison has found an agreement at this very domain. */
function isCounted(email: Outcome, domain: string): boolean {
  if (levelAt('email', email.level).speaks !== 'for') return false;
  return email.accountValue.endsWith(`@${domain}`) || email.accountValue.endsWith(`.${domain}`);
}

function betweenDomains(account: Features, customer: Features, email: Outcome): Outcome | null {
  let best: Outcome | null = null;
  for (const one of account.domains) {
    for (const other of customer.domains) {
      const [level, chanceBits] = levelOf(one, other);
      const fromEmail = one.from === 'email' && other.from === 'email';
      if (level === at.website.different && fromEmail) continue;
      const derived = isNamedAfter(one.domain.text, account) && isNamedAfter(one.domain.text, customer);
      const bits = chanceBits === null ? null : chanceBits * (derived ? derivedFromName : 1);
      const found =
        level === at.website.same && isCounted(email, one.domain.text)
          ? outcome(at.website.counted, bits, one.written, other.written)
          : outcome(level, bits, one.written, other.written);
      best = best === null ? found : stronger(best, found);
    }
  }
  return best;
}

/** A domain on one side that is the other side's name, where the other has no domain of its own. */
function byName(account: Features, customer: Features): Outcome | null {
  const named = (domains: readonly DomainFeature[], side: Features): DomainFeature | undefined =>
    domains.find(({ domain }) => isNamedAfter(domain.text, side));
  if (account.domains.length === 0) {
    const found = named(customer.domains, account);
    if (found !== undefined && !isNamedAfter(found.domain.text, customer)) {
      return outcome(at.website.name, null, account.names[0]?.written ?? '', found.written);
    }
  }
  if (customer.domains.length === 0) {
    const found = named(account.domains, customer);
    if (found !== undefined && !isNamedAfter(found.domain.text, account)) {
      return outcome(at.website.name, null, found.written, customer.names[0]?.written ?? '');
    }
  }
  return null;
}

/**
 * Compares the domains of websites and private e-mail addresses. A domain that the e-mail comparison has already
 * counted is not counted again, and two e-mail domains that differ are left to that comparison as well.
 */
export function compareWebsites(account: Features, customer: Features, email: Outcome): Outcome {
  const found = betweenDomains(account, customer, email) ?? byName(account, customer);
  if (found !== null) return found;
  const written = ({ domains }: Features): string => domains[0]?.written ?? '';
  return outcome(at.website.missing, null, written(account), written(customer));
}
