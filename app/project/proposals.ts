import type Database from 'better-sqlite3';
import type { AccountId } from '#shared/ids.ts';
import type { LinkDoubt } from '#shared/matching.ts';
import type { Proposal, ProposalOutline } from '#shared/pairs.ts';
import { type MatchRecord, matchRecordIn, untaught } from './match-record.ts';
import { outdatedKey } from './outdated.ts';
import { pages } from './pages.ts';
import { outlineOf, proposalOf, type StoredProposal, storedProposal } from './stored-proposal.ts';

/** What is kept of a match beside its proposals. `model` is plain JSON. */
export interface MatchMade {
  readonly model: unknown;
  readonly at: Date;
  readonly record?: MatchRecord;
}

/** New proposals on their way into the file, batch by batch. Until they are committed the former ones stand. */
export interface Renewal {
  add(batch: readonly StoredProposal[]): void;
  /** Puts the new proposals, all at once, in the place of the former ones. */
  commit(made: MatchMade): void;
  /** Forgets the new proposals. */
  drop(): void;
}

/** The matcher's last word, one proposal an account, with the model that explains any other pair. */
export interface ProposalStore {
  /** Begins to replace all proposals; what an earlier renewal left behind is forgotten. */
  renewal(): Renewal;
  /** Replaces all proposals, the model and the record of the match. */
  replace(proposals: readonly Proposal[], made: MatchMade): void;
  /** Whether the records were replaced since: until they are amended the proposals are of the former ones. */
  isOutdated(): boolean;
  /**
   * Replaces the proposals of some accounts and forgets those of others, so that they are of the records as they are.
   * Yields after every few hundred; they stay outdated until the end.
   */
  amending(
    proposals: readonly StoredProposal[],
    without: readonly AccountId[],
    doubts: readonly LinkDoubt[],
    at: Date,
  ): Generator<undefined, void>;
  /** All proposals in outline, a thousand at a time; between two batches the project may be used. */
  outlines(): Iterable<readonly ProposalOutline[]>;
  /** One account's proposal with its evidence. */
  of(id: AccountId): Proposal | undefined;
  /** The model of the last match, as stored; null before the first match. */
  model(): unknown;
  /** When the last match was made (ISO 8601); null before the first match or after new data arrived. */
  matchedAt(): string | null;
  /** What the last match was told and learnt; {@link untaught} before the first match and after new data arrived. */
  record(): MatchRecord;
  /** Forgets all proposals: the data they were made from have been replaced. */
  clear(): void;
}

/** Proposals that are written between two turns of others. */
const batchSize = 500;

const tableOf = (name: string): string =>
  `CREATE TABLE ${name} (account_id TEXT PRIMARY KEY, outline TEXT NOT NULL, evidence TEXT NOT NULL) STRICT`;
const insertInto = (name: string): string =>
  `INSERT OR REPLACE INTO ${name} (account_id, outline, evidence) VALUES (?, ?, ?)`;

/** The proposal store over an open project database. */
export function proposalStore(database: Database.Database): ProposalStore {
  const setMeta = database.prepare('INSERT OR REPLACE INTO meta (key, value) VALUES (?, ?)');
  const getMeta = database.prepare<[string], { value: string }>('SELECT value FROM meta WHERE key = ?');
  const removeMeta = database.prepare('DELETE FROM meta WHERE key = ?');
  const record = matchRecordIn(database);
  const one = database.prepare<[string], { outline: string; evidence: string }>(
    'SELECT outline, evidence FROM proposals WHERE account_id = ?',
  );

  function insert(into: string, batch: readonly StoredProposal[]): void {
    const statement = database.prepare(insertInto(into));
    for (const { accountId, outline, evidence } of batch) statement.run(accountId, outline, evidence);
  }

  const write = database.transaction(insert);
  type Amended = { readonly fresh: ReadonlySet<AccountId>; readonly without: readonly AccountId[] };
  const amended = database.transaction(({ fresh, without }: Amended, doubts: LinkDoubt[], at: Date) => {
    const last = record.get();
    // An account with another proposal than the one that was turned down for good is open again.
    const settled = last.settled.filter(([id]) => !fresh.has(id));
    record.set({ ...last, settled, doubts });
    const remove = database.prepare('DELETE FROM proposals WHERE account_id = ?');
    for (const id of without) remove.run(id);
    setMeta.run('matched-at', at.toISOString());
    removeMeta.run(outdatedKey);
  });

  const commit = database.transaction(({ model, at, record: made = untaught }: MatchMade) => {
    database.exec('DROP TABLE proposals; ALTER TABLE next_proposals RENAME TO proposals');
    setMeta.run('match-model', JSON.stringify(model));
    setMeta.run('matched-at', at.toISOString());
    record.set(made);
    removeMeta.run(outdatedKey);
  });

  function renewal(): Renewal {
    database.exec(`DROP TABLE IF EXISTS next_proposals; ${tableOf('next_proposals')}`);
    return {
      add: (batch) => write('next_proposals', batch),
      commit,
      drop: () => void database.exec(`DROP TABLE IF EXISTS next_proposals`),
    };
  }

  return {
    renewal,
    replace: database.transaction((proposals: readonly Proposal[], made: MatchMade) => {
      const next = renewal();
      next.add(proposals.map(storedProposal));
      next.commit(made);
    }),
    *amending(proposals, without, doubts, at) {
      for (let from = 0; from < proposals.length; from += batchSize) {
        write('proposals', proposals.slice(from, from + batchSize));
        yield;
      }
      amended({ fresh: new Set(proposals.map(({ accountId }) => accountId)), without }, [...doubts], at);
    },
    isOutdated: () => getMeta.get(outdatedKey) !== undefined,
    *outlines() {
      const next = database.prepare<[number], { at: number; outline: string }>(
        'SELECT rowid AS at, outline FROM proposals WHERE rowid > ? ORDER BY rowid LIMIT 1000',
      );
      for (const batch of pages(next)) yield batch.map(outlineOf);
    },
    of(id) {
      const row = one.get(id);
      return row === undefined ? undefined : proposalOf(row);
    },
    model() {
      const row = getMeta.get('match-model');
      return row === undefined ? null : JSON.parse(row.value);
    },
    record: record.get,
    matchedAt: () => getMeta.get('matched-at')?.value ?? null,
    clear: database.transaction(() => {
      database.prepare('DELETE FROM proposals').run();
      for (const key of ['match-model', 'matched-at', outdatedKey]) removeMeta.run(key);
      record.clear();
    }),
  };
}
