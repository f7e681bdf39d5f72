import type {
  AccountCreation,
  AccountCreationChange,
  AccountCreationStore,
  MadeAccount,
} from '#app/project/index.ts';
import type { AccountCarrying } from '#app/sources/index.ts';
import type { AccountId, RunId } from '#shared/ids.ts';
import { isTheOneSent, linkedMeanwhile } from './check.ts';

/** What one step of a run finds out about its accounts; all of it is put down at once. */
export class Findings {
  readonly #made: MadeAccount[] = [];
  readonly #changes: AccountCreationChange[] = [];

  /** The account of this creation is in Salesforce. */
  made({ customerId }: AccountCreation, accountId: AccountId): void {
    this.#made.push({ customerId, accountId });
  }

  /** The creation stands so now. */
  change({ customerId }: AccountCreation, change: Omit<AccountCreationChange, 'customerId'>): void {
    this.#changes.push({ customerId, ...change });
  }

  /**
   * Takes the accounts that carry the customer's id for what they are: the one that was sent, or somebody else's, for which
   * the creation is refused. False where there are none.
   */
  carried(creation: AccountCreation, carriers: readonly AccountCarrying[]): boolean {
    const ours = carriers.find((carrier) => isTheOneSent(carrier, creation));
    const [other] = carriers;
    if (ours !== undefined) this.made(creation, ours.accountId);
    else if (other !== undefined)
      this.change(creation, { state: 'refused', message: linkedMeanwhile(other) });
    return carriers.length > 0;
  }

  /** Puts everything down. */
  writeDown(run: RunId, creations: AccountCreationStore, at: Date): void {
    if (this.#made.length > 0) creations.created(run, this.#made, at);
    if (this.#changes.length > 0) creations.record(run, this.#changes, at);
  }
}
