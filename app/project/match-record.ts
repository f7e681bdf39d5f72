import type Database from 'better-sqlite3';
import { z } from 'zod';
import { AccountId } from '#shared/ids.ts';
import { Lesson, LinkDoubt, MatchPolicy, Pin, usualPolicy } from '#shared/matching.ts';

/** What a match was told, and what it learnt from it. */
export const MatchRecord = z.object({
  policy: MatchPolicy,
  pins: z.array(Pin),
  /** The last line of the decision log that it heeded, 0 for none. */
  lastDecision: z.int().nonnegative(),
  lesson: Lesson.nullable(),
  /**
   * Accounts whose every candidate the person had turned down, each with the decision that did so. Another match of the
   * same records does not open them again.
   */
  settled: z.array(z.tuple([AccountId, z.int().positive()])),
  /** The links there were already that the records spoke against. */
  doubts: z.array(LinkDoubt).default([]),
});
export type MatchRecord = z.infer<typeof MatchRecord>;

/** A match that was told nothing: what is assumed of one from before such things were kept. */
export const untaught: MatchRecord = Object.freeze({
  policy: usualPolicy,
  pins: [],
  lastDecision: 0,
  lesson: null,
  settled: [],
  doubts: [],
});

/** The record of the last match over an open project database. */
export function matchRecordIn(database: Database.Database) {
  const read = database.prepare<[], { value: string }>("SELECT value FROM meta WHERE key = 'match-record'");
  const write = database.prepare("INSERT OR REPLACE INTO meta (key, value) VALUES ('match-record', ?)");
  const remove = database.prepare("DELETE FROM meta WHERE key = 'match-record'");
  return {
    get(): MatchRecord {
      const row = read.get();
      return row === undefined ? untaught : MatchRecord.parse(JSON.parse(row.value));
    },
    set: (record: MatchRecord) => void write.run(JSON.stringify(record)),
    clear: () => void remove.run(),
  };
}
