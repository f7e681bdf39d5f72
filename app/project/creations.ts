import type Database from 'better-sqlite3';
import { type CreationState, NewCustomer, NewCustomerField } from '#shared/creating.ts';
import type { TemplateSource } from '#shared/creation-template.ts';
import type { ServiceOrigin } from '#shared/datasets.ts';
import { AccountId, type RunId } from '#shared/ids.ts';
import type { Steps } from '#shared/steps.ts';
import { type CreationOutcome, creationTable, type StoredCreation } from './creation-table.ts';

/** A customer that a run is to create: the fields as they are sent, and the account and decision it comes from. */
export interface NewCreation {
  readonly accountId: AccountId;
  readonly accountName: string;
  readonly decisionSeq: number;
  readonly accountModstamp: string;
  /** The account's SyncToken field, which the link writes over. */
  readonly beforeSyncToken: string;
  readonly fields: NewCustomer;
  /** Makes the create idempotent; no two creations have the same. */
  readonly requestId: string;
}

/** A creation as far as it is. `customerId` is `''` until QuickBooks gave one, `sentAt` until it was sent first. */
export interface CreationRecord extends NewCreation {
  readonly state: CreationState;
  readonly customerId: string;
  readonly syncToken: string;
  readonly message: string;
  readonly serviceMessage: string;
  readonly serviceCode: string;
  readonly sentAt: string;
  readonly at: string;
}

/** A creation with the run that it is of. */
export interface RunCreation extends CreationRecord {
  readonly run: RunId;
}

/** What became of a creation. What is left out of it is `''`, but the customer's id stays. */
export interface CreationChange extends CreationOutcome {
  readonly accountId: AccountId;
}

/** Customers that runs create, and the edits of their fields. Every method has its effect on disk when it returns. */
export interface CreationStore {
  /**
   * Starts a run with all its customers as `planned`, in small steps; all of it is on disk at the end, or nothing.
   * `organisation` is the one whose accounts are linked.
   */
  beginning(
    creations: readonly NewCreation[],
    organisation: ServiceOrigin,
    author: string,
    at: Date,
  ): Steps<RunId>;
  record(run: RunId, change: CreationChange, at: Date): void;
  /** Notes that a customer is in QuickBooks, and at the same moment that its link is to be written. */
  created(
    run: RunId,
    accountId: AccountId,
    customer: { readonly id: string; readonly syncToken: string },
    at: Date,
  ): void;
  /** Notes why a customer that was created is not linked yet. */
  notLinked(
    run: RunId,
    accountId: AccountId,
    why: Pick<CreationRecord, 'message' | 'serviceMessage'>,
    at: Date,
  ): void;
  /** Makes a link that failed, or was never sent, ready to be sent with the SyncToken that the customer has now. */
  relink(run: RunId, accountId: AccountId, syncToken: string, at: Date): void;
  entries(run: RunId): CreationRecord[];
  /** Whether this run creates customers. */
  isRun(run: RunId): boolean;
  /** The newest run that has customers neither linked nor given up; null when all are settled. */
  unfinished(): RunId | null;
  /** The newest entry of each account. */
  latest(): Map<AccountId, RunCreation>;
  /** What a person wrote into the fields of customers to be, an account each. */
  edits(): Map<AccountId, Partial<NewCustomer>>;
  /** Keeps what a person wrote into a field; null takes it back. */
  edit(accountId: AccountId, field: NewCustomerField, value: string | null): void;
  /** What fields are filled from otherwise than by the package's mapping. */
  template(): Map<NewCustomerField, TemplateSource>;
  /** Fills a field of all customers to be from another source; null: as the package's mapping says. */
  setTemplate(field: NewCustomerField, source: TemplateSource | null): void;
}

/** The store of creations over an open project database. */
export function creationStore(database: Database.Database): CreationStore {
  const table = creationTable(database, 'quickbooks');
  // Without the account's modstamp: the customer exists, so it is linked unless the account has one meanwhile.
  const insertLink = database.prepare(
    `INSERT INTO journal (run_id, account_id, account_name, customer_id, customer_name, decision_seq,
       before_customer_id, before_sync_token, after_customer_id, after_sync_token, account_modstamp,
       state, message, service_message, at)
     SELECT run_id, source_id, source_name, target_id, fields ->> '$.displayName', decision_seq,
       '', before_sync_token, target_id, sync_token, '', 'planned', '', '', at
     FROM creations WHERE run_id = ? AND source_id = ?`,
  );
  const renewLink = database.prepare(
    `UPDATE journal SET state = 'planned', after_sync_token = ?, at = ?
     WHERE run_id = ? AND account_id = ? AND state IN ('planned', 'failed')`,
  );

  return {
    beginning: (creations, organisation, author, at) =>
      table.beginning(
        creations.values().map((one) => ({
          sourceId: one.accountId,
          sourceName: one.accountName,
          decisionSeq: one.decisionSeq,
          sourceVersion: one.accountModstamp,
          beforeSyncToken: one.beforeSyncToken,
          fields: one.fields,
          requestId: one.requestId,
          overrulesDuplicates: false,
        })),
        organisation,
        author,
        at,
      ),
    record: (run, { accountId, ...outcome }, at) => table.record(run, accountId, outcome, at),
    created: database.transaction(
      (run: RunId, accountId: AccountId, customer: { id: string; syncToken: string }, at: Date): void => {
        table.created(run, accountId, customer, at);
        insertLink.run(run, accountId);
      },
    ),
    notLinked: (run, accountId, why, at) => table.noteReason(run, accountId, why, at),
    relink: (run, accountId, syncToken, at) =>
      void renewLink.run(syncToken, at.toISOString(), run, accountId),
    entries: (run) => table.entries(run).map(recordOf),
    isRun: (run) => table.isRun(run),
    unfinished: () => table.unfinished(),
    latest: () =>
      new Map(
        [...table.latest()].map(([id, creation]) => [
          AccountId.parse(id),
          { ...recordOf(creation), run: creation.run },
        ]),
      ),
    edits: () =>
      new Map(
        [...table.edits()].map(([id, values]) => [
          AccountId.parse(id),
          Object.fromEntries(
            Object.entries(values).map(([field, value]) => [NewCustomerField.parse(field), value]),
          ) as Partial<NewCustomer>,
        ]),
      ),
    edit: (accountId, field, value) => table.edit(accountId, field, value),
    template: () =>
      new Map([...table.template()].map(([field, source]) => [NewCustomerField.parse(field), source])),
    setTemplate: (field, source) => table.setTemplate(field, source),
  };
}

function recordOf(creation: StoredCreation): CreationRecord {
  const { sourceId, sourceName, sourceVersion, targetId, fields } = creation;
  const { decisionSeq, beforeSyncToken, requestId, state, syncToken } = creation;
  const { message, serviceMessage, serviceCode, sentAt, at } = creation;
  return {
    accountId: AccountId.parse(sourceId),
    accountName: sourceName,
    accountModstamp: sourceVersion,
    customerId: targetId,
    fields: NewCustomer.parse(fields),
    decisionSeq,
    beforeSyncToken,
    requestId,
    state,
    syncToken,
    message,
    serviceMessage,
    serviceCode,
    sentAt,
    at,
  };
}
