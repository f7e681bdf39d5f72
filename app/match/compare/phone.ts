import type { Features, PhoneFeature } from '../features.ts';
import { editDistance } from './edit-distance.ts';
import { type LevelId, type Outcome, outcome, stronger } from './levels.ts';

/** Country, area and exchange of a North American number: its last four digits are left out. */
const exchangeOf = (full: string): string => full.slice(0, -4);

function levelOf(one: PhoneFeature, other: PhoneFeature): [LevelId<'phone'>, number | null] {
  const rarer = Math.min(one.number.bits, other.number.bits);
  if (one.number === other.number) return ['same', rarer];
  if (one.full === '' || other.full === '') {
    return one.local === other.local && one.local.length === 7
      ? ['same-local', Math.max(0, rarer - 1)]
      : ['different', null];
  }
  if (editDistance(one.full, other.full, 1) === 1) return ['near', null];
  return exchangeOf(one.full) === exchangeOf(other.full) ? ['exchange', null] : ['different', null];
}

/** Compares the phone numbers: the best of all of the account's with all of the customer's. */
export function comparePhones(account: Features, customer: Features): Outcome {
  let best: Outcome | null = null;
  for (const one of account.phones) {
    for (const other of customer.phones) {
      const [id, chanceBits] = levelOf(one, other);
      const found = outcome('phone', id, chanceBits, one.written, other.written);
      best = best === null ? found : stronger(best, found);
    }
  }
  return (
    best ??
    outcome('phone', 'missing', null, account.phones[0]?.written ?? '', customer.phones[0]?.written ?? '')
  );
}
