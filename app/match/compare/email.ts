import type { EmailFeature, Features } from '../features.ts';
import { isNamedAfter } from './domain-name.ts';
import { editDistance } from './edit-distance.ts';
import { type LevelId, type Outcome, outcome, stronger } from './levels.ts';

/** Mailboxes that many organisations have: agreeing on one says nothing. */
const sharedMailboxes = new Set(
  `info office sales admin contact billing accounts accounting ap ar hello mail email support service orders
  accountspayable payables invoices finance enquiries team general`.split(/\s+/),
);
const shortestMailbox = 6;
/** A domain that is the name over again says less than its rarity. */
const derivedFromName = 0.6;

function isNear(one: string, other: string): boolean {
  const limit = Math.min(3, Math.floor(Math.min(one.length, other.length) / 7));
  return limit > 0 && editDistance(one, other, limit) <= limit;
}

function levelOf(one: EmailFeature, other: EmailFeature): [LevelId<'email'>, number | null] {
  if (one.address === other.address) return ['same', one.address.bits];
  if (one.domain !== null && one.domain === other.domain) {
    return one.mailbox !== other.mailbox && isNear(one.mailbox, other.mailbox)
      ? ['near', null]
      : ['same-domain', one.domain.bits];
  }
  if (isNear(one.address.text, other.address.text)) return ['near', null];
  const distinctive = one.mailbox.length >= shortestMailbox && !sharedMailboxes.has(one.mailbox);
  return one.mailbox === other.mailbox && distinctive ? ['same-mailbox', null] : ['different', null];
}

/** Compares the e-mail addresses: the best of all of the account's with all of the customer's. */
export function compareEmails(account: Features, customer: Features): Outcome {
  let best: Outcome | null = null;
  for (const one of account.emails) {
    for (const other of customer.emails) {
      const [id, chanceBits] = levelOf(one, other);
      const derived =
        id === 'same-domain' &&
        one.domain !== null &&
        isNamedAfter(one.domain.text, account) &&
        isNamedAfter(one.domain.text, customer);
      const bits = chanceBits === null ? null : chanceBits * (derived ? derivedFromName : 1);
      const found = outcome('email', id, bits, one.address.text, other.address.text);
      best = best === null ? found : stronger(best, found);
    }
  }
  const written = ({ emails }: Features): string => emails[0]?.address.text ?? '';
  return best ?? outcome('email', 'missing', null, written(account), written(customer));
}
