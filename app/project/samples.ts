import type Database from 'better-sqlite3';
import type { AccountId } from '#shared/ids.ts';
import { SampleAnswer } from '#shared/review.ts';
import { SamplePair, type SampleVerdict } from '#shared/sampling.ts';

/** A sample before it has its number. */
export interface NewSample {
  readonly what: string;
  readonly population: number;
  readonly bound: number;
  readonly pairs: readonly Pick<SamplePair, 'accountId' | 'customerId'>[];
}

/** A sample as it was drawn, with the answers so far. */
export interface StoredSample extends Omit<NewSample, 'pairs'> {
  readonly id: number;
  readonly at: string;
  readonly author: string;
  readonly pairs: readonly SamplePair[];
}

/** The blind samples of a project. None is ever removed: they are part of the record. */
export interface SampleStore {
  add(sample: NewSample, author: string, at: Date): number;
  /** Keeps what the person said of a pair, or takes it back (null); it is on disk when this returns. */
  answer(id: number, accountId: AccountId, verdict: SampleVerdict | null): void;
  /** All samples, the newest first. */
  all(): StoredSample[];
  /** What was said of this account's pairs, the newest sample first. */
  answersOn(accountId: AccountId): SampleAnswer[];
}

interface SampleRow {
  id: number;
  at: string;
  author: string;
  what: string;
  population: number;
  bound: number;
}

/** The sample store over an open project database. */
export function sampleStore(database: Database.Database): SampleStore {
  const insert = database.prepare(
    'INSERT INTO samples (at, author, what, population, bound) VALUES (?, ?, ?, ?, ?)',
  );
  const insertPair = database.prepare(
    'INSERT INTO sample_pairs (sample_id, position, account_id, customer_id) VALUES (?, ?, ?, ?)',
  );
  const setVerdict = database.prepare(
    'UPDATE sample_pairs SET verdict = ? WHERE sample_id = ? AND account_id = ?',
  );
  const readAll = database.prepare<[], SampleRow>('SELECT * FROM samples ORDER BY id DESC');
  const readPairs = database.prepare<[number]>(
    `SELECT account_id AS accountId, customer_id AS customerId, verdict FROM sample_pairs
     WHERE sample_id = ? ORDER BY position`,
  );

  const readAnswers = database.prepare<[string]>(
    `SELECT id AS sample, customer_id AS customerId, what, author, at, verdict
     FROM sample_pairs JOIN samples ON samples.id = sample_id
     WHERE account_id = ? AND verdict IS NOT NULL ORDER BY id DESC`,
  );

  return {
    add: database.transaction((sample: NewSample, author: string, at: Date): number => {
      const { what, population, bound, pairs } = sample;
      const id = Number(insert.run(at.toISOString(), author, what, population, bound).lastInsertRowid);
      for (const [place, { accountId, customerId }] of pairs.entries()) {
        insertPair.run(id, place, accountId, customerId);
      }
      return id;
    }),
    answer: (id, accountId, verdict) => void setVerdict.run(verdict, id, accountId),
    all: () =>
      readAll.all().map((row) => ({ ...row, pairs: SamplePair.array().parse(readPairs.all(row.id)) })),
    answersOn: (accountId) => SampleAnswer.array().parse(readAnswers.all(accountId)),
  };
}
