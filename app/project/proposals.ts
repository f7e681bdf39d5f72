import type Database from 'better-sqlite3';
import type { AccountId } from '#shared/ids.ts';
import { Proposal } from '#shared/pairs.ts';
import { type MatchRecord, matchRecordIn, untaught } from './match-record.ts';

/** The matcher's last word, one proposal an account, with the model that explains any other pair. */
export interface ProposalStore {
  /** Replaces all proposals, the model and the record of the match in one transaction. `model` is plain JSON. */
  replace(proposals: readonly Proposal[], model: unknown, at: Date, record?: MatchRecord): void;
  all(): Map<AccountId, Proposal>;
  /** The model of the last match, as stored; null before the first match. */
  model(): unknown;
  /** When the last match was made (ISO 8601); null before the first match or after new data arrived. */
  matchedAt(): string | null;
  /** What the last match was told and learnt; {@link untaught} before the first match and after new data arrived. */
  record(): MatchRecord;
  /** Forgets all proposals: the data they were made from have been replaced. */
  clear(): void;
}

/** The proposal store over an open project database. */
export function proposalStore(database: Database.Database): ProposalStore {
  const setMeta = database.prepare('INSERT OR REPLACE INTO meta (key, value) VALUES (?, ?)');
  const getMeta = database.prepare<[string], { value: string }>('SELECT value FROM meta WHERE key = ?');
  const record = matchRecordIn(database);
  const insert = database.prepare('INSERT INTO proposals (account_id, proposal) VALUES (?, ?)');
  const clear = database.transaction(() => {
    database.prepare('DELETE FROM proposals').run();
    database.prepare("DELETE FROM meta WHERE key IN ('match-model', 'matched-at')").run();
    record.clear();
  });

  return {
    replace: database.transaction(
      (proposals: readonly Proposal[], model: unknown, at: Date, made: MatchRecord = untaught) => {
        clear();
        for (const proposal of proposals) insert.run(proposal.accountId, JSON.stringify(proposal));
        setMeta.run('match-model', JSON.stringify(model));
        setMeta.run('matched-at', at.toISOString());
        record.set(made);
      },
    ),
    all() {
      const rows = database.prepare<[], { proposal: string }>('SELECT proposal FROM proposals').all();
      return new Map(
        rows.map((row) => {
          const proposal = Proposal.parse(JSON.parse(row.proposal));
          return [proposal.accountId, proposal];
        }),
      );
    },
    model() {
      const row = getMeta.get('match-model');
      return row === undefined ? null : JSON.parse(row.value);
    },
    record: record.get,
    matchedAt: () => getMeta.get('matched-at')?.value ?? null,
    clear,
  };
}
