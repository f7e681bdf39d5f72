import type { EmailFeature, Features } from '../features.ts';
import { isShared, type Term } from '../frequency.ts';
import { bitCount } from './align.ts';
import { isNamedAfter } from './domain-name.ts';
import { editDistance } from './edit-distance.ts';
import { at, type Outcome, outcome, stronger } from './levels.ts';

/** Mailboxes that many organisations have: agreeing on one says nothing. */
const sharedMailboxes = new Set(
  `info office sales admin contact billing accounts accounting ap ar hello mail email support service orders
  accountspayable payables invoices finance enquiries team general`.split(/\s+/),
);
const shortestMailbox = 6;
/** A domain that is the name over again says less than its rarity. */
const derivedFromName = 0.6;

function isNear(one: string, other: string): boolean {
  const limit = Math.min(4, Math.floor(Math.min(one.length, other.length) / 5.5));
  return limit > 0 && editDistance(one, other, limit) <= limit;
}

/** A cheap look at the letters before the edit distance, which most pairs need not reach. */
function mayBeNear(one: Term, other: Term): boolean {
  return bitCount(one.letters ^ other.letters) <= 8;
}

function levelOf(one: EmailFeature, other: EmailFeature): [level: number, chanceBits: number | null] {
  if (one.address === other.address) return [at.email.same, one.address.bits];
  if (one.domain !== null && one.domain === other.domain) {
    return one.mailbox !== other.mailbox && isNear(one.mailbox, other.mailbox)
      ? [at.email.near, null]
      : [at.email['same-domain'], one.domain.bits];
  }
  if (mayBeNear(one.address, other.address) && isNear(one.address.text, other.address.text))
    return [at.email.near, null];
  const distinctive = one.mailbox.length >= shortestMailbox && !sharedMailboxes.has(one.mailbox);
  if (one.mailbox === other.mailbox && distinctive) return [at.email['same-mailbox'], null];
  return isShared(one.address) || isShared(other.address)
    ? [at.email.missing, null]
    : [at.email.different, null];
}

/** Compares the e-mail addresses: the best of all of the account's with all of the customer's. */
export function compareEmails(account: Features, customer: Features): Outcome {
  let best: Outcome | null = null;
  for (const one of account.emails) {
    for (const other of customer.emails) {
      const [level, chanceBits] = levelOf(one, other);
      const derived =
        level === at.email['same-domain'] &&
        one.domain !== null &&
        isNamedAfter(one.domain.text, account) &&
        isNamedAfter(one.domain.text, customer);
      const bits = chanceBits === null ? null : chanceBits * (derived ? derivedFromName : 1);
      const found = outcome(level, bits, one.address.text, other.address.text);
      best = best === null ? found : stronger(best, found);
    }
  }
  const written = ({ emails }: Features): string => emails[0]?.address.text ?? '';
  return best ?? outcome(at.email.missing, null, written(account), written(customer));
}
