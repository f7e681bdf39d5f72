import type { ServiceOrigin } from '#shared/datasets.ts';
import type { CustomerId } from '#shared/ids.ts';
import type { SidePreflight } from '#shared/preflight.ts';
import type { Customer } from '#shared/records.ts';
import type { Hooks } from '../hooks.ts';

/** Every customer of a company, inactive ones included. `problems` are sentences for the person. */
export interface CustomersExport {
  readonly origin: ServiceOrigin;
  readonly customers: Customer[];
  readonly problems: string[];
}

/** What matters of a customer just before a link to it is written. */
export interface CurrentCustomer {
  readonly displayName: string;
  readonly syncToken: string;
  readonly active: boolean;
}

/**
 * One company's QuickBooks.
 * Every method throws AppError `service-unreachable`, `service-session`, `service-limit`, `service-answer` or
 * `service-refused` with `service: 'QuickBooks'`, and `cancelled` when its signal is aborted.
 */
export interface QuickBooksClient {
  /** The origin that is called. */
  readonly address: string;

  /** Which company this is. */
  identify(signal: AbortSignal): Promise<ServiceOrigin>;

  /** What a person should know of the company before an export. */
  preflight(signal: AbortSignal): Promise<SidePreflight>;

  /**
   * All customers as they stand when it ends, complete or not at all: throws `export-count` when the company's own count
   * differs however often they are read. After a break, calling it again goes on where it stopped.
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

  /** The ids of the customers with these DisplayNames, by the name asked for. Unknown names are absent. */
  findByDisplayName(names: readonly string[], signal: AbortSignal): Promise<Map<string, CustomerId>>;
}
