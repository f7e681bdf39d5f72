import type Database from 'better-sqlite3';
import { z } from 'zod';
import { DecisionKind } from '#shared/decisions.ts';
import { AccountId, CustomerId } from '#shared/ids.ts';

/** A line of the log: a decision about an account, or the undo or redo of the batch numbered `batch`. */
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

/** What a person said of one row, before it has its place in the log. */
export interface NewDecision {
  readonly accountId: AccountId;
  readonly customerId: CustomerId | null;
  readonly kind: DecisionKind;
}

/** The append-only log of decisions. A batch is what one action of the person decided, and is undone as one. */
export interface DecisionLog {
  entries(): LogEntry[];
  /** Appends one batch; it is on disk when this returns. Gives the entries as logged. */
  append(decisions: readonly NewDecision[], author: string, at: Date): DecisionEntry[];
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
}

/** The decision log over an open project database. */
export function decisionLog(database: Database.Database): DecisionLog {
  const insert = database.prepare(
    'INSERT INTO decision_log (batch, kind, account_id, customer_id, author, at) VALUES (?, ?, ?, ?, ?, ?)',
  );
  const nextBatch = database.prepare<[], { next: number }>(
    'SELECT coalesce(max(batch), 0) + 1 AS next FROM decision_log',
  );

  return {
    entries: () => database.prepare<[], LogRow>('SELECT * FROM decision_log ORDER BY seq').all().map(entryOf),
    append: database.transaction((decisions: readonly NewDecision[], author: string, at: Date) => {
      const batch = nextBatch.get()?.next ?? 1;
      const time = at.toISOString();
      return decisions.map((decision): DecisionEntry => {
        const { accountId, customerId, kind } = decision;
        const { lastInsertRowid } = insert.run(batch, kind, accountId, customerId, author, time);
        return {
          type: 'decision',
          seq: Number(lastInsertRowid),
          batch,
          kind,
          accountId,
          customerId,
          author,
          at: time,
        };
      });
    }),
    appendReversal(type, batch, author, at) {
      const time = at.toISOString();
      const { lastInsertRowid } = insert.run(batch, type, null, null, author, time);
      return { type, seq: Number(lastInsertRowid), batch, author, at: time };
    },
  };
}

function entryOf(row: LogRow): LogEntry {
  const { seq, batch, kind, author, at } = row;
  return LogEntry.parse(
    kind === 'undo' || kind === 'redo'
      ? { type: kind, seq, batch, author, at }
      : {
          type: 'decision',
          seq,
          batch,
          kind,
          accountId: row.account_id,
          customerId: row.customer_id,
          author,
          at,
        },
  );
}
