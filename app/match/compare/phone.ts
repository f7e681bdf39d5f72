import type { Features, PhoneFeature } from '../features.ts';
import { editDistance } from './edit-distance.ts';
import { at, type Outcome, outcome, stronger } from './levels.ts';

/** Country, area and exchange of a North American number: its last four digits are left out. */
const exchangeOf = (full: string): string => full.slice(0, -4);

function levelOf(one: PhoneFeature, other: PhoneFeature): [level: number, chanceBits: number | null] {
  const rarer = Math.min(one.number.bits, other.number.bits);
  if (one.number === other.number) return [at.phone.same, rarer];
  if (one.full === '' || other.full === '') {
    return one.local === other.local && one.local.length === 7
      ? [at.phone['same-local'], Math.max(0, rarer - 1)]
      : [at.phone.different, null];
  }
  if (editDistance(one.full, other.full, 1) === 1) return [at.phone.near, null];
  return exchangeOf(one.full) === exchangeOf(other.full)
    ? [at.phone.exchange, null]
    : [at.phone.different, null];
}

/** Compares the phone numbers: the best of all of the account's with all of the customer's. */
export function comparePhones(account: Features, customer: Features): Outcome {
  let best: Outcome | null = null;
  for (const one of account.phones) {
    for (const other of customer.phones) {
      const [level, chanceBits] = levelOf(one, other);
      const found = outcome(level, chanceBits, one.written, other.written);
      best = best === null ? found : stronger(best, found);
    }
  }
  return (
    best ??
    outcome(at.phone.missing, null, account.phones[0]?.written ?? '', customer.phones[0]?.written ?? '')
  );
}
