import type { NewCustomer } from '#shared/creating.ts';
import type { ServiceOrigin } from '#shared/datasets.ts';
import type { CustomerId } from '#shared/ids.ts';
import type { OtherNames } from '#shared/other-names.ts';
import type { SidePreflight } from '#shared/preflight.ts';
import type { Customer } from '#shared/records.ts';
import type { Hooks } from '../hooks.ts';

/**
 * Every customer of a company, and the names of all vendors and employees, inactive ones included; names are null where
 * this user may not read them. `problems` are sentences for the person.
 */
export interface CustomersExport {
  readonly origin: ServiceOrigin;
  readonly customers: Customer[];
  readonly otherNames: OtherNames;
  readonly problems: string[];
}

/** What matters of a customer just before a link to it is written. */
export interface CurrentCustomer {
  readonly displayName: string;
  readonly syncToken: string;
  readonly active: boolean;
}

/** Whether a customer is to be active, on condition that it has this SyncToken. A name is given back with it, `''` for none. */
export interface ActiveChange {
  readonly id: CustomerId;
  readonly syncToken: string;
  readonly active: boolean;
  readonly displayName: string;
}

/**
 * One company's QuickBooks.
 * Every method throws AppError `service-unreachable`, `service-session`, `service-limit`, `service-used-up`,
 * `service-answer` or `service-refused` with `service: 'QuickBooks'`, and `cancelled` when its signal is aborted.
 */
export interface QuickBooksClient {
  /** The origin that is called. */
  readonly address: string;

  /** Which company this is. */
  identify(signal: AbortSignal): Promise<ServiceOrigin>;

  /** What a person should know of the company before an export. */
  preflight(signal: AbortSignal): Promise<SidePreflight>;

  /**
   * All customers and the names of all vendors and employees, each list as it stands when its reading ends, complete or
   * not at all: throws `export-count` when the company's own count differs however often a list is read. After a break,
   * calling it again goes on where it stopped.
   */
  exportCustomers(hooks: Hooks): Promise<CustomersExport>;

  /**
   * Customers as they stand now, inactive ones included, for any number of ids. Unknown ids are absent. `onWait` is told
   * each second how long QuickBooks still asks to wait.
   */
  readCustomers(
    ids: readonly CustomerId[],
    signal: AbortSignal,
    onWait?: (seconds: number) => void,
  ): Promise<Map<CustomerId, CurrentCustomer>>;

  /** Whole customers as an export would give them now, for any number of ids. Unknown ids are absent. */
  readWhole(ids: readonly CustomerId[], signal: AbortSignal): Promise<Map<CustomerId, Customer>>;

  /**
   * Makes a customer inactive, or active again under its name, while it has the SyncToken that is given; nothing else of it
   * is touched. Gives the customer as it is then. Throws as `createCustomer` does.
   */
  setActive(
    customer: ActiveChange,
    signal: AbortSignal,
    onWait?: (seconds: number) => void,
  ): Promise<Customer>;

  /** The ids of the customers with these DisplayNames, by the name asked for. Unknown names are absent. */
  findByDisplayName(names: readonly string[], signal: AbortSignal): Promise<Map<string, CustomerId>>;

  /** The customers with these DisplayNames as they stand now, inactive ones included. */
  customersNamed(names: readonly string[], signal: AbortSignal): Promise<Customer[]>;

  /**
   * Creates one customer and gives it as QuickBooks has it then. Called again with the same request id, however often, it
   * creates nothing more. Nothing was created where it throws `service-refused` (with QuickBooks' code in `serviceCode`),
   * `service-session`, `service-limit`, `service-used-up` or an error with `sent: 'no'`; after any other error nobody knows. Stopping takes
   * effect before it is sent only.
   */
  createCustomer(
    fields: NewCustomer,
    requestId: string,
    signal: AbortSignal,
    onWait?: (seconds: number) => void,
  ): Promise<Customer>;
}
