import type { Random } from '#app/practice/company/random.ts';
import type { MethodName } from '#shared/contract.ts';
import type { Came } from '../life.ts';
import type { killed, Program } from '../program.ts';
import type { Order } from '../truth/order.ts';
import type { Truth } from '../truth/truth.ts';

/** A pair's own name. */
export function pairOf(account: string, customer: string): string {
  return `${account}→${customer}`;
}

/** What a person works with, and what they decided. */
export interface Desk {
  readonly random: Random;
  readonly truth: Truth;
  readonly program: Program;
  /** The customers that were confirmed for accounts, and that were not undone. */
  readonly wanted: Map<string, string>;
  /** Every pair that was ever confirmed. */
  readonly confirmed: Set<string>;
  /** What undos did to accounts as far as it was looked at, so that each is taken in once. */
  readonly undone: Set<string>;
  /** Accounts of which a customer was asked for. */
  readonly customersFor: Set<string>;
  /** Customers of which an account was asked for. */
  readonly accountsFor: Set<string>;
  /** Those of which an account was asked for whatever a duplicate rule says. */
  readonly anyway: Set<string>;
  /** Whether a person wants all to be done now: nothing is left out any more. */
  readonly wantsAll: boolean;
  /** Has the program carry out an order, under fire, as far as it comes. */
  operate(order: Order, start: () => Promise<Came<MethodName> | typeof killed>): Promise<void>;
}
