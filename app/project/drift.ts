import type Database from 'better-sqlite3';
import { z } from 'zod';
import { Side } from '#shared/datasets.ts';
import { type DriftCounts, DriftKind, DriftRecord, type DriftReport } from '#shared/drift.ts';

/** A record that changed or went with an export. `lastDecision` is the last line of the log before that export. */
export interface DriftEntry extends DriftRecord {
  readonly lastDecision: number;
}

/** What exports found against the ones before them. */
export interface DriftStore {
  /** What the last export found; null where there was nothing to compare it with. */
  latest(): DriftReport | null;
  /** The records of one kind that the last export found, by name; at most `limit`, after the first `skip`. */
  found(side: Side, kind: DriftKind, skip: number, limit: number): DriftRecord[];
  /** Every record that changed or went with any export, the oldest export first. */
  entries(): DriftEntry[];
}

interface DriftRow {
  side: string;
  kind: string;
  id: string;
  name: string;
  changes: string;
  fate: string;
}

const Sides = z.array(Side);

/** The drift store over an open project database. */
export function driftStore(database: Database.Database): DriftStore {
  const last = database.prepare<[], { number: number; at: string; since: string; sides: string }>(
    `SELECT number, at, since, sides FROM exports
     WHERE at = (SELECT max(exported_at) FROM datasets) ORDER BY number DESC LIMIT 1`,
  );
  const counts = database.prepare<[number, string], { kind: string; n: number }>(
    'SELECT kind, count(*) AS n FROM drift WHERE export = ? AND side = ? GROUP BY kind',
  );
  const found = database.prepare<[number, string, string, number, number], DriftRow>(
    `SELECT side, kind, id, name, changes, fate FROM drift WHERE export = ? AND side = ? AND kind = ?
     ORDER BY name COLLATE NOCASE, id LIMIT ? OFFSET ?`,
  );
  const entries = database.prepare<[], DriftRow & { last_decision: number }>(
    `SELECT side, kind, id, name, changes, fate, last_decision
     FROM drift JOIN exports ON number = export WHERE kind <> 'new' ORDER BY export, side, kind, id`,
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
      const sides = Sides.parse(JSON.parse(row.sides));
      const of = (side: Side) => (sides.includes(side) ? countsOf(row.number, side) : null);
      return { at: row.at, since: row.since, salesforce: of('salesforce'), quickbooks: of('quickbooks') };
    },
    found(side, kind, skip, limit) {
      const row = last.get();
      return row === undefined ? [] : found.all(row.number, side, kind, limit, skip).map(recordOf);
    },
    entries: () => entries.all().map((row) => ({ ...recordOf(row), lastDecision: row.last_decision })),
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
