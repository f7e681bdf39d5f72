import { changesBetween, type Json, type JsonObject, type StoredRecord } from './record.ts';
import type { Store } from './store.ts';

export type ServiceName = 'salesforce' | 'quickbooks';

/** One record's write as tests and demonstrations read it. `outcome` is `ok` or the service's error code. */
export interface WriteLogEntry {
  readonly at: string;
  readonly method: string;
  readonly path: string;
  readonly id: string | null;
  readonly changes: Readonly<Record<string, readonly [Json, Json]>>;
  readonly outcome: string;
}

/** The request that a write came with. */
export interface WriteOrigin {
  readonly method: string;
  readonly path: string;
}

/** Every record write of one service since the start or the last reset, in order, refused ones included. */
export class WriteLog {
  readonly #store: Store;
  readonly #service: ServiceName;

  constructor(store: Store, service: ServiceName) {
    this.#store = store;
    this.#service = service;
  }

  /** Notes a write that was done. Call it inside the write's transaction. */
  done(origin: WriteOrigin, id: string, before: StoredRecord, after: StoredRecord): void {
    this.#append({ ...origin, id, changes: changesBetween(before, after), outcome: 'ok' });
  }

  /** Notes a write that was refused, with the service's error code. */
  refused(origin: WriteOrigin, id: string | null, outcome: string): void {
    this.#append({ ...origin, id, changes: {}, outcome });
  }

  entries(): JsonObject[] {
    return this.#store.log(this.#service);
  }

  clear(): void {
    this.#store.clearLog(this.#service);
  }

  #append(entry: Omit<WriteLogEntry, 'at'>): void {
    this.#store.appendLog(this.#service, { at: new Date().toISOString(), ...entry });
  }
}
