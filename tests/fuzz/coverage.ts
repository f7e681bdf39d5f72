import { Session } from 'node:inspector';

/** Which blocks of our own code have run; inputs that reach new ones are worth changing further. */
export interface Coverage {
  /** How many blocks have run so far. */
  readonly size: number;
  /** The blocks that ran since the last look and never before. They count as seen from now on. */
  fresh(): string[];
  /** All blocks that ran since the last look. */
  reached(): string[];
  close(): void;
}

/** Watches V8's own counts of this thread (https://v8.dev/blog/javascript-code-coverage), for files whose address holds one of `parts`. */
export function watchCoverage(parts: readonly string[]): Coverage {
  const session = new Session();
  session.connect();
  session.post('Profiler.enable');
  session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: true });
  const seen = new Set<string>();

  function reached(): string[] {
    const found: string[] = [];
    session.post('Profiler.takePreciseCoverage', (error, taken) => {
      if (error !== null) throw new Error(error.message);
      for (const { url, functions } of taken.result) {
        if (!parts.some((part) => url.includes(part))) continue;
        for (const { ranges } of functions) {
          for (const { startOffset, endOffset, count } of ranges) {
            if (count > 0) found.push(`${url}:${startOffset}-${endOffset}`);
          }
        }
      }
    });
    return found;
  }

  return {
    get size() {
      return seen.size;
    },
    reached,
    fresh() {
      const found = reached().filter((block) => !seen.has(block));
      for (const block of found) seen.add(block);
      return found;
    },
    close: () => session.disconnect(),
  };
}
