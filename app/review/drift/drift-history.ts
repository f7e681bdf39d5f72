import type { DriftEntry } from '#app/project/index.ts';
import type { Side } from '#shared/datasets.ts';
import { AccountId } from '#shared/ids.ts';

/** What exports did to each record, to be asked for by the record. The oldest export comes first. */
export class DriftHistory {
  readonly #of: Readonly<Record<Side, Map<string, DriftEntry[]>>> = {
    salesforce: new Map(),
    quickbooks: new Map(),
  };
  readonly #mergedInto = new Map<AccountId, DriftEntry[]>();

  constructor(entries: Iterable<DriftEntry>) {
    for (const entry of entries) {
      add(this.#of[entry.side], entry.id, entry);
      if (entry.fate.kind === 'merged') add(this.#mergedInto, entry.fate.into, entry);
    }
  }

  /** What happened to a record in the exports after this revision. */
  since(side: Side, id: string, revision: number): DriftEntry[] {
    return (this.#of[side].get(id) ?? []).filter((entry) => entry.export > revision);
  }

  /** The account into which this one was merged; undefined where it was not. */
  masterOf(account: AccountId): AccountId | undefined {
    const fate = this.#of.salesforce.get(account)?.at(-1)?.fate;
    return fate?.kind === 'merged' ? fate.into : undefined;
  }

  /** The accounts that were merged into this one, as the exports after this revision found. */
  mergedInto(account: AccountId, revision: number): { id: AccountId; entry: DriftEntry }[] {
    return (this.#mergedInto.get(account) ?? [])
      .filter((entry) => entry.export > revision)
      .map((entry) => ({ id: AccountId.parse(entry.id), entry }));
  }
}

function add<K, V>(lists: Map<K, V[]>, key: K, value: V): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [value]);
  else list.push(value);
}
