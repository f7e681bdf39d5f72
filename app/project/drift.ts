import type Database from 'better-sqlite3';
import type { Side } from '#shared/datasets.ts';
import { type DriftCounts, DriftKind, DriftRecord, type DriftReport } from '#shared/drift.ts';

/** A record that changed or went with the export of this number. */
export interface DriftEntry extends DriftRecord {
  readonly export: number;
}

/** What exports found against the ones before them. */
export interface DriftStore {
  /** What the last export found; null where it was the first. */
  latest(): DriftReport | null;
  /** The records of one kind that the last export found, by name; at most `limit`, after the first `skip`. */
  found(side: Side, kind: DriftKind, skip: number, limit: number): DriftRecord[];
  /**
   * The records that changed or went with any export and that bear on a link or a decision, the oldest export first:
   * those that were decided on, carried an id, or are customers that went or were made inactive.
   */
  bearing(): DriftEntry[];
  /** Every record that changed or went with an export after this revision, the oldest export first. */
  since(revision: number): DriftEntry[];
}

interface DriftRow {
  side: string;
  kind: string;
  id: string;
  name: string;
  changes: string;
  fate: string;
}

/** The drift store over an open project database. */
export function driftStore(database: Database.Database): DriftStore {
  const last = database.prepare<[], { number: number; at: string; since: string }>(
    `SELECT number, at, since FROM exports
     WHERE at = (SELECT max(exported_at) FROM datasets) ORDER BY number DESC LIMIT 1`,
  );
  const counts = database.prepare<[number, string], { kind: string; n: number }>(
    'SELECT kind, count(*) AS n FROM drift WHERE export = ? AND side = ? GROUP BY kind',
  );
  const found = database.prepare<[number, string, string, number, number], DriftRow>(
    `SELECT side, kind, id, name, changes, fate FROM drift WHERE export = ? AND side = ? AND kind = ?
     ORDER BY name COLLATE NOCASE, id LIMIT ? OFFSET ?`,
  );
  // The changes are JSON as written by the drift writer, whose order of fields is fixed.
  const bearing = database.prepare<[], DriftRow & { export: number }>(
    `SELECT export, side, kind, id, name, changes, fate FROM drift JOIN exports ON number = export
     WHERE kind <> 'new' AND (
       CASE side
         WHEN 'salesforce' THEN
           (changes LIKE '%"linkedCustomerId"%' AND changes NOT LIKE '%"linkedCustomerId","before":"","after":""%')
           OR id IN (SELECT account_id FROM decision_log WHERE account_id IS NOT NULL)
         ELSE
           kind = 'gone' OR changes LIKE '%"active"%'
           OR id IN (SELECT customer_id FROM decision_log WHERE account_id IS NOT NULL AND customer_id IS NOT NULL)
       END
     ) ORDER BY export, side, kind, id`,
  );

  const since = database.prepare<[number], DriftRow & { export: number }>(
    `SELECT export, side, kind, id, name, changes, fate FROM drift
     WHERE export > ? AND kind <> 'new' ORDER BY export, side, kind, id`,
  );

  function countsOf(number: number, side: Side): DriftCounts {
    const all: DriftCounts = { new: 0, changed: 0, gone: 0 };
    for (const { kind, n } of counts.all(number, side)) all[DriftKind.parse(kind)] = n;
    return all;
  }

  return {
    latest() {
      const row = last.get();
      if (row === undefined) return null;
      const { number, at, since } = row;
      const [salesforce, quickbooks] = [countsOf(number, 'salesforce'), countsOf(number, 'quickbooks')];
      return { at, since, salesforce, quickbooks };
    },
    found(side, kind, skip, limit) {
      const row = last.get();
      return row === undefined ? [] : found.all(row.number, side, kind, limit, skip).map(recordOf);
    },
    bearing: () => bearing.all().map((row) => ({ ...recordOf(row), export: row.export })),
    since: (revision) => since.all(revision).map((row) => ({ ...recordOf(row), export: row.export })),
  };
}

function recordOf({ side, kind, id, name, changes, fate }: DriftRow): DriftRecord {
  return DriftRecord.parse({
    side,
    kind,
    id,
    name,
    changes: JSON.parse(changes),
    fate: JSON.parse(fate),
  });
}
