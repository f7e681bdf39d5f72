import type Database from 'better-sqlite3';
import { AccountId } from '#shared/ids.ts';
import { Comment } from '#shared/review.ts';

/** What people wrote beside accounts. */
export interface CommentStore {
  /** Adds a remark; it is on disk when this returns. */
  add(accountId: AccountId, text: string, author: string, at: string): void;
  /** Adds many at once, or none; see {@link add}. Each by itself would wait for the disk. */
  addAll(remarks: readonly Comment[]): void;
  /** The remarks on one account, the oldest first. */
  of(accountId: AccountId): Comment[];
  /** The accounts that have any. */
  accounts(): AccountId[];
  /** All remarks, the oldest first. */
  all(): Comment[];
}

const columns = 'account_id AS accountId, text, author, at';

/** The comments over an open project database. */
export function commentStore(database: Database.Database): CommentStore {
  const insert = database.prepare('INSERT INTO comments (account_id, text, author, at) VALUES (?, ?, ?, ?)');
  const one = database.prepare<[string]>(`SELECT ${columns} FROM comments WHERE account_id = ? ORDER BY id`);
  const all = database.prepare<[]>(`SELECT ${columns} FROM comments ORDER BY id`);
  const accounts = database.prepare<[]>('SELECT DISTINCT account_id FROM comments').pluck();
  return {
    add: (accountId, text, author, at) => void insert.run(accountId, text, author, at),
    addAll: database.transaction((remarks: readonly Comment[]) => {
      for (const { accountId, text, author, at } of remarks) insert.run(accountId, text, author, at);
    }),
    of: (accountId) => Comment.array().parse(one.all(accountId)),
    accounts: () => AccountId.array().parse(accounts.all()),
    all: () => Comment.array().parse(all.all()),
  };
}
