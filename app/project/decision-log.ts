import type Database from 'better-sqlite3';
import { z } from 'zod';
import { CustomerDecisionKind, DecisionKind } from '#shared/decisions.ts';
import { AccountId, CustomerId } from '#shared/ids.ts';
import type { Steps } from '#shared/steps.ts';
import { inserting } from './inserting.ts';
import { pages } from './pages.ts';

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

/** What a person said, of an account or of a customer alone. */
export type AnyNewDecision = NewDecision | NewCustomerDecision;

/** The append-only log of decisions. A batch is what one action of the person decided, and is undone as one. */
export interface DecisionLog {
  entries(): LogEntry[];
  /** The lines after this place, a thousand at a time; between two batches the project may be used. */
  since(seq: number): Iterable<readonly LogEntry[]>;
  /**
   * Appends one batch; it is on disk when this returns. Gives the entries as logged. `basis` is the revision of the
   * records that were seen.
   */
  append(decisions: readonly NewDecision[], author: string, at: Date, basis: number): DecisionEntry[];
  /** Appends what was said of accounts and of customers alone as one batch, as {@link append} does. */
  appendMixed(decisions: readonly AnyNewDecision[], author: string, at: Date, basis: number): LogEntry[];
  /**
   * Appends one large batch, all of it or nothing; yields after every few hundred lines. They are no part of the log
   * before the end, and where that is not reached the next opening of the project removes them. No other line may be
   * appended meanwhile.
   */
  appending(decisions: Iterable<AnyNewDecision>, author: string, at: Date, basis: number): Steps<void>;
  /** Removes the lines of batches that were never finished. */
  forgetUnfinished(): void;
  /** Appends one batch about customers alone; it is on disk when this returns. */
  appendForCustomers(
    decisions: readonly NewCustomerDecision[],
    author: string,
    at: Date,
  ): CustomerDecisionEntry[];
  /** Appends the undo or redo of a batch; it is on disk when this returns. */
  appendReversal(type: 'undo' | 'redo', batch: number, author: string, at: Date): LogEntry;
}

/** What the lines of a batch have in common; `basis` unless a decision says otherwise. */
type Line = Pick<DecisionEntry, 'batch' | 'author' | 'at' | 'basis'>;

interface LogRow {
  /** The place in the log. */
  at: number;
  batch: number;
  kind: string;
  account_id: string | null;
  customer_id: string | null;
  author: string;
  time: string;
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
  const read = database.prepare<[number], LogRow>(
    `SELECT seq AS at, batch, kind, account_id, customer_id, author, decision_log.at AS time, basis,
       reject_evidence.account AS account_marks, reject_evidence.customer AS customer_marks
     FROM decision_log LEFT JOIN reject_evidence ON decision_seq = seq
     WHERE seq > ? AND batch NOT IN (SELECT batch FROM unfinished_batches) ORDER BY seq LIMIT 1000`,
  );
  const nextBatch = database.prepare<[], { next: number }>(
    'SELECT coalesce(max(batch), 0) + 1 AS next FROM decision_log',
  );
  const begin = database.prepare('INSERT INTO unfinished_batches (batch) VALUES (?)');
  const finish = database.prepare('DELETE FROM unfinished_batches WHERE batch = ?');

  function* since(seq: number): Generator<readonly LogEntry[]> {
    for (const page of pages(read, seq)) yield page.map(entryOf);
  }

  function write(
    { accountId, customerId, kind, evidence = null, taken, basis: seen }: NewDecision,
    { batch, author, at, basis: usual }: Line,
  ): DecisionEntry {
    const by = taken ?? { author, at };
    const basis = seen ?? usual;
    const { lastInsertRowid } = insert.run(batch, kind, accountId, customerId, by.author, by.at, basis);
    const seq = Number(lastInsertRowid);
    if (evidence !== null) {
      insertEvidence.run(seq, JSON.stringify(evidence.account), JSON.stringify(evidence.customer));
    }
    return { type: 'decision', seq, batch, kind, accountId, customerId, ...by, evidence, basis };
  }

  function writeForCustomer(
    { customerId, kind, taken }: NewCustomerDecision,
    { batch, author, at }: Omit<Line, 'basis'>,
  ): CustomerDecisionEntry {
    const by = taken ?? { author, at };
    const { lastInsertRowid } = insert.run(batch, kind, null, customerId, by.author, by.at, 0);
    return { type: 'customer-decision', seq: Number(lastInsertRowid), batch, kind, customerId, ...by };
  }

  const writeAny = (one: AnyNewDecision, line: Line): LogEntry =>
    'accountId' in one ? write(one, line) : writeForCustomer(one, line);

  const lineOf = (author: string, at: Date, basis: number): Line => {
    return { batch: nextBatch.get()?.next ?? 1, author, at: at.toISOString(), basis };
  };

  function* appending(
    decisions: Iterable<AnyNewDecision>,
    author: string,
    at: Date,
    basis: number,
  ): Steps<void> {
    const line = lineOf(author, at, basis);
    begin.run(line.batch);
    try {
      yield* inserting(database, decisions, (one) => writeAny(one, line));
    } catch (error) {
      forgetUnfinished();
      throw error;
    }
    finish.run(line.batch);
  }

  const forgetUnfinished = database.transaction(() => {
    const lines = 'SELECT seq FROM decision_log WHERE batch IN (SELECT batch FROM unfinished_batches)';
    database.exec(`
      DELETE FROM reject_evidence WHERE decision_seq IN (${lines});
      DELETE FROM decision_log WHERE seq IN (${lines});
      DELETE FROM unfinished_batches;
    `);
  });

  return {
    entries: () => [...since(0)].flat(),
    since,
    append: database.transaction(
      (decisions: readonly NewDecision[], author: string, at: Date, basis: number) => {
        const line = lineOf(author, at, basis);
        return decisions.map((decision) => write(decision, line));
      },
    ),
    appendMixed: database.transaction(
      (decisions: readonly AnyNewDecision[], author: string, at: Date, basis: number) => {
        const line = lineOf(author, at, basis);
        return decisions.map((one) => writeAny(one, line));
      },
    ),
    appending,
    forgetUnfinished,
    appendForCustomers: database.transaction(
      (decisions: readonly NewCustomerDecision[], author: string, at: Date) => {
        const line = lineOf(author, at, 0);
        return decisions.map((decision) => writeForCustomer(decision, line));
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
  const { at: seq, batch, kind, author, time: at, account_id: accountId, customer_id: customerId } = row;
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
