import type { DecisionEntry, LogEntry } from '#app/project/index.ts';
import type { AccountId } from '#shared/ids.ts';

/** One action of the person as it stands in the log. */
interface Batch {
  readonly number: number;
  readonly entries: DecisionEntry[];
}

/**
 * The decision log read from front to back: which batches are in force, in what order they can be undone and
 * redone, and what is in force for each account. A new decision ends the possibility to redo.
 */
export class History {
  readonly #done: Batch[] = [];
  readonly #undone: Batch[] = [];
  readonly #ofAccount = new Map<AccountId, DecisionEntry[]>();
  readonly #everyEntry = new Map<AccountId, DecisionEntry[]>();

  /** Replays a whole log. Entries of one batch follow each other. */
  constructor(log: Iterable<LogEntry>) {
    for (const entry of log) this.apply(entry);
  }

  /** Takes in the next line of the log. Gives the accounts whose decisions it changes. */
  apply(entry: LogEntry): AccountId[] {
    if (entry.type === 'decision') return [this.#decide(entry)];
    return entry.type === 'undo' ? this.#undo(entry.batch) : this.#redo(entry.batch);
  }

  /** What is in force for this account, oldest first. */
  inForce(account: AccountId): readonly DecisionEntry[] {
    return this.#ofAccount.get(account) ?? [];
  }

  /** Everything ever said of this account, oldest first, with what was taken back. */
  all(account: AccountId): { entry: DecisionEntry; undone: boolean }[] {
    const inForce = new Set(this.inForce(account));
    return (this.#everyEntry.get(account) ?? []).map((entry) => ({ entry, undone: !inForce.has(entry) }));
  }

  /** Every account that has a decision in force. */
  accounts(): Iterable<AccountId> {
    return this.#ofAccount.keys();
  }

  /** The decisions that the next undo takes back; empty when there is nothing to undo. */
  nextUndo(): readonly DecisionEntry[] {
    return this.#done.at(-1)?.entries ?? [];
  }

  /** The decisions that the next redo brings back; empty when there is nothing to redo. */
  nextRedo(): readonly DecisionEntry[] {
    return this.#undone.at(-1)?.entries ?? [];
  }

  #decide(entry: DecisionEntry): AccountId {
    this.#undone.length = 0;
    const last = this.#done.at(-1);
    if (last?.number === entry.batch) last.entries.push(entry);
    else this.#done.push({ number: entry.batch, entries: [entry] });
    push(this.#ofAccount, entry);
    push(this.#everyEntry, entry);
    return entry.accountId;
  }

  #undo(number: number): AccountId[] {
    const batch = this.#done.at(-1);
    if (batch?.number !== number) return [];
    this.#done.pop();
    this.#undone.push(batch);
    for (const { accountId, seq } of batch.entries) {
      const rest = this.inForce(accountId).filter((entry) => entry.seq !== seq);
      if (rest.length === 0) this.#ofAccount.delete(accountId);
      else this.#ofAccount.set(accountId, rest);
    }
    return accountsOf(batch);
  }

  #redo(number: number): AccountId[] {
    const batch = this.#undone.at(-1);
    if (batch?.number !== number) return [];
    this.#undone.pop();
    this.#done.push(batch);
    for (const entry of batch.entries) push(this.#ofAccount, entry);
    return accountsOf(batch);
  }
}

function push(map: Map<AccountId, DecisionEntry[]>, entry: DecisionEntry): void {
  const list = map.get(entry.accountId);
  if (list === undefined) map.set(entry.accountId, [entry]);
  else list.push(entry);
}

function accountsOf(batch: Batch): AccountId[] {
  return [...new Set(batch.entries.map((entry) => entry.accountId))];
}
