import type { Side } from '../columns/side.ts';
import { isShared } from '../terms/term-tables.ts';
import { none } from '../terms/vocabulary.ts';
import { selfBits } from './align.ts';
import { type Context, keepStronger, type Outcome } from './context.ts';
import { domainBits, formInLabel, isNamedAfter } from './domain-name.ts';
import { at, levelAt } from './levels.ts';
import { lengthOf } from './likeness.ts';

const shortestLabel = 4;

/**
 * Compares the domains of websites and private e-mail addresses. A domain that the e-mail comparison has already
 * counted is not counted again, and two e-mail domains that differ are left to that comparison as well.
 */
export function compareWebsites(
  context: Context,
  account: number,
  customer: number,
  email: Outcome,
  best: Outcome,
): void {
  const { starts, values } = context.accounts.domains;
  const { starts: otherStarts, values: otherValues } = context.customers.domains;
  best.account = -1;
  best.customer = -1;
  for (let i = starts[account] ?? 0; i < (starts[account + 1] ?? 0); i += 1) {
    for (let j = otherStarts[customer] ?? 0; j < (otherStarts[customer + 1] ?? 0); j += 1) {
      compareTwo(context, values[i] ?? 0, otherValues[j] ?? 0, account, customer, email, best);
    }
  }
  if (best.account === -1) byName(context, account, customer, best);
  if (best.account !== -1) return;
  best.level = at.website.missing;
  best.chance = Number.NaN;
}

function compareTwo(
  context: Context,
  oneValue: number,
  otherValue: number,
  account: number,
  customer: number,
  email: Outcome,
  best: Outcome,
): void {
  const { vocabulary, tables } = context;
  const { domainLabel, texts } = vocabulary;
  const [one, other] = [oneValue >> 1, otherValue >> 1];
  const label = domainLabel[one] ?? none;
  if (one === other) {
    const bits = domainBits(context, one, account, customer);
    const level = isCounted(context, email, one) ? at.website.counted : at.website.same;
    keepStronger(best, level, bits, oneValue, otherValue);
    return;
  }
  if (label === domainLabel[other] && lengthOf(texts.label, label) >= shortestLabel) {
    keepStronger(best, at.website['same-label'], Number.NaN, oneValue, otherValue);
    return;
  }
  if ((oneValue & otherValue & 1) === 1) return;
  const shared = isShared(tables.domain, one) || isShared(tables.domain, other);
  const level = shared ? at.website.missing : at.website.different;
  keepStronger(best, level, Number.NaN, oneValue, otherValue);
}

/** Whether the e-mail comparison has found an agreement at this very domain. */
function isCounted({ vocabulary }: Context, email: Outcome, domain: number): boolean {
  if (email.account === -1 || levelAt('email', email.level).speaks !== 'for') return false;
  const { emailDomain } = vocabulary;
  return emailDomain[email.account] === domain && emailDomain[email.customer] === domain;
}

/** A domain made of a name is at most so rare, in bits: registrants think alike. */
const mostNameBits = 11;

/** A domain on one side that is the other side's name, where the other has no domain of its own. */
function byName(context: Context, account: number, customer: number, best: Outcome): void {
  const { accounts, customers } = context;
  const hasDomain = ({ domains }: Side, record: number): boolean =>
    domains.starts[record] !== domains.starts[record + 1];
  if (!hasDomain(accounts, account)) {
    const value = madeOfName(context, customers, customer, accounts, account);
    if (value !== none)
      keepStronger(best, at.website.name, nameBits(context, accounts, account, value), 0, value);
  } else if (!hasDomain(customers, customer)) {
    const value = madeOfName(context, accounts, account, customers, customer);
    if (value !== none)
      keepStronger(best, at.website.name, nameBits(context, customers, customer, value), value, 0);
  }
}

/** The first domain of a record that is made of the other record's name, but not of its own. */
function madeOfName(
  { vocabulary }: Context,
  owner: Side,
  record: number,
  named: Side,
  other: number,
): number {
  const { domainLabel, texts } = vocabulary;
  const { starts, values } = owner.domains;
  for (let at = starts[record] ?? 0; at < (starts[record + 1] ?? 0); at += 1) {
    const value = values[at] ?? 0;
    const label = domainLabel[value >> 1] ?? none;
    if (!isNamedAfter(texts, label, named, other)) continue;
    return isNamedAfter(texts, label, owner, record) ? none : value;
  }
  return none;
}

/** What it is worth that a domain is made of a record's name: the name's own rarity, within bounds. */
function nameBits({ vocabulary, tables }: Context, side: Side, record: number, value: number): number {
  const label = vocabulary.domainLabel[value >> 1] ?? none;
  const form = formInLabel(vocabulary.texts, label, side, record);
  const { starts, values } = side.formWords;
  return Math.min(mostNameBits, selfBits(values, starts[form] ?? 0, starts[form + 1] ?? 0, tables.word.bits));
}
