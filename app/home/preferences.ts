import { existsSync, readFileSync } from 'node:fs';
import { Preferences } from '#shared/preferences.ts';
import { putSmallFile } from './small-file.ts';

/** How a person likes the program to look and behave, whatever the project: one small file. */
export interface PreferenceStore {
  all(): Preferences;
  /** Keeps a preference as JSON text; null goes back to the usual. */
  set(key: string, value: string | null): void;
}

/**
 * The preferences kept at `file`. Those that cannot be read count as none, and those that cannot be written last as long as
 * the program: they are a convenience, not data.
 */
export function preferenceStore(file: string): PreferenceStore {
  let unwritten: Preferences | null = null;

  function all(): Preferences {
    if (unwritten !== null) return unwritten;
    if (!existsSync(file)) return {};
    try {
      return Preferences.parse(JSON.parse(readFileSync(file, 'utf8')));
    } catch {
      return {};
    }
  }

  return {
    all,
    set(key, value) {
      const { [key]: _, ...others } = all();
      const next = value === null ? others : { ...others, [key]: value };
      unwritten = putSmallFile(file, JSON.stringify(next, null, 2)) ? null : next;
    },
  };
}
