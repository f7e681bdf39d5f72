import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { type Program, startApp } from '../../e2e/app.ts';

const Stretch = z.object({ from: z.number(), blocked: z.number(), bytes: z.number() });

/** A running browser door whose engine is watched. */
export interface WatchedEngine {
  readonly program: Program;
  /** The address that opens it once. */
  readonly address: string;
  /** The longest time, in milliseconds, that the engine could not be reached between two moments of `Date.now`. */
  longestBlock(from: number, to: number): number;
  /** The most memory that was seen, in bytes. */
  peakBytes(): number;
}

/** Starts the app as `npm start` does, on a home of its own. */
export async function startWatched(home: string): Promise<WatchedEngine> {
  const notes = join(home, 'engine-watch.jsonl');
  const preload = new URL('engine-watch.ts', import.meta.url).href;
  const { program, address } = await startApp(home, {
    COUNTERPART_BENCH_WATCH: notes,
    NODE_OPTIONS: `--import=${preload}`,
  });
  const stretches = (): z.infer<typeof Stretch>[] =>
    existsSync(notes)
      ? readFileSync(notes, 'utf8')
          .trimEnd()
          .split('\n')
          .map((line) => Stretch.parse(JSON.parse(line)))
      : [];
  return {
    program,
    address,
    longestBlock: (from, to) =>
      Math.max(
        0,
        ...stretches()
          .filter((stretch) => stretch.from + stretch.blocked >= from && stretch.from <= to)
          .map(({ blocked }) => blocked),
      ),
    peakBytes: () => Math.max(0, ...stretches().map(({ bytes }) => bytes)),
  };
}
