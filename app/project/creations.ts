import type Database from 'better-sqlite3';
import { CreationEntry, CreationState, NewCustomer, NewCustomerField } from '#shared/creating.ts';
import type { ServiceOrigin } from '#shared/datasets.ts';
import { AccountId, RunId } from '#shared/ids.ts';

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

/** A creation as far as it is, with what only the creator needs. `sentAt` is `''` until it was sent first. */
export interface CreationRecord extends CreationEntry, Omit<NewCreation, keyof CreationEntry> {
  readonly sentAt: string;
  readonly serviceCode: string;
}

/** A creation with the run that it is of. */
export interface RunCreation extends CreationRecord {
  readonly run: RunId;
}

/** What became of a creation. What is left out of it is `''`, but the customer's id stays. */
export interface CreationChange {
  readonly accountId: AccountId;
  readonly state: Exclude<CreationState, 'created'>;
  readonly message?: string;
  readonly serviceMessage?: string;
  readonly serviceCode?: string;
}

/** Customers that runs create, and the edits of their fields. Every method has its effect on disk when it returns. */
export interface CreationStore {
  /** Starts a run with all its customers as `planned`. `organisation` is the one whose accounts are linked. */
  begin(creations: readonly NewCreation[], organisation: ServiceOrigin, author: string, at: Date): RunId;
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
}

interface Row {
  run_id: number;
  account_id: string;
  account_name: string;
  decision_seq: number;
  account_modstamp: string;
  before_sync_token: string;
  fields: string;
  request_id: string;
  state: string;
  sent_at: string;
  customer_id: string;
  sync_token: string;
  message: string;
  service_message: string;
  service_code: string;
  at: string;
}

