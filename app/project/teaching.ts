import type Database from 'better-sqlite3';
import { MatchPolicy, Pin, usualPolicy } from '#shared/matching.ts';
import { pinnedValue, samePinned } from '#shared/pins.ts';

/** What a person tells the matcher of this project beside the decisions. Every change is on disk when it returns. */
export interface TeachingStore {
  /** The policy chosen for this project; the usual one until somebody chooses. */
  policy(): MatchPolicy;
  choosePolicy(policy: MatchPolicy): void;
  /** The pins in force, by kind and value. */
  pins(): Pin[];
  /** Pins an identifier; a second word on the same one, however it is written, replaces the first. */
  pin(pin: Pin, author: string, at: Date): void;
  /** Takes a pin back; false when there is none. */
  unpin(pin: Pick<Pin, 'kind' | 'value'>): boolean;
}

/** The teaching store over an open project database. */
export function teachingStore(database: Database.Database): TeachingStore {
  const readPolicy = database.prepare<[], { value: string }>(
    "SELECT value FROM meta WHERE key = 'match-policy'",
  );
  const savePolicy = database.prepare("INSERT OR REPLACE INTO meta (key, value) VALUES ('match-policy', ?)");
  const readPins = database.prepare('SELECT kind, value, word AS "as" FROM pins ORDER BY kind, value');
  const savePin = database.prepare(
    'INSERT OR REPLACE INTO pins (kind, value, word, author, at) VALUES (?, ?, ?, ?, ?)',
  );
  const removePin = database.prepare('DELETE FROM pins WHERE kind = ? AND value = ?');

  function pins(): Pin[] {
    return Pin.array().parse(readPins.all());
  }

  function unpin({ kind, value }: Pick<Pin, 'kind' | 'value'>): boolean {
    const same = pins().filter((pin) => pin.kind === kind && samePinned(kind, pin.value, value));
    for (const pin of same) removePin.run(kind, pin.value);
    return same.length > 0;
  }

  return {
    policy() {
      const row = readPolicy.get();
      return row === undefined ? usualPolicy : MatchPolicy.parse(JSON.parse(row.value));
    },
    choosePolicy(policy) {
      savePolicy.run(JSON.stringify(policy));
    },
    pins,
    pin: database.transaction((pin: Pin, author: string, at: Date) => {
      unpin(pin);
      savePin.run(pin.kind, pinnedValue(pin.kind, pin.value), pin.as, author, at.toISOString());
    }),
    unpin: database.transaction(unpin),
  };
}
