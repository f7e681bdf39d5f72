import type Database from 'better-sqlite3';
import { CreationState, FieldValues } from '#shared/creating.ts';
import { TemplateSource } from '#shared/creation-template.ts';
import { ServiceOrigin, type Side } from '#shared/datasets.ts';
import { RunId } from '#shared/ids.ts';
import type { Steps } from '#shared/steps.ts';
import { begunRuns, isWhole } from './begun-runs.ts';

/** A record that a run is to create in the service of a table's side, from one of the other side. */
export interface CreationToBegin {
  readonly sourceId: string;
  readonly sourceName: string;
  readonly decisionSeq: number;
  /** By what it is seen that the record it comes from was changed since. */
  readonly sourceVersion: string;
  readonly beforeSyncToken: string;
  readonly fields: FieldValues;
  /** No two creations have the same. */
  readonly requestId: string;
  readonly overrulesDuplicates: boolean;
}

/** A creation as it stands in the table. `sentAt` is `''` until it was sent first, `targetId` until there is a record. */
export interface StoredCreation extends CreationToBegin {
  readonly run: RunId;
  readonly state: CreationState;
  readonly sentAt: string;
  readonly targetId: string;
  readonly syncToken: string;
  readonly message: string;
  readonly serviceMessage: string;
  readonly serviceCode: string;
  readonly at: string;
}

/** What became of a creation. What is left out of it is `''`, but the id of the record stays. */
export interface CreationOutcome {
  readonly state: Exclude<CreationState, 'created'>;
  readonly message?: string;
  readonly serviceMessage?: string;
  readonly serviceCode?: string;
}

/** What stores of creations on either side have in common. Every method has its effect on disk when it returns. */
export interface CreationTable {
  beginning(
    creations: Iterable<CreationToBegin>,
    organisation: ServiceOrigin,
    author: string,
    at: Date,
  ): Steps<RunId>;
  record(run: RunId, sourceId: string, outcome: CreationOutcome, at: Date): void;
  created(
    run: RunId,
    sourceId: string,
    target: { readonly id: string; readonly syncToken: string },
    at: Date,
  ): void;
  noteReason(
    run: RunId,
    sourceId: string,
    why: Pick<StoredCreation, 'message' | 'serviceMessage'>,
    at: Date,
  ): void;
  entries(run: RunId): StoredCreation[];
  isRun(run: RunId): boolean;
  unfinished(): RunId | null;
  /** The newest entry of each record, by its id. */
  latest(): Map<string, StoredCreation>;
  edits(): Map<string, Record<string, string>>;
  edit(sourceId: string, field: string, value: string | null): void;
  template(): Map<string, TemplateSource>;
  setTemplate(field: string, source: TemplateSource | null): void;
}

interface Row {
  run_id: number;
  source_id: string;
  source_name: string;
  decision_seq: number;
  source_version: string;
  before_sync_token: string;
  fields: string;
  request_id: string;
  overrules_duplicates: number;
  state: string;
  sent_at: string;
  target_id: string;
  sync_token: string;
  message: string;
  service_message: string;
  service_code: string;
  at: string;
}

