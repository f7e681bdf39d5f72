import { setImmediate } from 'node:timers/promises';
import type { Hooks } from '#app/sources/index.ts';

/** A rest between two steps of an operation, which says what is under way and gives all others their turn. */
export function restTelling({ progress }: Hooks, step: string): () => Promise<void> {
  return () => {
    progress(step, 0, null);
    return setImmediate();
  };
}
