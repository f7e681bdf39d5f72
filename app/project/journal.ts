// Over 400 lines: one journal with its statements prepared once; its runs, entries and states are read and written together.
import type Database from 'better-sqlite3';
import { CreationState } from '#shared/creating.ts';
import { ServiceOrigin } from '#shared/datasets.ts';
import { AccountId, CustomerId, RunId } from '#shared/ids.ts';
import { JournalState } from '#shared/journal-state.ts';
import {
  JournalEntry,
  type LinkFields,
  type PlannedLink,
  RunInfo,
  type RunKind,
  type RunStatus,
} from '#shared/links.ts';
import { sorting } from '#shared/sorting.ts';
import { atOnce, type Steps } from '#shared/steps.ts';
import { begunRuns, isWhole } from './begun-runs.ts';
import { type BulkJobs, bulkJobs } from './bulk-jobs.ts';
import {
  type LinkChange,
  type LinkTrail,
  linkTrails,
  type RunEffect,
  runEffects,
  type TrailRun,
} from './link-trail.ts';

/**
 * A link that a run is to write: the plan's row, the decision it comes from, and the account's last change (`''` where the
 * run does not depend on it).
 */
export interface JournalLink extends Omit<PlannedLink, 'warnings' | 'balance' | 'currency'> {
  readonly decisionSeq: number;
  readonly accountModstamp: string;
}

/** A journal entry with what only the writer needs. */
export interface JournalRecord extends JournalEntry {
  readonly decisionSeq: number;
  readonly accountModstamp: string;
}

/** A journal entry with the run that it is of, and what that run does to links. */
export interface RunEntry extends JournalRecord {
  readonly run: RunId;
  readonly effect: RunEffect | null;
}

/** What became of one record. */
export interface JournalOutcome {
  readonly accountId: AccountId;
  readonly state: JournalState;
  readonly message: string;
  readonly serviceMessage: string;
}

/** What an account carried when it was read right before it was written. */
export interface SeenBefore {
  readonly accountId: AccountId;
  readonly before: LinkFields;
}

/** The last outcome of an account in any write, and the decision that it belongs to. */
export interface LastOutcome {
  readonly state: JournalState;
  readonly decisionSeq: number;
  readonly customerId: CustomerId;
  readonly message: string;
  /** Whether the account itself was created by that write. */
  readonly madeAccount: boolean;
}

