import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    exclude: ['tests/e2e/**', 'tests/bench/**'],
    testTimeout: 20_000,
    pool: 'forks',
    // Left alone, Vitest keeps a processor free, which halves its speed where there are two.
    maxWorkers: '100%',
  },
});
