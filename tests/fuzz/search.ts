import fc from 'fast-check';
import { Random } from '#app/practice/company/random.ts';
import type { Coverage } from './coverage.ts';
import { requireUnpolluted } from './invariants.ts';
import { mutated } from './mutate.ts';
import type { Stand, Target, Verdict } from './target.ts';

/** What a search is told by, as it goes. */
export interface Watch {
  /** Called right before an input is tried, so that it is known should it never end. */
  begins(input: Uint8Array): void;
  found(what: string, stack: string, input: Uint8Array): void;
  progress(state: Progress): void;
}

export interface Progress {
  readonly inputs: number;
  readonly taken: number;
  readonly blocks: number;
  readonly kept: number;
  readonly slowest: number;
}

/** So many inputs are tried between two looks at what they reached: a look takes as long as many of them. */
const between = 256;
const structuredAtOnce = 256;
/** An input that takes more of the processor is a finding (milliseconds). Most take less than one. */
const patience = 5_000;
const largest = 60_000;

/**
 * Tries `inputs` inputs on a target: half of them made by its generator, half changed from those that reached code which no
 * other had. The same seed makes the same inputs from the same corpus. Gives what it kept, the
 * corpus first, and how it went.
 */
export async function search(
  target: Target,
  stand: Stand,
  corpus: readonly Uint8Array[],
  { inputs, seed }: { readonly inputs: number; readonly seed: number },
  coverage: Coverage,
  watch: Watch,
): Promise<{ readonly pool: readonly Uint8Array[]; readonly state: Progress }> {
  const random = new Random(seed);
  const pool: Uint8Array[] = [];
  let made: Uint8Array[] = [];
  let tried = 0;
  let taken = 0;
  let slowest = 0;

  const state = (): Progress => ({
    inputs: tried,
    taken,
    blocks: coverage.size,
    kept: pool.length,
    slowest,
  });

  const next = (): Uint8Array => {
    if (pool.length > 0 && random.chance(0.5)) {
      return mutated(target, random.pick(pool), pool, random).subarray(0, largest);
    }
    if (made.length === 0) {
      made = fc.sample(target.any, { numRuns: structuredAtOnce, seed: random.int(0, 2 ** 31 - 1) });
    }
    return made.pop() ?? new Uint8Array();
  };

  const attempt = async (input: Uint8Array): Promise<Verdict | null> => {
    watch.begins(input);
    const began = process.threadCpuUsage();
    try {
      const verdict = await stand.take(input);
      requireUnpolluted();
      return verdict;
    } catch (error) {
      const { message, stack } = error instanceof Error ? error : { message: String(error), stack: '' };
      const cause = error instanceof Error && error.cause instanceof Error ? error.cause.stack : '';
      watch.found(message, `${stack}\n${cause}`, input);
      return null;
    } finally {
      const { user, system } = process.threadCpuUsage(began);
      const took = (user + system) / 1_000;
      slowest = Math.max(slowest, took);
      if (took > patience) watch.found(`it took ${Math.round(took)} ms of the processor`, '', input);
    }
  };

  /** Keeps those inputs that reach `fresh` blocks, which are looked for in one half after the other. */
  const keep = async (some: readonly Uint8Array[], fresh: Set<string>): Promise<void> => {
    for (const input of some) await attempt(input);
    const reached = coverage.reached().filter((block) => fresh.has(block));
    const [only, another] = some;
    if (only === undefined || reached.length === 0) return;
    if (another === undefined) {
      pool.push(only);
      for (const block of reached) fresh.delete(block);
      return;
    }
    const half = Math.ceil(some.length / 2);
    await keep(some.slice(0, half), fresh);
    if (reached.some((block) => fresh.has(block))) await keep(some.slice(half), fresh);
  };

  /** Tries inputs, and keeps those of them that reached something new. */
  const round = async (some: readonly Uint8Array[]): Promise<void> => {
    for (const input of some) if ((await attempt(input)) === 'taken') taken += 1;
    tried += some.length;
    const fresh = new Set(coverage.fresh());
    if (fresh.size > 0) await keep(some, fresh);
    watch.progress(state());
  };

  for (const input of corpus) await round([input]);
  while (tried < inputs + corpus.length) await round(Array.from({ length: between }, next));
  return { pool, state: state() };
}
