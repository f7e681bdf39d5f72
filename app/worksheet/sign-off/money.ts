import type { CustomerId } from '#shared/ids.ts';
import type { Customer } from '#shared/records.ts';
import type { Money } from '#shared/sign-off.ts';

/** Amounts are added up as whole numbers of this part, so that no sum is off by rounding. */
const parts = 10_000;

/** Adds up what customers owe, a currency each; a customer counts once, and one that is owed money counts nothing. */
export class MoneySum {
  readonly #sums = new Map<string, number>();
  readonly #counted = new Set<CustomerId>();

  add({ id, balance, currency }: Pick<Customer, 'id' | 'balance' | 'currency'>): void {
    if (balance <= 0 || this.#counted.has(id)) return;
    this.#counted.add(id);
    this.#sums.set(currency, (this.#sums.get(currency) ?? 0) + Math.round(balance * parts));
  }

  /** The sums in units of their currencies, the largest first. */
  list(): Money {
    return Array.from(this.#sums, ([currency, sum]) => ({ currency, amount: sum / parts })).sort(
      (one, other) => other.amount - one.amount || (one.currency < other.currency ? -1 : 1),
    );
  }
}
