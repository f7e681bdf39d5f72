import { statSync } from 'node:fs';
import { dirname } from 'node:path';
import { AppError } from '#shared/errors.ts';

/** Where an open file was found. Its name may come to mean another file, or none, while it stays open. */
export interface FilePlace {
  /**
   * Throws where the name no longer leads to the open file: `project-moved`, or `project-unreachable` where its disk or
   * network drive does not answer. What would be written then, nobody would find again.
   */
  require(): void;
}

/** The place of the file at `path`, as it is now. */
export function placeOf(path: string): FilePlace {
  const folder = dirname(path);
  const { dev, ino } = statSync(path, { bigint: true });
  return {
    require() {
      const found = statAt(path, path);
      if (found?.dev === dev && found.ino === ino) return;
      // A drive that was pulled away leaves no folder behind, or an empty one of the disk that it was mounted on.
      if (found === undefined && statAt(path, folder)?.dev !== dev) {
        throw new AppError('project-unreachable', { path, detail: 'its drive is no longer there' });
      }
      throw new AppError('project-moved', { path });
    },
  };
}

function statAt(path: string, place: string) {
  try {
    return statSync(place, { bigint: true, throwIfNoEntry: false });
  } catch (error) {
    const detail = error instanceof Error && 'code' in error ? String(error.code) : String(error);
    throw new AppError('project-unreachable', { path, detail }, error);
  }
}
