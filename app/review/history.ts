import type {
  CustomerDecisionEntry,
  DecisionEntry,
  DecisionLog,
  LogEntry,
  TakenBack,
} from '#app/project/index.ts';
import type { AccountId, CustomerId } from '#shared/ids.ts';
import type { Steps } from '#shared/steps.ts';

/** A decision about an account, or about a customer alone. */
export type Entry = DecisionEntry | CustomerDecisionEntry;

/**
 * What became of an action: it is in force, was taken back and can be done again, or was taken back and replaced by
 * what was decided then.
 */
export type BatchState = 'done' | 'undone' | 'replaced';

/** One action of the person as it stands in the log. */
export interface Batch {
  readonly number: number;
  readonly entries: readonly Entry[];
  readonly state: BatchState;
}

interface GrowingBatch extends Batch {
  readonly entries: Entry[];
  state: BatchState;
}

/** So many lines of the log are worth a turn of others. */
export const manyLines = 500;

/** The records whose decisions a line of the log changed. */
export interface Decided {
  readonly accounts: AccountId[];
  readonly customers: CustomerId[];
}

/** Decisions that no longer count because the link that they led to was undone, by account. */
export type TakenBackOf = ReadonlyMap<AccountId, { readonly takenBack: TakenBack | null }>;

/**
 * The decision log read from front to back: which batches are in force, in what order they can be undone and
 * redone, and what is in force for each record. A new decision ends the possibility to redo.
 */
export class History {
  /** Every batch, in the order in which they were begun. */
  readonly #batches: GrowingBatch[] = [];
  readonly #done: GrowingBatch[] = [];
  readonly #undone: GrowingBatch[] = [];
  readonly #ofAccount = new Map<AccountId, DecisionEntry[]>();
  readonly #everyEntry = new Map<AccountId, DecisionEntry[]>();
  readonly #ofCustomer = new Map<CustomerId, CustomerDecisionEntry[]>();
  readonly #takenBack: TakenBackOf;
  #last = 0;

  /** Replays a whole log. Entries of one batch follow each other. */
  constructor(log: Iterable<LogEntry>, takenBack: TakenBackOf = new Map()) {
    this.#takenBack = takenBack;
    for (const entry of log) this.apply(entry);
  }

  /** Replays a log in small steps, as far as its line `to`. */
  static *replaying(log: DecisionLog, takenBack: TakenBackOf, to = Number.POSITIVE_INFINITY): Steps<History> {
    const history = new History([], takenBack);
    for (const lines of log.since(0)) {
      for (const line of lines) if (line.seq <= to) history.apply(line);
      if (history.last >= to) break;
      // Few lines are the last ones: whoever decides at every turn keeps nobody from getting to the end.
      if (lines.length >= manyLines) yield;
    }
    return history;
  }

  /** What no longer counts because it was undone in Salesforce. */
  get takenBack(): TakenBackOf {
    return this.#takenBack;
  }

  /** The place of the last line that was taken in, 0 before the first. */
  get last(): number {
    return this.#last;
  }

  /** Takes in the next line of the log. Gives the records whose decisions it changes. */
  apply(entry: LogEntry): Decided {
    this.#last = entry.seq;
    if (entry.type === 'decision' || entry.type === 'customer-decision') return this.#decide(entry);
    return entry.type === 'undo' ? this.#undo(entry.batch) : this.#redo(entry.batch);
  }

  /** What is in force for this account, oldest first. */
  inForce(account: AccountId): readonly DecisionEntry[] {
    return this.#ofAccount.get(account) ?? [];
  }

