import { Worker } from 'node:worker_threads';
import { type LaneMessage, type LaneOrder, sharedBytes, underWay } from './lane-messages.ts';
import type { Progress } from './search.ts';

/** What a search found that must not be. */
export interface Found {
  readonly what: string;
  readonly stack: string;
  readonly input: Uint8Array;
}

/** How a search ended. `pool` is empty where it was cut off. */
export interface Searched {
  readonly state: Progress;
  readonly found: readonly Found[];
  readonly pool: readonly Uint8Array[];
  /** The most memory that the process took meanwhile (bytes). */
  readonly rss: number;
}

/** An input that takes longer never ends (milliseconds). */
const hang = 60_000;
/** A search that needs more memory than this was led to it by an input (megabytes). */
const mostMemory = 1_000;

/** Searches in a thread of its own, and ends that thread where an input hangs or takes up the memory. */
export function runLane(
  order: Omit<LaneOrder, 'shared'>,
  onProgress: (state: Progress) => void,
): Promise<Searched> {
  const shared = new SharedArrayBuffer(sharedBytes);
  const now = underWay(shared);
  const found = new Map<string, Found>();
  let state: Progress = { inputs: 0, taken: 0, blocks: 0, kept: 0, slowest: 0 };
  let pool: readonly Uint8Array[] = [];
  let rss = 0;
  const note = (one: Found) => {
    const key = one.what.replace(/\d+/g, '0').slice(0, 80);
    const known = found.get(key);
    if (known === undefined || one.input.length < known.input.length) found.set(key, one);
  };
  const worker = new Worker(new URL('./lane.ts', import.meta.url), {
    workerData: { ...order, shared } satisfies LaneOrder,
    resourceLimits: { maxOldGenerationSizeMb: mostMemory },
  });
  let count = -1;
  const timer = setInterval(() => {
    if (count === now.count && count > 0) {
      note({ what: `it did not end within ${hang / 1_000} s`, stack: '', input: now.get() });
      void worker.terminate();
    }
    count = now.count;
  }, hang);
  return new Promise((resolve) => {
    worker.on('message', (message: LaneMessage) => {
      if (message.kind === 'found') return note(message);
      state = message.state;
      if (message.kind === 'done') {
        pool = message.pool;
        // What an input left open would keep the thread for ever.
        void worker.terminate();
      } else {
        rss = Math.max(rss, message.rss);
      }
      onProgress(state);
    });
    worker.on('error', (error) =>
      note({ what: `the thread ended: ${error.message}`, stack: error.stack ?? '', input: now.get() }),
    );
    worker.on('exit', () => {
      clearInterval(timer);
      resolve({ state, found: [...found.values()], pool, rss });
    });
  });
}
