import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import { z } from 'zod';
import type { RecentProject } from '#shared/contract.ts';
import { projectEnding } from './project.ts';

const Stored = z.array(z.object({ path: z.string().min(1), openedAt: z.string() }));
const keep = 20;

/** The projects opened last, newest first, remembered in one small file. */
export interface RecentProjects {
  list(): RecentProject[];
  remember(path: string, at: Date): void;
  forget(path: string): void;
}

/** The list kept at `file`. A list that cannot be read counts as empty: it is a convenience, not data. */
export function recentProjects(file: string): RecentProjects {
  function read(): z.infer<typeof Stored> {
    if (!existsSync(file)) return [];
    try {
      return Stored.parse(JSON.parse(readFileSync(file, 'utf8')));
    } catch {
      return [];
    }
  }

  function save(entries: z.infer<typeof Stored>): void {
    mkdirSync(dirname(file), { recursive: true });
    const beside = `${file}.${process.pid}.new`;
    writeFileSync(beside, JSON.stringify(entries, null, 2));
    renameSync(beside, file);
  }

  return {
    list: () =>
      read().map(({ path, openedAt }) => ({
        path,
        openedAt,
        name: basename(path, projectEnding),
        exists: existsSync(path),
      })),
    remember(path, at) {
      const others = read().filter((entry) => entry.path !== path);
      save([{ path, openedAt: at.toISOString() }, ...others].slice(0, keep));
    },
    forget(path) {
      save(read().filter((entry) => entry.path !== path));
    },
  };
}
