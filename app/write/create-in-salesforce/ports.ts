import type { AccountCreationStore } from '#app/project/index.ts';
import type { QuickBooksClient, SalesforceClient } from '#app/sources/index.ts';
import type { CustomerId } from '#shared/ids.ts';
import type { Account } from '#shared/records.ts';

/** What a run that creates accounts needs from the rest of the program. */
export interface AccountRunPorts {
  readonly salesforce: Pick<
    SalesforceClient,
    'createAccounts' | 'readCarriers' | 'readNamesakes' | 'readAccounts'
  >;
  readonly quickbooks: Pick<QuickBooksClient, 'readCustomers'>;
  readonly creations: AccountCreationStore;
  readonly now: () => Date;
  /** Whether this decision of the person is still what counts for the customer. */
  readonly isInForce: (customer: CustomerId, decisionSeq: number) => boolean;
  /**
   * Told of the accounts that are in Salesforce with their customers' ids, as read back, before the run says so. May be told
   * of one twice.
   */
  readonly onCreated: (accounts: readonly Account[]) => void;
  /** Lets so many milliseconds pass. */
  readonly pause: (milliseconds: number, signal: AbortSignal) => Promise<void>;
}

/** How often each account was sent in vain that met what may pass by itself, such as a lock. */
export type Tries = Map<CustomerId, number>;
