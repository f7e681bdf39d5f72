import type { Random } from '#app/practice/company/random.ts';
import type { MethodName } from '#shared/contract.ts';
import type { Came } from '../life.ts';
import type { killed, Program } from '../program.ts';
import type { Order } from '../truth/order.ts';
import type { Truth } from '../truth/truth.ts';

/** What a person works with, and what they decided. */
export interface Desk {
  readonly random: Random;
  readonly truth: Truth;
  readonly program: Program;
  /** The customers that were confirmed for accounts, and that were not undone. */
  readonly wanted: Map<string, string>;
  /** Accounts of which a customer was asked for. */
  readonly customersFor: Set<string>;
  /** Customers of which an account was asked for. */
  readonly accountsFor: Set<string>;
  /** Those of which an account was asked for whatever a duplicate rule says. */
  readonly anyway: Set<string>;
  /** Has the program carry out an order, under fire, as far as it comes. */
  operate(order: Order, start: () => Promise<Came<MethodName> | typeof killed>): Promise<void>;
}