/** The creations of one side over an open project database. */
export function creationTable(database: Database.Database, side: Side): CreationTable {
  const runs = begunRuns(database);
  const insertRun = database.prepare(
    "INSERT INTO runs (kind, status, author, started_at, organisation) VALUES ('write-links', 'running', ?, ?, ?)",
  );
  const insert = database.prepare(
    `INSERT INTO creations (run_id, side, source_id, source_name, decision_seq, source_version, before_sync_token, fields,
       request_id, overrules_duplicates, state, sent_at, target_id, sync_token, message, service_message, service_code, at)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'planned', '', '', '', '', '', '', ?)`,
  );
  const change = database.prepare(
    `UPDATE creations SET state = @state, message = @message, service_message = @serviceMessage,
       service_code = @serviceCode, sent_at = CASE WHEN @state = 'sent' AND sent_at = '' THEN @at ELSE sent_at END, at = @at
     WHERE run_id = @run AND source_id = @sourceId`,
  );
  const setCreated = database.prepare(
    `UPDATE creations SET state = 'created', target_id = ?, sync_token = ?, message = '', service_message = '',
       service_code = '', at = ?
     WHERE run_id = ? AND source_id = ?`,
  );
  const setReason = database.prepare(
    'UPDATE creations SET message = ?, service_message = ?, at = ? WHERE run_id = ? AND source_id = ?',
  );
  const readRun = database.prepare<[number, string], Row>(
    'SELECT * FROM creations WHERE run_id = ? AND side = ? ORDER BY source_name, source_id',
  );
  const readAll = database.prepare<[string], Row>('SELECT * FROM creations WHERE side = ? ORDER BY run_id');
  const anyOf = database
    .prepare<[number, string], number>('SELECT 1 FROM creations WHERE run_id = ? AND side = ? LIMIT 1')
    .pluck();
  const readOpen = database
    .prepare<[string], number>(
      `SELECT run_id FROM creations WHERE side = ? AND state IN ('planned', 'sent', 'unknown', 'created')
       AND ${isWhole('run_id')} ORDER BY run_id DESC LIMIT 1`,
    )
    .pluck();
  const readEdits = database.prepare<[string], { source_id: string; field: string; value: string }>(
    'SELECT source_id, field, value FROM creation_edits WHERE side = ?',
  );
  const readTemplate = database.prepare<[string], { field: string; source: string }>(
    'SELECT field, source FROM creation_templates WHERE side = ?',
  );

  return {
    beginning(creations, organisation, author, at) {
      const time = at.toISOString();
      const origin = JSON.stringify(ServiceOrigin.parse(organisation));
      return runs.beginning(
        () => insertRun.run(author, time, origin),
        creations,
        (run, one) =>
          insert.run(
            run,
            side,
            one.sourceId,
            one.sourceName,
            one.decisionSeq,
            one.sourceVersion,
            one.beforeSyncToken,
            JSON.stringify(one.fields),
            one.requestId,
            Number(one.overrulesDuplicates),
            time,
          ),
      );
    },
    record(run, sourceId, { state, message = '', serviceMessage = '', serviceCode = '' }, at) {
      change.run({ run, sourceId, state, message, serviceMessage, serviceCode, at: at.toISOString() });
    },
    created: (run, sourceId, { id, syncToken }, at) =>
      void setCreated.run(id, syncToken, at.toISOString(), run, sourceId),
    noteReason: (run, sourceId, { message, serviceMessage }, at) =>
      void setReason.run(message, serviceMessage, at.toISOString(), run, sourceId),
    entries: (run) => readRun.all(run, side).map(creationOf),
    isRun: (run) => anyOf.get(run, side) !== undefined,
    unfinished() {
      const run = readOpen.get(side);
      return run === undefined ? null : RunId.parse(run);
    },
    latest: () => new Map(readAll.all(side).map((row) => [row.source_id, creationOf(row)])),
    edits() {
      const edits = new Map<string, Record<string, string>>();
      for (const { source_id: id, field, value } of readEdits.all(side)) {
        edits.set(id, { ...edits.get(id), [field]: value });
      }
      return edits;
    },
    edit(sourceId, field, value) {
      if (value === null) {
        database
          .prepare('DELETE FROM creation_edits WHERE side = ? AND source_id = ? AND field = ?')
          .run(side, sourceId, field);
        return;
      }
      database
        .prepare('INSERT OR REPLACE INTO creation_edits (side, source_id, field, value) VALUES (?, ?, ?, ?)')
        .run(side, sourceId, field, value);
    },
    template: () =>
      new Map(
        readTemplate.all(side).map(({ field, source }) => [field, TemplateSource.parse(JSON.parse(source))]),
      ),
    setTemplate(field, source) {
      if (source === null) {
        database.prepare('DELETE FROM creation_templates WHERE side = ? AND field = ?').run(side, field);
        return;
      }
      database
        .prepare('INSERT OR REPLACE INTO creation_templates (side, field, source) VALUES (?, ?, ?)')
        .run(side, field, JSON.stringify(source));
    },
  };
}

function creationOf(row: Row): StoredCreation {
  return {
    run: RunId.parse(row.run_id),
    sourceId: row.source_id,
    sourceName: row.source_name,
    decisionSeq: row.decision_seq,
    sourceVersion: row.source_version,
    beforeSyncToken: row.before_sync_token,
    fields: FieldValues.parse(JSON.parse(row.fields)),
    requestId: row.request_id,
    overrulesDuplicates: row.overrules_duplicates === 1,
    state: CreationState.parse(row.state),
    sentAt: row.sent_at,
    targetId: row.target_id,
    syncToken: row.sync_token,
    message: row.message,
    serviceMessage: row.service_message,
    serviceCode: row.service_code,
    at: row.at,
  };
}
