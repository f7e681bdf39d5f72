import type { AccountChoice, AccountChoices, CheckedChoice } from '#shared/account-choice.ts';
import type { ServiceOrigin } from '#shared/datasets.ts';
import type { Fate } from '#shared/drift.ts';
import type { AccountId, CustomerId } from '#shared/ids.ts';
import type { LinkFields } from '#shared/links.ts';
import type { SidePreflight } from '#shared/preflight.ts';
import type { Account } from '#shared/records.ts';
import type { Hooks } from '../hooks.ts';
import type { NewAccountForm } from './new-account-form.ts';

/** The accounts of an organisation that were asked for, all others with a customer's id too. `problems` are sentences for the person about what is not as it should be. */
export interface AccountsExport {
  readonly origin: ServiceOrigin;
  readonly accounts: Account[];
  readonly problems: string[];
}

/** The link fields of an account as they stand now, and when the account last changed (ISO 8601). */
export interface CurrentLink {
  readonly link: LinkFields;
  readonly systemModstamp: string;
}

/** A link to write to an account. `''` blanks the field. */
export interface LinkWrite {
  readonly accountId: AccountId;
  readonly link: LinkFields;
}

/**
 * What became of one record of a write. `message` says in the person's words what is wrong and what to do;
 * `transient` failures may go away by themselves.
 */
export type WriteOutcome =
  | { readonly kind: 'done' }
  | {
      readonly kind: 'failed';
      readonly code: string;
      readonly serviceMessage: string;
      readonly message: string;
      readonly transient: boolean;
    };

/** What became of one record of a bulk job; `unsettled` where the job's results do not say. */
export type BulkOutcome = WriteOutcome | { readonly kind: 'unsettled' };

/** How far a bulk job is: `open` until it is started, then `queued`, `under-way` and `over`. */
export interface BulkJob {
  readonly stage: 'open' | 'queued' | 'under-way' | 'over';
  /** Records that it has gone through. */
  readonly processed: number;
  /** Why it failed; `''` where it did not. */
  readonly error: string;
}

/**
 * Writing links by jobs that Salesforce carries out in its own time (Bulk API 2.0). Errors as of
 * {@link SalesforceClient.writeLinks}; nothing is written before a job is started.
 */
export interface BulkLinks {
  /** Opens a job and gives its id. */
  open(signal: AbortSignal): Promise<string>;
  /** Hands a job its links, once. */
  upload(job: string, links: readonly LinkWrite[], signal: AbortSignal): Promise<void>;
  start(job: string, signal: AbortSignal): Promise<void>;
  /** Ends a job; what it has written by then stays written. */
  abort(job: string, signal: AbortSignal): Promise<void>;
  /** How far a job is; null where Salesforce does not know it (it forgets jobs after seven days). */
  stateOf(job: string, signal: AbortSignal): Promise<BulkJob | null>;
  /** What became of these accounts in a job that is over, in the order given. */
  outcomes(job: string, ids: readonly AccountId[], signal: AbortSignal): Promise<BulkOutcome[]>;
}

/** An account to create: the values of its fields by API name, `''` for none, and the customer that it is of. */
export interface AccountToCreate {
  readonly fields: Readonly<Record<string, string>>;
  readonly link: LinkFields;
}

/** What became of one account that was to be created. */
export type CreateOutcome =
  | { readonly kind: 'created'; readonly accountId: AccountId }
  | Extract<WriteOutcome, { kind: 'failed' }>;

/** An account that carries a customer's id, and when it was created (ISO 8601). */
export interface AccountCarrying {
  readonly accountId: AccountId;
  readonly name: string;
  readonly createdAt: string;
  readonly customerId: string;
}

/**
 * One organisation's Salesforce.
 * Every method throws AppError `service-unreachable`, `service-session`, `service-limit`, `service-used-up`,
 * `service-answer` or `service-refused` with `service: 'Salesforce'`, and `cancelled` when its signal is aborted.
 */
