import type Database from 'better-sqlite3';
import { z } from 'zod';
import { CustomerDecisionKind, DecisionKind } from '#shared/decisions.ts';
import { AccountId, CustomerId } from '#shared/ids.ts';

const Marks = z.record(z.string(), z.string());

/** What both records of a rejected pair said at the time: a mark for each thing that the matcher reads of them. */
export const RejectEvidence = z.object({ account: Marks, customer: Marks });
export type RejectEvidence = z.infer<typeof RejectEvidence>;

/**
 * A line of the log: a decision about an account, one about a customer alone, or the undo or redo of the batch numbered
 * `batch`. `evidence` is null where there is none: it is no rejection, or one from before evidence was kept.
 */
export const LogEntry = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('decision'),
    seq: z.int().positive(),
    batch: z.int().positive(),
    kind: DecisionKind,
    accountId: AccountId,
    customerId: CustomerId.nullable(),
    author: z.string(),
    at: z.string(),
    evidence: RejectEvidence.nullable(),
    /** The revision of the records that the person saw; 0 where that was not kept. */
    basis: z.int().nonnegative(),
  }),
  z.object({
    type: z.literal('customer-decision'),
    seq: z.int().positive(),
    batch: z.int().positive(),
    kind: CustomerDecisionKind,
    customerId: CustomerId,
    author: z.string(),
    at: z.string(),
  }),
  z.object({
    type: z.enum(['undo', 'redo']),
    seq: z.int().positive(),
    batch: z.int().positive(),
    author: z.string(),
    at: z.string(),
  }),
]);
export type LogEntry = z.infer<typeof LogEntry>;
export type DecisionEntry = Extract<LogEntry, { type: 'decision' }>;
export type CustomerDecisionEntry = Extract<LogEntry, { type: 'customer-decision' }>;

/** What a person said of one row, before it has its place in the log. */
export interface NewDecision {
  readonly accountId: AccountId;
  readonly customerId: CustomerId | null;
  readonly kind: DecisionKind;
  readonly evidence?: RejectEvidence | null;
  /** Whose decision it was and when, where another reviewer took it; `at` is ISO 8601. */
  readonly taken?: { readonly author: string; readonly at: string };
  /** The revision of the records that the person saw, where it is not that of the whole batch. */
  readonly basis?: number;
}

/** What a person said of a customer alone, before it has its place in the log. */
export interface NewCustomerDecision {
  readonly customerId: CustomerId;
  readonly kind: CustomerDecisionKind;
  readonly taken?: NewDecision['taken'];
}

/** The append-only log of decisions. A batch is what one action of the person decided, and is undone as one. */
export interface DecisionLog {
  entries(): LogEntry[];
  /** The place of the last line, 0 in an empty log. */
  last(): number;
  /**
   * Appends one batch; it is on disk when this returns. Gives the entries as logged. `basis` is the revision of the
   * records that were seen.
   */
  append(decisions: readonly NewDecision[], author: string, at: Date, basis: number): DecisionEntry[];
  /** Appends what was said of accounts and of customers alone as one batch, as {@link append} does. */
  appendBoth(
    accounts: readonly NewDecision[],
    customers: readonly NewCustomerDecision[],
    author: string,
    at: Date,
    basis: number,
  ): LogEntry[];
  /** Appends one batch about customers alone; it is on disk when this returns. */
  appendForCustomers(
    decisions: readonly NewCustomerDecision[],
    author: string,
    at: Date,
  ): CustomerDecisionEntry[];
  /** Appends the undo or redo of a batch; it is on disk when this returns. */
  appendReversal(type: 'undo' | 'redo', batch: number, author: string, at: Date): LogEntry;
}

interface LogRow {
  seq: number;
  batch: number;
  kind: string;
  account_id: string | null;
  customer_id: string | null;
  author: string;
  at: string;
  basis: number;
  account_marks: string | null;
  customer_marks: string | null;
}