/** Runs and their journal. Every method has its effect on disk when it returns. */
export interface Journal extends BulkJobs {
  /**
   * Starts a run with all its links as `planned`, in small steps; all of it is on disk at the end, and where that is not
   * reached the next opening of the project removes it. `undone` is the run that it undoes, and what it does beside links.
   */
  beginning(
    links: readonly JournalLink[],
    organisation: ServiceOrigin,
    author: string,
    at: Date,
    undone?: { readonly run: RunId; readonly more?: (run: RunId) => Steps<void> },
  ): Steps<RunId>;
  /** Starts a run in one go; one that undoes another run where that is given. */
  begin(
    links: readonly JournalLink[],
    organisation: ServiceOrigin,
    author: string,
    at: Date,
    undoes?: RunId,
  ): RunId;
  /** Notes what accounts really carry right before they are written: undoing the run brings that back. */
  noteBefore(run: RunId, seen: readonly SeenBefore[]): void;
  record(run: RunId, outcomes: readonly JournalOutcome[], at: Date): void;
  /** Does several things to the project at once: all of it is on disk in the end, or nothing. */
  atOnce(work: () => void): void;
  finish(run: RunId, status: RunStatus, error: string | null, at: Date): void;
  /** Takes a run up again that had stopped. */
  reopen(run: RunId): void;
  /** Takes what was never sent out of a run, in small steps, and counts it. */
  leaveOut(run: RunId): Steps<void>;
  /** Whether the run's first links came out as planned, or a person let it go on all the same. */
  isProven(run: RunId): boolean;
  setProven(run: RunId): void;
  /** How many entries of a run are in each state. */
  counts(run: RunId): Readonly<Record<JournalState, number>>;
  /** At most so many entries of a run that are in one of these states. */
  entriesIn(run: RunId, states: readonly JournalState[], most: number): JournalRecord[];
  /** The entries of these accounts in a run. */
  entriesOf(run: RunId, accounts: readonly AccountId[]): JournalRecord[];
  runs(): RunInfo[];
  run(run: RunId): RunInfo | null;
  organisationOf(run: RunId): ServiceOrigin | null;
  /** What the run does in the end, and to the links of which write; null for a run that is not there. */
  effectOf(run: RunId): RunEffect | null;
  entries(run: RunId): JournalRecord[];
  /** The same by the accounts' ids, a thousand at a time; between two batches the project may be used. */
  entryBatches(run: RunId): Iterable<readonly JournalRecord[]>;
  /** A thousand entries that follow the one of this account by their accounts' ids; null: the first ones. */
  entriesAfter(run: RunId, last: AccountId | null): JournalRecord[];
  /** Runs that were under way when the program ended are `interrupted` from now on; one that was only half begun is gone. */
  markInterrupted(): void;
  /** The newest run of links alone that has some neither done nor given up; null when all are settled. */
  unfinished(): RunId | null;
  /** In small steps. */
  lastOutcomes(): Steps<Map<AccountId, LastOutcome>>;
  /** The newest entry of each account in any run; with a state, its newest one of that state. */
  lastEntries(state: JournalState | null): Map<AccountId, RunEntry>;
  /** What became of each account's link through all runs and their undos, in small steps. */
  trails(): Steps<Map<AccountId, LinkTrail>>;
  /** The same for who asks only what was undone: empty, without reading the journal, where no run ever was. */
  trailsOfUndos(): Steps<Map<AccountId, LinkTrail>>;
}

interface RunRow {
  id: number;
  kind: string;
  undoes: number | null;
  status: string;
  author: string;
  started_at: string;
  finished_at: string | null;
  organisation: string;
  error: string | null;
  waits: string | null;
  left_out: number;
}

interface EntryRow {
  run_id: number;
  account_id: string;
  account_name: string;
  customer_id: string;
  customer_name: string;
  decision_seq: number;
  before_customer_id: string;
  before_sync_token: string;
  after_customer_id: string;
  after_sync_token: string;
  account_modstamp: string;
  state: string;
  message: string;
  service_message: string;
  at: string;
}

/** Entries that are read between two turns of others. */
const entriesAtOnce = 1_000;

