import type { Hooks } from '#app/sources/index.ts';

/** Hooks that nobody listens to, and that stop nothing. */
export const quiet: Hooks = { signal: new AbortController().signal, progress: () => undefined };
