import type { JsonObject, StoredRecord } from './record.ts';
import type { StateFile } from './state-file.ts';

/**
 * The records of the practice company, by collection (`Account`, `Customer`, …) and id. Reads come from memory,
 * writes go through to the state file; both happen inside {@link Store.transaction} or not at all.
 */
export class Store {
  readonly #file: StateFile;
  readonly #collections = new Map<string, Map<string, StoredRecord>>();
  #undo: (() => void)[] | null = null;

  constructor(file: StateFile) {
    this.#file = file;
    for (const { collection, id, body } of file.records()) this.#collection(collection).set(id, body);
  }

  get(collection: string, id: string): StoredRecord | undefined {
    return this.#collections.get(collection)?.get(id);
  }

  /** The records of a collection, in no promised order. */
  all(collection: string): IteratorObject<StoredRecord> {
    return (this.#collections.get(collection) ?? new Map<string, StoredRecord>()).values();
  }

  size(collection: string): number {
    return this.#collections.get(collection)?.size ?? 0;
  }

  put(collection: string, id: string, record: StoredRecord): void {
    this.transaction(() => {
      const records = this.#collection(collection);
      const before = records.get(id);
      this.#file.put(collection, id, record);
      records.set(id, record);
      this.#undo?.push(() => (before === undefined ? records.delete(id) : records.set(id, before)));
    });
  }

  remove(collection: string, id: string): void {
    this.transaction(() => {
      const records = this.#collection(collection);
      const before = records.get(id);
      this.#file.remove(collection, id);
      records.delete(id);
      this.#undo?.push(() => before && records.set(id, before));
    });
  }

  clear(collection: string): void {
    this.transaction(() => {
      const before = this.#collections.get(collection);
      this.#file.clearCollection(collection);
      this.#collections.delete(collection);
      this.#undo?.push(() => before && this.#collections.set(collection, before));
    });
  }

  /** Appends to the service's log of writes, in the same transaction as the write itself. */
  appendLog(service: string, entry: JsonObject): void {
    this.#file.appendLog(service, entry);
  }

  log(service: string): JsonObject[] {
    return this.#file.log(service);
  }

  clearLog(service: string): void {
    this.#file.clearLog(service);
  }

  /** Runs `work`; when it throws, memory and file are as they were before. May be nested. */
  transaction<T>(work: () => T): T {
    if (this.#undo !== null) return work();
    const undo: (() => void)[] = [];
    this.#undo = undo;
    try {
      return this.#file.transaction(work);
    } catch (error) {
      for (const step of undo.reverse()) step();
      throw error;
    } finally {
      this.#undo = null;
    }
  }

  #collection(name: string): Map<string, StoredRecord> {
    const found = this.#collections.get(name) ?? new Map<string, StoredRecord>();
    this.#collections.set(name, found);
    return found;
  }
}