/** The journal over an open project database. */
export function journal(database: Database.Database): Journal {
  const runs = begunRuns(database);
  const insertRun = database.prepare(
    "INSERT INTO runs (kind, undoes, status, author, started_at, organisation) VALUES (?, ?, 'running', ?, ?, ?)",
  );
  const insertEntry = database.prepare(
    `INSERT INTO journal (run_id, account_id, account_name, customer_id, customer_name, decision_seq,
       before_customer_id, before_sync_token, after_customer_id, after_sync_token, account_modstamp,
       state, message, service_message, at)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'planned', '', '', ?)`,
  );
  const setOutcome = database.prepare(
    'UPDATE journal SET state = ?, message = ?, service_message = ?, at = ? WHERE run_id = ? AND account_id = ?',
  );
  const setBefore = database.prepare(
    'UPDATE journal SET before_customer_id = ?, before_sync_token = ? WHERE run_id = ? AND account_id = ?',
  );
  const countStates = database.prepare<[number], { state: string; n: number }>(
    'SELECT state, count(*) AS n FROM journal WHERE run_id = ? GROUP BY state',
  );
  const readSome = database.prepare<[number, string, number], EntryRow>(
    'SELECT * FROM journal WHERE run_id = ? AND state = ? ORDER BY account_id LIMIT ?',
  );
  const readPage = database.prepare<[number, string], EntryRow>(
    `SELECT * FROM journal WHERE run_id = ? AND account_id > ? ORDER BY account_id LIMIT ${entriesAtOnce}`,
  );
  const readOne = database.prepare<[number, string], EntryRow>(
    'SELECT * FROM journal WHERE run_id = ? AND account_id = ?',
  );
  const deleteSome = database.prepare(
    `DELETE FROM journal WHERE run_id = ? AND account_id IN
       (SELECT account_id FROM journal WHERE run_id = ? AND state = 'planned' LIMIT ${entriesAtOnce})`,
  );
  const countLeftOut = database.prepare('UPDATE runs SET left_out = left_out + ? WHERE id = ?');
  const readProven = database.prepare<[number], number>('SELECT proven FROM runs WHERE id = ?').pluck();
  const countCreations = database.prepare<[number], { side: string; state: string; n: number }>(
    'SELECT side, state, count(*) AS n FROM creations WHERE run_id = ? GROUP BY side, state',
  );
  const countRemovals = database.prepare<[number], { state: string; n: number }>(
    'SELECT state, count(*) AS n FROM removals WHERE run_id = ? GROUP BY state',
  );
  const readRun = database.prepare<[number], RunRow>('SELECT * FROM runs WHERE id = ?');
  const readUndo = database
    .prepare<[number], number | null>('SELECT max(id) FROM runs WHERE undoes = ?')
    .pluck();

  function countsOf(run: number): Record<JournalState, number> {
    const counts: Record<JournalState, number> = {
      planned: 0,
      sent: 0,
      done: 0,
      failed: 0,
      refused: 0,
      unknown: 0,
    };
    for (const { state, n } of countStates.all(run)) counts[JournalState.parse(state)] = n;
    return counts;
  }

  function infoOf(row: RunRow): RunInfo {
    const created = countCreations.all(row.id);
    const creations = Object.fromEntries(CreationState.options.map((state) => [state, 0]));
    for (const { state, n } of created) creations[state] = n;
    const removed = countRemovals.all(row.id);
    const removals = Object.fromEntries(JournalState.options.map((state) => [state, 0]));
    for (const { state, n } of removed) removals[state] = n;
    return RunInfo.parse({
      id: row.id,
      kind: kindOf(row, created[0]?.side),
      undoes: row.undoes,
      undoneBy: readUndo.get(row.id) ?? null,
      status: row.waits ?? row.status,
      author: row.author,
      startedAt: row.started_at,
      finishedAt: row.finished_at,
      organisationName: ServiceOrigin.parse(JSON.parse(row.organisation)).organisationName,
      counts: countsOf(row.id),
      leftOut: row.left_out,
      creations: created.length > 0 ? creations : null,
      removals: removed.length > 0 ? removals : null,
      error: row.error,
    });
  }

  function trailRuns(): TrailRun[] {
    const rows = database.prepare<[], RunRow>('SELECT * FROM runs ORDER BY id').all();
    return rows.map(({ id, undoes, author }) => ({
      id: RunId.parse(id),
      undoes: RunId.nullable().parse(undoes),
      author,
    }));
  }

  /** The entries of a run by their accounts' ids; a connection is free between two pages. */
  function* pagesOf(run: number): Generator<readonly EntryRow[]> {
    for (let last = ''; ; ) {
      const page = readPage.all(run, last);
      yield page;
      const end = page.at(-1);
      if (end === undefined || page.length < entriesAtOnce) return;
      last = end.account_id;
    }
  }

  function* changes(): Generator<LinkChange> {
    for (const { id, kind } of database.prepare<[], RunRow>('SELECT * FROM runs ORDER BY id').all()) {
      for (const page of pagesOf(id)) {
        for (const row of page) {
          // An undo that found an account as before already took back what was decided of it all the same.
          const isChange = kind === 'undo-links' || row.before_customer_id !== row.after_customer_id;
          if (row.state === 'done' && isChange) yield changeOf(row);
        }
      }
    }
  }

  const leaveSomeOut = database.transaction((run: RunId): number => {
    const { changes } = deleteSome.run(run, run);
    countLeftOut.run(changes, run);
    return changes;
  });

  const trails = () => linkTrails(trailRuns(), changes());

  const beginning: Journal['beginning'] = function* (links, organisation, author, at, undone) {
    const time = at.toISOString();
    const kind: RunKind = undone === undefined ? 'write-links' : 'undo-links';
    const origin = JSON.stringify(organisation);
    return yield* runs.beginning(
      () => insertRun.run(kind, undone?.run ?? null, author, time, origin),
      // In the order of the table a row takes a tenth of the time that it takes anywhere in it.
      yield* sorting(links, (a, b) => (a.accountId < b.accountId ? -1 : 1)),
      (run, link) =>
        insertEntry.run(
          run,
          link.accountId,
          link.accountName,
          link.customerId,
          link.customerName,
          link.decisionSeq,
          link.before.customerId,
          link.before.syncToken,
          link.after.customerId,
          link.after.syncToken,
          link.accountModstamp,
          time,
        ),
      undone?.more,
    );
  };

  return {
    beginning,
    begin: (links, organisation, author, at, undoes) =>
      atOnce(beginning(links, organisation, author, at, ...(undoes === undefined ? [] : [{ run: undoes }]))),
    noteBefore: database.transaction((run: RunId, seen: readonly SeenBefore[]) => {
      for (const { accountId, before } of seen) {
        setBefore.run(before.customerId, before.syncToken, run, accountId);
      }
    }),
    record: database.transaction((run: RunId, outcomes: readonly JournalOutcome[], at: Date) => {
      for (const { accountId, state, message, serviceMessage } of outcomes) {
        setOutcome.run(state, message, serviceMessage, at.toISOString(), run, accountId);
      }
    }),
    atOnce: (work) => database.transaction(work)(),
    finish(run, status, error, at) {
      const waits = status === 'paused' || status === 'held' ? status : null;
      database
        .prepare('UPDATE runs SET status = ?, waits = ?, error = ?, finished_at = ? WHERE id = ?')
        .run(waits === null ? status : 'cancelled', waits, error, at.toISOString(), run);
    },
    reopen(run) {
      database
        .prepare(
          "UPDATE runs SET status = 'running', waits = NULL, error = NULL, finished_at = NULL WHERE id = ?",
        )
        .run(run);
    },
    *leaveOut(run) {
      while (leaveSomeOut(run) === entriesAtOnce) yield;
    },
    isProven: (run) => readProven.get(run) === 1,
    setProven: (run) => void database.prepare('UPDATE runs SET proven = 1 WHERE id = ?').run(run),
    counts: countsOf,
    entriesIn(run, states, most) {
      const found: JournalRecord[] = [];
      for (const state of states) {
        if (found.length < most) found.push(...readSome.all(run, state, most - found.length).map(entryOf));
      }
      return found;
    },
    entriesOf: (run, accounts) => accounts.flatMap((id) => readOne.all(run, id).map(entryOf)),
    ...bulkJobs(database),
    runs: () =>
      database
        .prepare<[], RunRow>(`SELECT * FROM runs WHERE ${isWhole('id')} ORDER BY id DESC`)
        .all()
        .map(infoOf),
    run(run) {
      const row = readRun.get(run);
      return row === undefined ? null : infoOf(row);
    },
    organisationOf(run) {
      const row = readRun.get(run);
      return row === undefined ? null : ServiceOrigin.parse(JSON.parse(row.organisation));
    },
    effectOf: (run) => runEffects(trailRuns()).get(run) ?? null,
    entries: (run) =>
      database
        .prepare<[number], EntryRow>(
          'SELECT * FROM journal WHERE run_id = ? ORDER BY account_name, account_id',
        )
        .all(run)
        .map(entryOf),
    entriesAfter: (run, last) => readPage.all(run, last ?? '').map(entryOf),
    *entryBatches(run) {
      for (const page of pagesOf(run)) yield page.map(entryOf);
    },
    markInterrupted() {
      runs.forgetHalfBegun();
      database.prepare("UPDATE runs SET status = 'interrupted' WHERE status = 'running'").run();
    },
    unfinished() {
      const row = database
        .prepare<[], { run_id: number }>(
          `SELECT run_id FROM journal WHERE state IN ('planned', 'sent', 'unknown')
           AND run_id NOT IN (SELECT run_id FROM creations) AND ${isWhole('run_id')}
           UNION SELECT run_id FROM removals WHERE state IN ('planned', 'sent', 'unknown') AND ${isWhole('run_id')}
           ORDER BY run_id DESC LIMIT 1`,
        )
        .get();
      return row === undefined ? null : RunId.parse(row.run_id);
    },
    *lastOutcomes() {
      const last = new Map<AccountId, LastOutcome>();
      const writes = database
        .prepare<[], { id: number; made_accounts: number }>(
          `SELECT id, id IN (SELECT run_id FROM creations WHERE side = 'salesforce') AS made_accounts
           FROM runs WHERE kind = 'write-links' ORDER BY id`,
        )
        .all();
      for (const { id, made_accounts } of writes) {
        for (const page of pagesOf(id)) {
          for (const row of page)
            last.set(AccountId.parse(row.account_id), outcomeOf(row, made_accounts === 1));
          if (page.length === entriesAtOnce) yield;
        }
      }
      return last;
    },
    lastEntries(state) {
      const rows = database
        .prepare<[string | null, string | null], EntryRow>(
          'SELECT * FROM journal WHERE ? IS NULL OR state = ? ORDER BY run_id',
        )
        .iterate(state, state);
      const effects = runEffects(trailRuns());
      const last = new Map<AccountId, RunEntry>();
      for (const row of rows) {
        const entry = entryOf(row);
        const run = RunId.parse(row.run_id);
        last.set(entry.accountId, { ...entry, run, effect: effects.get(run) ?? null });
      }
      return last;
    },
    trails,
    *trailsOfUndos() {
      const isAnyUndone = trailRuns().some(({ undoes }) => undoes !== null);
      return isAnyUndone ? yield* trails() : new Map<AccountId, LinkTrail>();
    },
  };
}

