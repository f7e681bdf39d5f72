import type { Texts } from '../terms/dictionary.ts';
import { localDigits, noArea } from '../terms/phone-text.ts';
import type { Vocabulary } from '../terms/vocabulary.ts';
import type { Context, Outcome } from './context.ts';
import { keepStronger } from './context.ts';
import { editDistance } from './edit-distance.ts';
import { at } from './levels.ts';

/** The last digits of a North American number within its exchange. */
const withinExchange = 4;

/** Compares phone numbers: the best of all of the account's with all of the customer's. */
export function comparePhones(context: Context, account: number, customer: number, best: Outcome): void {
  const { starts, values } = context.accounts.phones;
  const { starts: otherStarts, values: otherValues } = context.customers.phones;
  best.account = -1;
  best.customer = -1;
  for (let i = starts[account] ?? 0; i < (starts[account + 1] ?? 0); i += 1) {
    for (let j = otherStarts[customer] ?? 0; j < (otherStarts[customer + 1] ?? 0); j += 1) {
      compareTwo(context, values[i] ?? 0, otherValues[j] ?? 0, best);
    }
  }
  if (best.account !== -1) return;
  best.level = at.phone.missing;
  best.chance = Number.NaN;
}

function compareTwo({ vocabulary, tables }: Context, one: number, other: number, best: Outcome): void {
  const { bits } = tables.phone;
  const level = levelOf(vocabulary, one, other);
  const rarer = Math.min(bits[one] ?? 0, bits[other] ?? 0);
  const chance =
    level === at.phone.same ? rarer : level === at.phone['same-local'] ? Math.max(0, rarer - 1) : Number.NaN;
  keepStronger(best, level, chance, one, other);
}

function levelOf({ phoneHasArea, texts }: Vocabulary, one: number, other: number): number {
  if (one === other) return at.phone.same;
  if (phoneHasArea[one] === 0 || phoneHasArea[other] === 0) {
    return sameLocal(texts.phone, one, other) ? at.phone['same-local'] : at.phone.different;
  }
  if (editDistance(texts.phone, one, other, 1) === 1) return at.phone.near;
  return sameExchange(texts.phone, one, other) ? at.phone.exchange : at.phone.different;
}

/** Whether two numbers end with the same seven digits. */
function sameLocal({ bytes, starts }: Texts, one: number, other: number): boolean {
  const [end, otherEnd] = [starts[one + 1] ?? 0, starts[other + 1] ?? 0];
  const shorter = Math.min(end - (starts[one] ?? 0), otherEnd - (starts[other] ?? 0));
  if (shorter < localDigits) return false;
  for (let digit = 1; digit <= localDigits; digit += 1) {
    if (bytes[end - digit] !== bytes[otherEnd - digit] || bytes[end - digit] === noArea) return false;
  }
  return true;
}

/** Whether two numbers of one length differ in their last four digits only. */
function sameExchange({ bytes, starts }: Texts, one: number, other: number): boolean {
  const [from, otherFrom] = [starts[one] ?? 0, starts[other] ?? 0];
  const length = (starts[one + 1] ?? 0) - from;
  if ((starts[other + 1] ?? 0) - otherFrom !== length) return false;
  for (let digit = 0; digit < length - withinExchange; digit += 1) {
    if (bytes[from + digit] !== bytes[otherFrom + digit]) return false;
  }
  return true;
}
