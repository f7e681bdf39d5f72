import { AccountState, Queue, queueOf } from '#shared/decisions.ts';
import type { AccountId, CustomerId } from '#shared/ids.ts';
import type { ReviewSummary } from '#shared/review.ts';
import { atOnce, type Steps } from '#shared/steps.ts';
import type { Ledger } from './ledger.ts';
import { Receivables } from './receivables.ts';
import { isToWrite, type Standing } from './standing.ts';

/** So many accounts are counted between two turns of others. */
const accountsAtOnce = 1_000;

/** The states of an account that has its customer, or will when links are written. */
const linkedStates: ReadonlySet<AccountState> = new Set(['linked', 'confirmed', 'written']);

/** How many accounts stand where, kept up to date account by account: a decision touches few of a hundred thousand. */
export class Tally {
  readonly queues = Object.fromEntries(Queue.options.map((queue) => [queue, 0])) as ReviewSummary['queues'];
  readonly states = Object.fromEntries(AccountState.options.map((s) => [s, 0])) as ReviewSummary['states'];
  /** Pairs that wait to be written. */
  toWrite = 0;
  readonly receivables = new Receivables();
  readonly #ledger: Ledger;
  readonly #counted = new Map<AccountId, Standing>();
  /** How many accounts show each customer. */
  readonly #shown = new Map<CustomerId, number>();

  private constructor(ledger: Ledger) {
    this.#ledger = ledger;
  }

  /** Counts all accounts of a ledger in small steps. */
  static *counting(ledger: Ledger): Steps<Tally> {
    const tally = new Tally(ledger);
    let done = 0;
    for (const customer of ledger.customers.values()) {
      tally.receivables.add(customer);
      done += 1;
      if (done % accountsAtOnce === 0) yield;
    }
    for (const id of ledger.accounts.keys()) {
      tally.recount(id);
      done += 1;
      if (done % accountsAtOnce === 0) yield;
    }
    return tally;
  }

  /** Counts all accounts of a ledger in one go. */
  static of(ledger: Ledger): Tally {
    return atOnce(Tally.counting(ledger));
  }

  /** How many customers are shown beside no account. */
  get customersWithoutMatch(): number {
    return this.#ledger.customers.size - this.#shown.size;
  }

  /** How many of them the person has said something of. */
  get customersDecided(): number {
    return this.#decidedCustomers().length;
  }

  /** How many of them are to become accounts. */
  get customersToCreate(): number {
    const { history } = this.#ledger;
    return this.#decidedCustomers().filter((id) => history.ofCustomer(id)?.kind === 'create-new').length;
  }

  #decidedCustomers(): CustomerId[] {
    const { customers, history } = this.#ledger;
    return [...history.customers()].filter(
      (id) => customers.has(id) && !this.#shown.has(id) && history.ofCustomer(id) !== undefined,
    );
  }

  /** Counts an account as it stands now in place of how it stood before. */
  recount(id: AccountId): void {
    const before = this.#counted.get(id);
    if (before !== undefined) this.#count(before, -1);
    if (this.#ledger.isListed(id)) {
      const now = this.#ledger.standing(id);
      this.#count(now, 1);
      this.#counted.set(id, now);
    } else {
      this.#counted.delete(id);
    }
  }

  #count(standing: Standing, by: 1 | -1): void {
    const { state, customer } = standing;
    this.states[state] += by;
    const queue = queueOf(standing);
    this.queues[queue] += by;
    if (isToWrite(standing)) this.toWrite += by;
    // A customer that was confirmed may be gone since.
    const record = customer === null ? undefined : this.#ledger.customers.get(customer);
    if (record === undefined) return;
    this.receivables.show(record, queue, linkedStates.has(state), by);
    const shown = (this.#shown.get(record.id) ?? 0) + by;
    if (shown === 0) this.#shown.delete(record.id);
    else this.#shown.set(record.id, shown);
  }
}
