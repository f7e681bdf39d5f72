import type { AccountId, CustomerId } from '#shared/ids.ts';
import type { ReviewRow } from '#shared/review.ts';
import type { Ledger } from './ledger.ts';
import { rowOf } from './rows.ts';
import type { Standing } from './standing.ts';

/** How all accounts stand at one moment. Their rows are made when they are asked for, whatever is decided meanwhile. */
export class Snapshot {
  readonly #ledger: Ledger;
  readonly #standings: readonly (readonly [AccountId, Standing])[];

  constructor(ledger: Ledger) {
    this.#ledger = ledger;
    this.#standings = Array.from(ledger.listed(), (id) => [id, ledger.standing(id)] as const);
  }

  /** The rows, in the order of their source. */
  *rows(): Generator<ReviewRow> {
    for (const [id, standing] of this.#standings) yield rowOf(this.#ledger, id, standing);
  }

  /** The customers that stand beside an account. */
  customers(): Set<CustomerId> {
    return new Set(this.#standings.flatMap(([, { customer }]) => customer ?? []));
  }
}
