import { useCallback } from 'react';
import { useDoor } from './context.ts';

/** Asks where a file is to be saved, under a name to begin with, and starts that there, or nothing where the person gave up. */
type SaveAs = (name: string, start: (path: string | null) => void) => void;

/**
 * Saving where the person says, by the system's dialog. A browser has none of ours: `start` gets null, which puts the file
 * into the projects' folder, from where it can be downloaded.
 */
export function useSaveAs(): SaveAs {
  const { host } = useDoor();
  return useCallback(
    (name, start) => {
      if (host.kind === 'browser') return start(null);
      void host.chooseSavePath(name).then((path) => {
        if (path !== null) start(path);
      });
    },
    [host],
  );
}
