import type { Held } from './record.ts';

/** A record as the program was told of it. */
export interface Heard {
  readonly at: number;
  readonly record: Held;
}

/** What the program has heard in its present life, from answers that reached it whole. */
export class Hearing {
  readonly #records = new Map<string, Heard>();
  /** The accounts that carried an id when the program last asked for it. */
  readonly #carriers = new Map<string, readonly string[]>();

  ids(): Iterable<string> {
    return this.#records.keys();
  }

  of(id: string): Heard | undefined {
    return this.#records.get(id);
  }

  hear(record: Held, at: number): void {
    this.#records.set(record.Id, { at, record });
  }

  /** What was sent rests on what was heard before; the next time it must be heard anew. */
  spend(id: string): void {
    this.#records.delete(id);
  }

  /** Who carries an id, as far as the program was told; undefined where it did not ask. */
  carriersOf(customer: string): readonly string[] | undefined {
    return this.#carriers.get(customer);
  }

  hearCarriers(customer: string, accounts: readonly string[]): void {
    this.#carriers.set(customer, accounts);
  }

  /** As {@link spend}, of who carries an id. */
  spendCarriers(customer: string): void {
    this.#carriers.delete(customer);
  }

  /** Forgets what a former life of the program has heard. */
  forget(): void {
    this.#records.clear();
    this.#carriers.clear();
  }
}
