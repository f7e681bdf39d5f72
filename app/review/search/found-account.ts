import type { PairOutline } from '#shared/pairs.ts';
import type { Account } from '#shared/records.ts';
import type { FoundAccount } from '#shared/review.ts';
import type { Ledger } from '../ledger.ts';
import { placeOf } from '../rows.ts';

/** A found account as a person chooses among them; `pair` is the one with the customer it was searched for. */
export function foundAccount(ledger: Ledger, account: Account, pair: PairOutline | null): FoundAccount {
  const { state, customer } = ledger.standing(account.id);
  const has = state === 'linked' || state === 'confirmed' || state === 'written' ? customer : null;
  return {
    accountId: account.id,
    name: account.name,
    place: placeOf(account.billing),
    email: account.emails[0] ?? '',
    phone: account.phone,
    has: has === null ? null : (ledger.customers.get(has)?.displayName ?? has),
    score: pair?.score ?? null,
    band: pair?.band ?? null,
    reason: pair?.reason ?? '',
  };
}
