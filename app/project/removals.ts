import type Database from 'better-sqlite3';
import type { RunId } from '#shared/ids.ts';
import { type RemovalAction, RemovalEntry } from '#shared/removals.ts';
import type { Steps } from '#shared/steps.ts';
import { inserting } from './inserting.ts';

/** A created record that an undo is to take away, or to bring back. */
export interface NewRemoval extends Pick<RemovalEntry, 'action' | 'recordId' | 'name' | 'accountId'> {
  /** By what it is seen that the record is still as it was left. */
  readonly expected: string;
}

/** Such a record as far as it is. `version` is what it has afterwards in place of `expected`, `''` until then. */
export interface Removal extends RemovalEntry {
  readonly expected: string;
  readonly version: string;
}

/** What became of one record. What is left out of it is `''`. */
export interface RemovalChange {
  readonly recordId: string;
  readonly state: Removal['state'];
  readonly version?: string;
  readonly message?: string;
  readonly serviceMessage?: string;
}

/** Created records that undos take away or bring back. Every method has its effect on disk when it returns. */
export interface RemovalStore {
  /** Adds records to an undo, as `planned`, in small steps. */
  plan(run: RunId, removals: readonly NewRemoval[], at: Date): Steps<void>;
  record(run: RunId, changes: readonly RemovalChange[], at: Date): void;
  /** Takes the records of one action that were never sent out of an undo. */
  leaveOut(run: RunId, action: RemovalAction): void;
  entries(run: RunId): Removal[];
}

interface Row {
  action: RemovalAction;
  record_id: string;
  name: string;
  account_id: string;
  expected: string;
  version: string;
  state: string;
  message: string;
  service_message: string;
  at: string;
}

/** The store of removals over an open project database. */
export function removalStore(database: Database.Database): RemovalStore {
  const insert = database.prepare(
    `INSERT INTO removals (run_id, action, record_id, name, account_id, expected, version, state, message, service_message, at)
     VALUES (?, ?, ?, ?, ?, ?, '', 'planned', '', '', ?)`,
  );
  const change = database.prepare(
    `UPDATE removals SET state = ?, version = ?, message = ?, service_message = ?, at = ?
     WHERE run_id = ? AND record_id = ?`,
  );
  const deletePlanned = database.prepare(
    "DELETE FROM removals WHERE run_id = ? AND action = ? AND state = 'planned'",
  );
  const read = database.prepare<[number], Row>(
    'SELECT * FROM removals WHERE run_id = ? ORDER BY name, record_id',
  );
  return {
    plan: (run, removals, at) =>
      inserting(database, removals, ({ action, recordId, name, accountId, expected }) =>
        insert.run(run, action, recordId, name, accountId, expected, at.toISOString()),
      ),
    record: database.transaction((run: RunId, changes: readonly RemovalChange[], at: Date) => {
      for (const { recordId, state, version = '', message = '', serviceMessage = '' } of changes) {
        change.run(state, version, message, serviceMessage, at.toISOString(), run, recordId);
      }
    }),
    leaveOut: (run, action) => void deletePlanned.run(run, action),
    entries: (run) => read.all(run).map(removalOf),
  };
}

function removalOf(row: Row): Removal {
  const entry = RemovalEntry.parse({
    action: row.action,
    recordId: row.record_id,
    name: row.name,
    accountId: row.account_id,
    state: row.state,
    message: row.message,
    serviceMessage: row.service_message,
    at: row.at,
  });
  return { ...entry, expected: row.expected, version: row.version };
}
