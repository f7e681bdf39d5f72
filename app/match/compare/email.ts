import { type Texts, textAt } from '../terms/dictionary.ts';
import { isShared, type TextShapes } from '../terms/term-tables.ts';
import { none, type Vocabulary } from '../terms/vocabulary.ts';
import { type Context, keepStronger, type Outcome } from './context.ts';
import { isNamedAfter } from './domain-name.ts';
import { editDistance } from './edit-distance.ts';
import { at } from './levels.ts';
import { bitCount, lengthOf } from './likeness.ts';

/** Mailboxes that many organisations have: agreeing on one says nothing. */
const sharedMailboxes = new Set(
  `info office sales admin contact billing accounts accounting ap ar hello mail email support service orders
  accountspayable payables invoices finance enquiries team general`.split(/\s+/),
);
const shortestMailbox = 6;
/** A domain that is the name over again says less than its rarity. */
const derivedFromName = 0.6;
/** Most pairs are told apart by their letters, before the edit distance. */
const mostOtherLetters = 8;

function isNear(texts: Texts, one: number, other: number): boolean {
  const limit = Math.min(4, Math.floor(Math.min(lengthOf(texts, one), lengthOf(texts, other)) / 5.5));
  return limit > 0 && editDistance(texts, one, other, limit) <= limit;
}

/** Compares e-mail addresses: the best of all of the account's with all of the customer's. */
export function compareEmails(context: Context, account: number, customer: number, best: Outcome): void {
  const { starts, values } = context.accounts.emails;
  const { starts: otherStarts, values: otherValues } = context.customers.emails;
  best.account = -1;
  best.customer = -1;
  for (let i = starts[account] ?? 0; i < (starts[account + 1] ?? 0); i += 1) {
    for (let j = otherStarts[customer] ?? 0; j < (otherStarts[customer + 1] ?? 0); j += 1) {
      const one = values[i] ?? 0;
      const other = otherValues[j] ?? 0;
      const level = levelOf(context, one, other);
      keepStronger(best, level, chanceOf(context, level, one, account, customer), one, other);
    }
  }
  if (best.account !== -1) return;
  best.level = at.email.missing;
  best.chance = Number.NaN;
}

function levelOf({ vocabulary, tables, shapes }: Context, one: number, other: number): number {
  if (one === other) return at.email.same;
  const { emailMailbox, emailDomain, texts } = vocabulary;
  const [mailbox, otherMailbox] = [emailMailbox[one] ?? 0, emailMailbox[other] ?? 0];
  const domain = emailDomain[one] ?? none;
  if (domain !== none && domain === emailDomain[other]) {
    return mailbox !== otherMailbox && isNear(texts.mailbox, mailbox, otherMailbox)
      ? at.email.near
      : at.email['same-domain'];
  }
  const { letters } = shapes.email;
  const alike = bitCount((letters[one] ?? 0) ^ (letters[other] ?? 0)) <= mostOtherLetters;
  if (alike && isNear(texts.email, one, other)) return at.email.near;
  if (mailbox === otherMailbox && isDistinctive(texts.mailbox, mailbox)) return at.email['same-mailbox'];
  if (isSimilar(vocabulary, shapes, one, other)) return at.email.similar;
  const shared = isShared(tables.email, one) || isShared(tables.email, other);
  return shared ? at.email.missing : at.email.different;
}

/** So much of two addresses must be the same for them to be one address written with many errors. */
const leastAlike = 2 / 3;
const shortestAlike = 8;

/** Addresses with many typing errors; where anyone can have an address only the mailboxes tell. */
function isSimilar(
  { emailMailbox, emailDomain, texts }: Vocabulary,
  shapes: TextShapes,
  one: number,
  other: number,
): boolean {
  const [mailbox, otherMailbox] = [emailMailbox[one] ?? 0, emailMailbox[other] ?? 0];
  const free = emailDomain[one] === none && emailDomain[other] === none;
  const kind = free ? 'mailbox' : 'email';
  const [a, b] = free ? [mailbox, otherMailbox] : [one, other];
  const { letters } = shapes[kind];
  const [m, n] = [lengthOf(texts[kind], a), lengthOf(texts[kind], b)];
  const limit = Math.floor(Math.max(m, n) * (1 - leastAlike));
  if (Math.min(m, n) < shortestAlike || Math.abs(m - n) > limit) return false;
  if (bitCount((letters[a] ?? 0) ^ (letters[b] ?? 0)) > 2 * limit) return false;
  if (editDistance(texts[kind], a, b, limit) > limit) return false;
  return !isRole(texts.mailbox, mailbox) && !isRole(texts.mailbox, otherMailbox);
}

const isRole = (mailboxes: Texts, mailbox: number): boolean =>
  sharedMailboxes.has(textAt(mailboxes, mailbox));

function isDistinctive(mailboxes: Texts, mailbox: number): boolean {
  return lengthOf(mailboxes, mailbox) >= shortestMailbox && !isRole(mailboxes, mailbox);
}

function chanceOf(
  { vocabulary, tables, accounts, customers }: Context,
  level: number,
  email: number,
  account: number,
  customer: number,
): number {
  if (level === at.email.same) return tables.email.bits[email] ?? 0;
  if (level !== at.email['same-domain']) return Number.NaN;
  const { emailDomain, domainLabel, texts } = vocabulary;
  const domain = emailDomain[email] ?? none;
  const label = domainLabel[domain] ?? none;
  const derived =
    isNamedAfter(texts, label, accounts, account) && isNamedAfter(texts, label, customers, customer);
  return (tables.domain.bits[domain] ?? 0) * (derived ? derivedFromName : 1);
}