/** A run that creates records writes links too, and is such a run in the table. `side` is where it creates. */
function kindOf({ kind }: RunRow, side: string | undefined): string {
  if (side === undefined) return kind;
  return side === 'quickbooks' ? 'create-customers' : 'create-accounts';
}

function changeOf({ run_id, account_id, decision_seq, customer_name, at }: EntryRow): LinkChange {
  return {
    run: RunId.parse(run_id),
    accountId: AccountId.parse(account_id),
    decisionSeq: decision_seq,
    customerName: customer_name,
    at,
  };
}

function outcomeOf(row: EntryRow, madeAccount: boolean): LastOutcome {
  return {
    state: JournalState.parse(row.state),
    decisionSeq: row.decision_seq,
    customerId: CustomerId.parse(row.customer_id),
    message: row.message,
    madeAccount,
  };
}

function entryOf(row: EntryRow): JournalRecord {
  const entry = JournalEntry.parse({
    accountId: row.account_id,
    accountName: row.account_name,
    customerId: row.customer_id,
    customerName: row.customer_name,
    before: { customerId: row.before_customer_id, syncToken: row.before_sync_token },
    after: { customerId: row.after_customer_id, syncToken: row.after_sync_token },
    state: row.state,
    message: row.message,
    serviceMessage: row.service_message,
    at: row.at,
  });
  return { ...entry, decisionSeq: row.decision_seq, accountModstamp: row.account_modstamp };
}
