import { Queue } from '#shared/decisions.ts';
import type { CustomerId } from '#shared/ids.ts';
import type { Customer } from '#shared/records.ts';
import type { Receivable } from '#shared/review.ts';

/** Amounts are added up as whole numbers of this part, so that taking one away again leaves nothing behind. */
const parts = 10_000;

interface Sums {
  all: number;
  linked: number;
  readonly queues: Record<Queue, number>;
}

/** How many accounts show a customer: in each queue, and as its own. */
interface Showing {
  readonly queues: Partial<Record<Queue, number>>;
  linked: number;
}

/**
 * What customers owe, by currency: in all, of those that have an account, and of those shown in each queue. A customer
 * that several accounts show counts once; one that is owed money counts nothing.
 */
export class Receivables {
  readonly #sums = new Map<string, Sums>();
  readonly #showing = new Map<CustomerId, Showing>();

  /** Takes in a customer that exists, once each. */
  add(customer: Customer): void {
    if (customer.balance > 0) this.#sumsOf(customer).all += amountOf(customer);
  }

  /** An account shows a customer in a queue, as its own if it is `linked`, or (`by` -1) does so no more. */
  show(customer: Customer, queue: Queue, linked: boolean, by: 1 | -1): void {
    if (customer.balance <= 0) return;
    const sums = this.#sumsOf(customer);
    const amount = amountOf(customer);
    const showing = this.#showing.get(customer.id) ?? { queues: {}, linked: 0 };
    this.#showing.set(customer.id, showing);
    const inQueue = showing.queues[queue] ?? 0;
    sums.queues[queue] += turn(inQueue, by) * amount;
    showing.queues[queue] = inQueue + by;
    if (!linked) return;
    sums.linked += turn(showing.linked, by) * amount;
    showing.linked += by;
  }

  /** The sums, in currency units, the largest first. */
  list(): Receivable[] {
    return Array.from(this.#sums, ([currency, { all, linked, queues }]) => {
      const inUnits = Queue.options.map((queue) => [queue, queues[queue] / parts]);
      return {
        currency,
        all: all / parts,
        linked: linked / parts,
        queues: Object.fromEntries(inUnits) as Receivable['queues'],
      };
    }).sort((one, other) => other.all - one.all || (one.currency < other.currency ? -1 : 1));
  }

  #sumsOf({ currency }: Customer): Sums {
    const known = this.#sums.get(currency);
    if (known !== undefined) return known;
    const queues = Object.fromEntries(Queue.options.map((queue) => [queue, 0])) as Sums['queues'];
    const sums = { all: 0, linked: 0, queues };
    this.#sums.set(currency, sums);
    return sums;
  }
}

const amountOf = ({ balance }: Customer): number => Math.round(balance * parts);

/** 1 where the first begins to show it, -1 where the last no longer does, else 0. */
function turn(before: number, by: 1 | -1): number {
  if (by === 1) return before === 0 ? 1 : 0;
  return before === 1 ? -1 : 0;
}
