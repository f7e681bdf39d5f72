import { randomUUID } from 'node:crypto';
import type Database from 'better-sqlite3';
import type { CreationState, FieldValues } from '#shared/creating.ts';
import type { TemplateSource } from '#shared/creation-template.ts';
import type { ServiceOrigin } from '#shared/datasets.ts';
import { type AccountId, CustomerId, type RunId } from '#shared/ids.ts';
import type { Steps } from '#shared/steps.ts';
import { type CreationOutcome, creationTable, type StoredCreation } from './creation-table.ts';

/** An account that a run is to create: the fields as they are sent, and the customer and decision it comes from. */
export interface NewAccountCreation {
  readonly customerId: CustomerId;
  readonly customerName: string;
  readonly decisionSeq: number;
  /** The customer's SyncToken, which the account is given beside its id. */
  readonly customerSyncToken: string;
  readonly fields: FieldValues;
  /** Whether the person said to create it though a duplicate rule holds it for a double. */
  readonly overrulesDuplicates: boolean;
}

/** A creation as far as it is. `accountId` is `''` until Salesforce gave one, `sentAt` until it was sent first. */
export interface AccountCreation extends NewAccountCreation {
  readonly run: RunId;
  readonly state: CreationState;
  readonly accountId: string;
  readonly message: string;
  readonly serviceMessage: string;
  readonly serviceCode: string;
  readonly sentAt: string;
  readonly at: string;
}

/** An account that was made of a customer. */
export interface MadeAccount {
  readonly customerId: CustomerId;
  readonly accountId: AccountId;
}

/** What became of a creation. What is left out of it is `''`, but the account's id stays. */
export interface AccountCreationChange extends CreationOutcome {
  readonly customerId: CustomerId;
}

/** Accounts that runs create, and the edits of their fields. Every method has its effect on disk when it returns. */
export interface AccountCreationStore {
  /** Starts a run with all its accounts as `planned`, in small steps; all of it is on disk at the end, or nothing. */
  beginning(
    creations: readonly NewAccountCreation[],
    organisation: ServiceOrigin,
    author: string,
    at: Date,
  ): Steps<RunId>;
  record(run: RunId, changes: readonly AccountCreationChange[], at: Date): void;
  /** Notes which accounts are in Salesforce. */
  created(run: RunId, made: readonly MadeAccount[], at: Date): void;
  /** Notes which were read back with their customers' ids, and at the same moment their links as those that the run wrote. */
  linked(run: RunId, customers: readonly CustomerId[], at: Date): void;
  entries(run: RunId): AccountCreation[];
  /** Whether this run creates accounts. */
  isRun(run: RunId): boolean;
  /** The newest run that has accounts neither linked nor given up; null when all are settled. */
  unfinished(): RunId | null;
  /** The newest entry of each customer. */
  latest(): Map<CustomerId, AccountCreation>;
  /** What a person wrote into the fields of accounts to be, a customer each. */
  edits(): Map<CustomerId, Record<string, string>>;
  /** Keeps what a person wrote into a field; null takes it back. */
  edit(customerId: CustomerId, field: string, value: string | null): void;
  /** What fields are filled from otherwise than by the package's mapping. */
  template(): Map<string, TemplateSource>;
  /** Fills a field of all accounts to be from another source; null: as the package's mapping says. */
  setTemplate(field: string, source: TemplateSource | null): void;
}

/** The store of created accounts over an open project database. */
export function accountCreationStore(database: Database.Database): AccountCreationStore {
  const table = creationTable(database, 'salesforce');
  const insertLink = database.prepare(
    `INSERT INTO journal (run_id, account_id, account_name, customer_id, customer_name, decision_seq,
       before_customer_id, before_sync_token, after_customer_id, after_sync_token, account_modstamp,
       state, message, service_message, at)
     SELECT run_id, target_id, fields ->> '$.Name', source_id, source_name, decision_seq,
       '', '', source_id, source_version, '', 'done', '', '', at
     FROM creations WHERE run_id = ? AND source_id = ?`,
  );

  return {
    beginning: (creations, organisation, author, at) =>
      table.beginning(
        creations.values().map((one) => ({
          sourceId: one.customerId,
          sourceName: one.customerName,
          decisionSeq: one.decisionSeq,
          sourceVersion: one.customerSyncToken,
          beforeSyncToken: '',
          fields: one.fields,
          // Salesforce knows no such thing; the id of the customer is what makes the create safe to repeat.
          requestId: randomUUID(),
          overrulesDuplicates: one.overrulesDuplicates,
        })),
        organisation,
        author,
        at,
      ),
    record: database.transaction((run: RunId, changes: readonly AccountCreationChange[], at: Date) => {
      for (const { customerId, ...outcome } of changes) table.record(run, customerId, outcome, at);
    }),
    created: database.transaction((run: RunId, made: readonly MadeAccount[], at: Date) => {
      for (const { customerId, accountId } of made) {
        table.created(run, customerId, { id: accountId, syncToken: '' }, at);
      }
    }),
    linked: database.transaction((run: RunId, customers: readonly CustomerId[], at: Date) => {
      for (const customerId of customers) {
        table.record(run, customerId, { state: 'linked' }, at);
        insertLink.run(run, customerId);
      }
    }),
    entries: (run) => table.entries(run).map(recordOf),
    isRun: (run) => table.isRun(run),
    unfinished: () => table.unfinished(),
    latest: () =>
      new Map([...table.latest()].map(([id, creation]) => [CustomerId.parse(id), recordOf(creation)])),
    edits: () => new Map([...table.edits()].map(([id, values]) => [CustomerId.parse(id), values])),
    edit: (customerId, field, value) => table.edit(customerId, field, value),
    template: () => table.template(),
    setTemplate: (field, source) => table.setTemplate(field, source),
  };
}

function recordOf(creation: StoredCreation): AccountCreation {
  const { run, sourceId, sourceName, sourceVersion, targetId, fields } = creation;
  const { decisionSeq, overrulesDuplicates, state } = creation;
  const { message, serviceMessage, serviceCode, sentAt, at } = creation;
  return {
    run,
    customerId: CustomerId.parse(sourceId),
    customerName: sourceName,
    customerSyncToken: sourceVersion,
    accountId: targetId,
    fields,
    decisionSeq,
    overrulesDuplicates,
    state,
    message,
    serviceMessage,
    serviceCode,
    sentAt,
    at,
  };
}