/** The store of creations over an open project database. */
export function creationStore(database: Database.Database): CreationStore {
  const insertRun = database.prepare(
    "INSERT INTO runs (kind, status, author, started_at, organisation) VALUES ('write-links', 'running', ?, ?, ?)",
  );
  const insert = database.prepare(
    `INSERT INTO creations (run_id, account_id, account_name, decision_seq, account_modstamp, before_sync_token, fields,
       request_id, state, sent_at, customer_id, sync_token, message, service_message, service_code, at)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, 'planned', '', '', '', '', '', '', ?)`,
  );
  const change = database.prepare(
    `UPDATE creations SET state = @state, message = @message, service_message = @serviceMessage,
       service_code = @serviceCode, sent_at = CASE WHEN @state = 'sent' AND sent_at = '' THEN @at ELSE sent_at END, at = @at
     WHERE run_id = @run AND account_id = @accountId`,
  );
  const setCreated = database.prepare(
    `UPDATE creations SET state = 'created', customer_id = ?, sync_token = ?, message = '', service_message = '',
       service_code = '', at = ?
     WHERE run_id = ? AND account_id = ?`,
  );
  const setReason = database.prepare(
    'UPDATE creations SET message = ?, service_message = ?, at = ? WHERE run_id = ? AND account_id = ?',
  );
  // Without the account's modstamp: the customer exists, so it is linked unless the account has one meanwhile.
  const insertLink = database.prepare(
    `INSERT INTO journal (run_id, account_id, account_name, customer_id, customer_name, decision_seq,
       before_customer_id, before_sync_token, after_customer_id, after_sync_token, account_modstamp,
       state, message, service_message, at)
     SELECT run_id, account_id, account_name, customer_id, fields ->> '$.displayName', decision_seq,
       '', before_sync_token, customer_id, sync_token, '', 'planned', '', '', at
     FROM creations WHERE run_id = ? AND account_id = ?`,
  );
  const renewLink = database.prepare(
    `UPDATE journal SET state = 'planned', after_sync_token = ?, at = ?
     WHERE run_id = ? AND account_id = ? AND state IN ('planned', 'failed')`,
  );
  const readRun = database.prepare<[number], Row>(
    'SELECT * FROM creations WHERE run_id = ? ORDER BY account_name, account_id',
  );
  const readAll = database.prepare<[], Row>('SELECT * FROM creations ORDER BY run_id');
  const anyOf = database
    .prepare<[number], number>('SELECT 1 FROM creations WHERE run_id = ? LIMIT 1')
    .pluck();
  const readEdits = database.prepare<[], { account_id: string; field: string; value: string }>(
    'SELECT * FROM creation_edits',
  );

  return {
    begin: database.transaction(
      (creations: readonly NewCreation[], organisation: ServiceOrigin, author: string, at: Date): RunId => {
        const time = at.toISOString();
        const { lastInsertRowid } = insertRun.run(author, time, JSON.stringify(organisation));
        const run = RunId.parse(Number(lastInsertRowid));
        for (const one of creations) {
          insert.run(
            run,
            one.accountId,
            one.accountName,
            one.decisionSeq,
            one.accountModstamp,
            one.beforeSyncToken,
            JSON.stringify(one.fields),
            one.requestId,
            time,
          );
        }
        return run;
      },
    ),
    record(run, { accountId, state, message = '', serviceMessage = '', serviceCode = '' }, at) {
      change.run({ run, accountId, state, message, serviceMessage, serviceCode, at: at.toISOString() });
    },
    created: database.transaction(
      (run: RunId, accountId: AccountId, customer: { id: string; syncToken: string }, at: Date): void => {
        setCreated.run(customer.id, customer.syncToken, at.toISOString(), run, accountId);
        insertLink.run(run, accountId);
      },
    ),
    notLinked: (run, accountId, { message, serviceMessage }, at) =>
      void setReason.run(message, serviceMessage, at.toISOString(), run, accountId),
    relink: (run, accountId, syncToken, at) =>
      void renewLink.run(syncToken, at.toISOString(), run, accountId),
    entries: (run) => readRun.all(run).map(recordOf),
    isRun: (run) => anyOf.get(run) !== undefined,
    unfinished() {
      const run = database
        .prepare(
          `SELECT run_id FROM creations WHERE state IN ('planned', 'sent', 'unknown', 'created')
           ORDER BY run_id DESC LIMIT 1`,
        )
        .pluck()
        .get();
      return run === undefined ? null : RunId.parse(run);
    },
    latest: () =>
      new Map(
        readAll
          .all()
          .map((row) => [
            AccountId.parse(row.account_id),
            { ...recordOf(row), run: RunId.parse(row.run_id) },
          ]),
      ),
    edits() {
      const edits = new Map<AccountId, Partial<NewCustomer>>();
      for (const { account_id, field, value } of readEdits.all()) {
        const id = AccountId.parse(account_id);
        edits.set(id, { ...edits.get(id), [NewCustomerField.parse(field)]: value });
      }
      return edits;
    },
    edit(accountId, field, value) {
      if (value === null) {
        database
          .prepare('DELETE FROM creation_edits WHERE account_id = ? AND field = ?')
          .run(accountId, field);
        return;
      }
      database
        .prepare('INSERT OR REPLACE INTO creation_edits (account_id, field, value) VALUES (?, ?, ?)')
        .run(accountId, field, value);
    },
  };
}

function recordOf(row: Row): CreationRecord {
  const entry = CreationEntry.parse({
    accountId: row.account_id,
    accountName: row.account_name,
    fields: NewCustomer.parse(JSON.parse(row.fields)),
    state: CreationState.parse(row.state),
    customerId: row.customer_id,
    syncToken: row.sync_token,
    message: row.message,
    serviceMessage: row.service_message,
    at: row.at,
  });
  return {
    ...entry,
    decisionSeq: row.decision_seq,
    accountModstamp: row.account_modstamp,
    beforeSyncToken: row.before_sync_token,
    requestId: row.request_id,
    sentAt: row.sent_at,
    serviceCode: row.service_code,
  };
}
