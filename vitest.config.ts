import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';
import { compileCache } from './tests/support/compile-cache.ts';
import { WaitingFirst } from './tests/support/waiting-first.ts';

/** Tests that put a stand-in in the place of a module for all that is loaded after them. */
const withStandIns = 'tests/main/electron/**/*.test.ts';
const elsewhere = ['tests/e2e/**', 'tests/bench/**'];

export default defineConfig({
  test: {
    // Long, so that nothing fails because a machine is slow or busy.
    testTimeout: 300_000,
    hookTimeout: 300_000,
    expect: { poll: { timeout: 60_000 } },
    globalSetup: './tests/support/own-folder.ts',
    env: { NODE_COMPILE_CACHE: compileCache },
    pool: 'forks',
    sequence: { sequencer: WaitingFirst },
    // Left alone, Vitest keeps a processor free; and a third of the time tests wait for what a fault makes slow.
    maxWorkers: Math.ceil(availableParallelism() * 1.5),
    projects: [
      {
        extends: true,
        test: {
          name: 'program',
          include: ['tests/**/*.test.ts'],
          exclude: [...elsewhere, withStandIns],
          // Loading the program anew for each file took a third of the whole time.
          isolate: false,
        },
      },
      { extends: true, test: { name: 'desktop', include: [withStandIns] } },
    ],
  },
});
