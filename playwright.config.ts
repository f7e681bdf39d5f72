import { defineConfig } from '@playwright/test';
import { browserHere } from './tests/e2e/browser.ts';

const executablePath = browserHere();

export default defineConfig({
  testDir: 'tests/e2e',
  globalSetup: './tests/e2e/clear-up.ts',
  globalTeardown: './tests/e2e/clear-up.ts',
  outputDir: 'test-results',
  // More than processors: a test waits for its screen more than a third of its time.
  workers: 3,
  // Long, so that nothing fails because a machine is slow or busy; what passes does not wait for them.
  timeout: 360_000,
  expect: { timeout: 90_000 },
  reporter: [['list']],
  use: {
    viewport: { width: 1280, height: 800 },
    screenshot: 'only-on-failure',
    // A trace of every test is a fifth of the whole time. `npx playwright test --trace on NAME` makes one where it is needed.
    trace: 'off',
    launchOptions: {
      ...(executablePath === null ? {} : { executablePath }),
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
  },
});
