import { isShared } from '../terms/term-tables.ts';
import { none } from '../terms/vocabulary.ts';
import { type Context, keepStronger, type Outcome } from './context.ts';
import { domainBits } from './domain-name.ts';
import { editDistanceBetween } from './edit-distance.ts';
import { at } from './levels.ts';
import { bitCount, lengthOf, lettersOf } from './likeness.ts';

const shortestMailbox = 6;
/** Most pairs are told apart by their letters, before the edit distance. */
const mostOtherLetters = 8;

function isNear(
  bytes: Uint8Array,
  from: number,
  size: number,
  otherFrom: number,
  otherSize: number,
): boolean {
  const limit = Math.min(4, Math.floor(Math.min(size, otherSize) / 5.5));
  return limit > 0 && editDistanceBetween(bytes, from, size, otherFrom, otherSize, limit) <= limit;
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
  const { emailMailbox, emailIsRole, emailDomain, texts } = vocabulary;
  const { bytes, starts } = texts.email;
  const [from, otherFrom] = [starts[one] ?? 0, starts[other] ?? 0];
  const [size, otherSize] = [emailMailbox[one] ?? 0, emailMailbox[other] ?? 0];
  const sameMailbox = size === otherSize && isSame(bytes, from, otherFrom, size);
  const domain = emailDomain[one] ?? none;
  if (domain !== none && domain === emailDomain[other]) {
    return !sameMailbox && isNear(bytes, from, size, otherFrom, otherSize)
      ? at.email.near
      : at.email['same-domain'];
  }
  const { letters } = shapes.email;
  const otherLetters = bitCount((letters[one] ?? 0) ^ (letters[other] ?? 0));
  const alike = otherLetters <= mostOtherLetters;
  const [length, otherLength] = [lengthOf(texts.email, one), lengthOf(texts.email, other)];
  if (alike && isNear(bytes, from, length, otherFrom, otherLength)) return at.email.near;
  const someRole = emailIsRole[one] === 1 || emailIsRole[other] === 1;
  if (sameMailbox && size >= shortestMailbox && !someRole) return at.email['same-mailbox'];
  // At providers where anyone can have an address only the mailboxes tell.
  const free = domain === none && emailDomain[other] === none;
  const similar =
    !someRole &&
    (free
      ? isSimilar(bytes, from, size, otherFrom, otherSize)
      : otherLetters <= 2 * mostEdits(length, otherLength) &&
        isSimilar(bytes, from, length, otherFrom, otherLength));
  if (similar) return at.email.similar;
  const shared = isShared(tables.email, one) || isShared(tables.email, other);
  return shared ? at.email.missing : at.email.different;
}

function isSame(bytes: Uint8Array, from: number, otherFrom: number, size: number): boolean {
  for (let at = 0; at < size; at += 1) if (bytes[from + at] !== bytes[otherFrom + at]) return false;
  return true;
}

/** So much of two addresses must be the same for them to be one address written with many errors. */
const leastAlike = 2 / 3;
const shortestAlike = 8;

function mostEdits(size: number, otherSize: number): number {
  return Math.floor(Math.max(size, otherSize) * (1 - leastAlike));
}

function isSimilar(
  bytes: Uint8Array,
  from: number,
  size: number,
  otherFrom: number,
  otherSize: number,
): boolean {
  const limit = mostEdits(size, otherSize);
  if (Math.min(size, otherSize) < shortestAlike || Math.abs(size - otherSize) > limit) return false;
  const letters = lettersOf(bytes, from, size) ^ lettersOf(bytes, otherFrom, otherSize);
  if (bitCount(letters) > 2 * limit) return false;
  return editDistanceBetween(bytes, from, size, otherFrom, otherSize, limit) <= limit;
}

function chanceOf(context: Context, level: number, email: number, account: number, customer: number): number {
  if (level === at.email.same) return context.tables.email.bits[email] ?? 0;
  if (level !== at.email['same-domain']) return Number.NaN;
  return domainBits(context, context.vocabulary.emailDomain[email] ?? none, account, customer);
}