/** The decision log over an open project database. */
export function decisionLog(database: Database.Database): DecisionLog {
  const insert = database.prepare(
    'INSERT INTO decision_log (batch, kind, account_id, customer_id, author, at, basis) VALUES (?, ?, ?, ?, ?, ?, ?)',
  );
  const insertEvidence = database.prepare(
    'INSERT INTO reject_evidence (decision_seq, account, customer) VALUES (?, ?, ?)',
  );
  const readAll = database.prepare<[], LogRow>(
    `SELECT decision_log.*, reject_evidence.account AS account_marks, reject_evidence.customer AS customer_marks
     FROM decision_log LEFT JOIN reject_evidence ON decision_seq = seq ORDER BY seq`,
  );
  const readLast = database.prepare<[], { last: number }>(
    'SELECT coalesce(max(seq), 0) AS last FROM decision_log',
  );
  const nextBatch = database.prepare<[], { next: number }>(
    'SELECT coalesce(max(batch), 0) + 1 AS next FROM decision_log',
  );

  function addForAccounts(
    batch: number,
    decisions: readonly NewDecision[],
    said: NonNullable<NewDecision['taken']>,
    seen: number,
  ) {
    return decisions.map((decision): DecisionEntry => {
      const { accountId, customerId, kind, evidence = null, taken = said, basis = seen } = decision;
      const { lastInsertRowid } = insert.run(
        batch,
        kind,
        accountId,
        customerId,
        taken.author,
        taken.at,
        basis,
      );
      const seq = Number(lastInsertRowid);
      if (evidence !== null) {
        insertEvidence.run(seq, JSON.stringify(evidence.account), JSON.stringify(evidence.customer));
      }
      return { type: 'decision', seq, batch, kind, accountId, customerId, ...taken, evidence, basis };
    });
  }

  function addForCustomers(
    batch: number,
    decisions: readonly NewCustomerDecision[],
    said: NonNullable<NewDecision['taken']>,
  ) {
    return decisions.map(({ customerId, kind, taken = said }): CustomerDecisionEntry => {
      const { lastInsertRowid } = insert.run(batch, kind, null, customerId, taken.author, taken.at, 0);
      const seq = Number(lastInsertRowid);
      return { type: 'customer-decision', seq, batch, kind, customerId, ...taken };
    });
  }

  const begin = () => nextBatch.get()?.next ?? 1;
  return {
    entries: () => readAll.all().map(entryOf),
    last: () => readLast.get()?.last ?? 0,
    append: database.transaction(
      (decisions: readonly NewDecision[], author: string, at: Date, basis: number) =>
        addForAccounts(begin(), decisions, { author, at: at.toISOString() }, basis),
    ),
    appendForCustomers: database.transaction(
      (decisions: readonly NewCustomerDecision[], author: string, at: Date) =>
        addForCustomers(begin(), decisions, { author, at: at.toISOString() }),
    ),
    appendBoth: database.transaction(
      (
        accounts: readonly NewDecision[],
        customers: readonly NewCustomerDecision[],
        author: string,
        at: Date,
        basis: number,
      ): LogEntry[] => {
        const batch = begin();
        const said = { author, at: at.toISOString() };
        return [...addForAccounts(batch, accounts, said, basis), ...addForCustomers(batch, customers, said)];
      },
    ),
    appendReversal(type, batch, author, at) {
      const time = at.toISOString();
      const { lastInsertRowid } = insert.run(batch, type, null, null, author, time, 0);
      return { type, seq: Number(lastInsertRowid), batch, author, at: time };
    },
  };
}

function entryOf(row: LogRow): LogEntry {
  const { seq, batch, kind, author, at, account_id: accountId, customer_id: customerId } = row;
  const line = { seq, batch, author, at };
  if (kind === 'undo' || kind === 'redo') return LogEntry.parse({ type: kind, ...line });
  if (accountId === null) return LogEntry.parse({ type: 'customer-decision', kind, customerId, ...line });
  return LogEntry.parse({
    type: 'decision',
    kind,
    accountId,
    customerId,
    evidence: evidenceOf(row),
    basis: row.basis,
    ...line,
  });
}

function evidenceOf({ account_marks: account, customer_marks: customer }: LogRow): RejectEvidence | null {
  if (account === null || customer === null) return null;
  return RejectEvidence.parse({ account: JSON.parse(account), customer: JSON.parse(customer) });
}
