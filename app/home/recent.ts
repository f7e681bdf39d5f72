import { existsSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { z } from 'zod';
import { projectEnding } from '#app/project/index.ts';
import type { RecentProject } from '#shared/contract.ts';
import { putSmallFile } from './small-file.ts';

const Stored = z.array(z.object({ path: z.string().min(1), openedAt: z.string() }));
const keep = 20;

/** The projects opened last, newest first, remembered in one small file. */
export interface RecentProjects {
  list(): RecentProject[];
  remember(path: string, at: Date): void;
  forget(path: string): void;
}

/** The list kept at `file`. One that cannot be read counts as empty, and one that cannot be written stays: it is a convenience, not data. */
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
    putSmallFile(file, JSON.stringify(entries, null, 2));
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