export interface SalesforceClient {
  /** The origin that is called. */
  readonly address: string;

  /** Which organisation this is. */
  identify(signal: AbortSignal): Promise<ServiceOrigin>;

  /** What a person should know of the organisation before an export. */
  preflight(signal: AbortSignal): Promise<SidePreflight>;

  /** What the accounts can be chosen by. */
  accountChoices(signal: AbortSignal): Promise<AccountChoices>;

  /** How many accounts a choice takes now, or why Salesforce does not take it. */
  checkChoice(choice: AccountChoice, signal: AbortSignal): Promise<CheckedChoice>;

  /**
   * The chosen accounts, and all others that carry a customer's id, with the e-mail addresses of their contacts as they
   * stand when it ends, complete or not at all: throws `export-count` when the organisation's own count differs however
   * often what changed is read again, `package-missing` when a link field is not there, `choice-refused` and
   * `choice-empty`. After a break, calling it again with the same choice goes on where it stopped.
   */
  exportAccounts(choice: AccountChoice, hooks: Hooks): Promise<AccountsExport>;

  /** What became of accounts that an export no longer has: deleted, merged, or only outside of what was exported. */
  readFates(ids: readonly AccountId[], hooks: Hooks): Promise<Map<AccountId, Fate>>;

  /** The link fields as they stand now, for any number of ids. An account that no longer exists is absent. */
  readLinks(ids: readonly AccountId[], signal: AbortSignal): Promise<Map<AccountId, CurrentLink>>;

  /** Which accounts carry these customers' ids now, for any number of ids. A customer that none carries is absent. */
  readHolders(ids: readonly CustomerId[], signal: AbortSignal): Promise<Map<CustomerId, AccountId[]>>;

  /**
   * Writes the two link fields, and nothing else, of at most 200 accounts in one call that is never repeated.
   * The outcomes are in the order given. When it throws: `service-session`, `service-limit`, `service-used-up` and
   * `service-refused` mean that nothing was written; `service-unreachable`, `service-answer` and `cancelled`
   * mean that it is unknown, unless `data.sent` is `'no'`. Throws `package-field-read-only` before anything is
   * sent when the user may not edit a link field.
   */
  writeLinks(links: readonly LinkWrite[], signal: AbortSignal): Promise<WriteOutcome[]>;

  /**
   * All fields of these accounts that somebody entered, but for the link fields, each as a text: none of them may change
   * with a link. An account that no longer exists is absent.
   */
  readEntered(
    ids: readonly AccountId[],
    signal: AbortSignal,
  ): Promise<Map<AccountId, ReadonlyMap<string, string>>>;

  readonly bulk: BulkLinks;

  /**
   * What a new account can be given by this user. Throws `package-missing`, `package-field-read-only` and
   * `create-not-allowed`.
   */
  newAccountForm(signal: AbortSignal): Promise<NewAccountForm>;

  /**
   * Creates at most 200 accounts with their customers' ids, in one call that is never repeated and that touches no account
   * that is there. The outcomes are in the order given; where there are fewer, the rest is unknown. Throws as `writeLinks`
   * does. With `overruleDuplicates` the organisation's duplicate rules warn of nothing.
   */
  createAccounts(
    accounts: readonly AccountToCreate[],
    overruleDuplicates: boolean,
    signal: AbortSignal,
  ): Promise<CreateOutcome[]>;

  /** The accounts that carry one of these customers' ids now, for any number of ids. */
  readCarriers(ids: readonly CustomerId[], signal: AbortSignal): Promise<AccountCarrying[]>;

  /** The accounts with one of these names now, for any number of names, in whatever case. */
  readNamesakes(names: readonly string[], signal: AbortSignal): Promise<AccountCarrying[]>;

  /**
   * Accounts as an export would give them now, but for the e-mail addresses of contacts, for any number of ids. Those that
   * no longer exist are absent.
   */
  readAccounts(ids: readonly AccountId[], signal: AbortSignal): Promise<Map<AccountId, Account>>;
}