  /** The last word on a customer alone; undefined for none. */
  ofCustomer(customer: CustomerId): CustomerDecisionEntry | undefined {
    return this.#ofCustomer.get(customer)?.at(-1);
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

  /** Every customer of which something was said by itself. */
  customers(): Iterable<CustomerId> {
    return this.#ofCustomer.keys();
  }

  /** The decisions that the next undo takes back; empty when there is nothing to undo. */
  nextUndo(): readonly Entry[] {
    return this.#done.at(-1)?.entries ?? [];
  }

  /** The decisions that the next redo brings back; empty when there is nothing to redo. */
  nextRedo(): readonly Entry[] {
    return this.#undone.at(-1)?.entries ?? [];
  }

  /** Up to so many actions before the one of this number (null: the last ones), newest first. */
  batchesBefore(number: number | null, limit: number): readonly Batch[] {
    const end =
      number === null ? this.#batches.length : this.#batches.findLastIndex((one) => one.number < number) + 1;
    return this.#batches.slice(Math.max(0, end - limit), end).reverse();
  }

  /** How many times one has to undo (or redo, if it is undone) until this action is undone (or done) itself; 0 for never. */
  stepsTo({ number, state }: Batch): number {
    if (state === 'replaced') return 0;
    const stack = state === 'done' ? this.#done : this.#undone;
    return stack.length - stack.findLastIndex((one) => one.number === number);
  }

  /** Whether a decision no longer counts because its link was undone. A rejection never led to a link. */
  isTakenBack({ accountId, kind, seq }: DecisionEntry): boolean {
    const { upTo, except } = this.#takenBack.get(accountId)?.takenBack ?? { upTo: 0, except: null };
    return kind !== 'reject' && seq <= upTo && seq !== except;
  }

  #decide(entry: Entry): Decided {
    for (const batch of this.#undone.splice(0)) batch.state = 'replaced';
    const last = this.#done.at(-1);
    if (last?.number === entry.batch) last.entries.push(entry);
    else this.#begin(entry);
    if (entry.type === 'decision') push(this.#everyEntry, entry.accountId, entry);
    this.#enforce(entry);
    return recordsOf([entry]);
  }

  #begin(entry: Entry): void {
    const batch: GrowingBatch = { number: entry.batch, entries: [entry], state: 'done' };
    this.#batches.push(batch);
    this.#done.push(batch);
  }

  #undo(number: number): Decided {
    const batch = this.#done.at(-1);
    if (batch?.number !== number) return recordsOf([]);
    this.#done.pop();
    batch.state = 'undone';
    this.#undone.push(batch);
    for (const entry of batch.entries) {
      if (entry.type === 'decision') remove(this.#ofAccount, entry.accountId, entry);
      else remove(this.#ofCustomer, entry.customerId, entry);
    }
    return recordsOf(batch.entries);
  }

  #redo(number: number): Decided {
    const batch = this.#undone.at(-1);
    if (batch?.number !== number) return recordsOf([]);
    this.#undone.pop();
    batch.state = 'done';
    this.#done.push(batch);
    for (const entry of batch.entries) this.#enforce(entry);
    return recordsOf(batch.entries);
  }

  #enforce(entry: Entry): void {
    if (entry.type === 'decision' && this.isTakenBack(entry)) return;
    if (entry.type === 'decision') push(this.#ofAccount, entry.accountId, entry);
    else push(this.#ofCustomer, entry.customerId, entry);
  }
}

function push<K, T>(map: Map<K, T[]>, key: K, entry: T): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [entry]);
  else list.push(entry);
}

function remove<K, T extends { readonly seq: number }>(map: Map<K, T[]>, key: K, { seq }: T): void {
  const rest = (map.get(key) ?? []).filter((entry) => entry.seq !== seq);
  if (rest.length === 0) map.delete(key);
  else map.set(key, rest);
}

function recordsOf(entries: readonly Entry[]): Decided {
  const accounts = entries.flatMap((entry) => (entry.type === 'decision' ? [entry.accountId] : []));
  const customers = entries.flatMap((entry) => (entry.type === 'decision' ? [] : [entry.customerId]));
  return { accounts: [...new Set(accounts)], customers: [...new Set(customers)] };
}
