import { setImmediate } from 'node:timers/promises';
import type { Account, Customer } from '#shared/records.ts';
import { inSteps } from '#shared/steps.ts';
import {
  preparingSearch,
  type RecordSearch,
  searchedOfAccount,
  searchedOfCustomer,
} from './record-search.ts';

/** What is searched: both sides by id. */
interface Records {
  readonly accounts: ReadonlyMap<unknown, Account>;
  readonly customers: ReadonlyMap<unknown, Customer>;
}

/** The searches of a project's records, each prepared in small steps when it is first asked for. */
export class RecordSearches {
  readonly #records: () => Records;
  #customers: Promise<RecordSearch<Customer>> | null = null;
  #accounts: Promise<RecordSearch<Account>> | null = null;

  constructor(records: () => Records) {
    this.#records = records;
  }

  customers(): Promise<RecordSearch<Customer>> {
    const { customers } = this.#records();
    this.#customers ??= inSteps(preparingSearch([...customers.values()], searchedOfCustomer), setImmediate);
    return this.#customers;
  }

  accounts(): Promise<RecordSearch<Account>> {
    const { accounts } = this.#records();
    this.#accounts ??= inSteps(preparingSearch([...accounts.values()], searchedOfAccount), setImmediate);
    return this.#accounts;
  }

  /** To be called when the records are others. */
  forget(): void {
    this.#customers = null;
    this.#accounts = null;
  }
}
