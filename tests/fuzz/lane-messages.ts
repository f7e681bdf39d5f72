import type { Progress } from './search.ts';

/** What a lane is to search. `shared` is where it says which input it tries, see {@link underWay}. */
export interface LaneOrder {
  readonly name: string;
  readonly inputs: number;
  readonly seed: number;
  /** Where its files go. */
  readonly folder: string;
  readonly shared: SharedArrayBuffer;
}

/** What a lane tells. `pool` is what it kept, `rss` the memory of the whole process in bytes. */
export type LaneMessage =
  | { readonly kind: 'progress'; readonly state: Progress; readonly rss: number }
  | { readonly kind: 'found'; readonly what: string; readonly stack: string; readonly input: Uint8Array }
  | { readonly kind: 'done'; readonly state: Progress; readonly pool: readonly Uint8Array[] };

const head = 8;
/** The memory that a lane and who watches it share (bytes). */
export const sharedBytes = head + 2 ** 20;

/** The input that is tried just now, in memory that outlives the thread that tries it. */
export interface UnderWay {
  put(input: Uint8Array): void;
  /** Rises with each input. */
  readonly count: number;
  get(): Uint8Array;
}

export function underWay(shared: SharedArrayBuffer): UnderWay {
  const numbers = new Int32Array(shared, 0, 2);
  const bytes = new Uint8Array(shared, head);
  return {
    put(input) {
      const some = input.subarray(0, bytes.length);
      bytes.set(some);
      Atomics.store(numbers, 1, some.length);
      Atomics.add(numbers, 0, 1);
    },
    get count() {
      return Atomics.load(numbers, 0);
    },
    get: () => Uint8Array.from(bytes.subarray(0, Atomics.load(numbers, 1))),
  };
}
