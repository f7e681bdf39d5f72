import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { Preferences } from '#shared/preferences.ts';

/** How a person likes the program to look and behave, whatever the project: one small file. */
export interface PreferenceStore {
  all(): Preferences;
  /** Keeps a preference as JSON text; null goes back to the usual. */
  set(key: string, value: string | null): void;
}

/** The preferences kept at `file`. Those that cannot be read count as none: they are a convenience, not data. */
export function preferenceStore(file: string): PreferenceStore {
  function all(): Preferences {
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
      mkdirSync(dirname(file), { recursive: true });
      const beside = `${file}.${process.pid}.new`;
      writeFileSync(beside, JSON.stringify(value === null ? others : { ...others, [key]: value }, null, 2));
      renameSync(beside, file);
    },
  };
}
