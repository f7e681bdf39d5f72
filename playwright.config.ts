import { defineConfig } from '@playwright/test';
import { browserHere } from './tests/e2e/browser.ts';

const executablePath = browserHere();

export default defineConfig({
  testDir: 'tests/e2e',
  globalSetup: ['./tests/support/own-folder.ts', './tests/support/built-first.ts'],
  outputDir: 'test-results',
  // More than processors: a test waits for its screen more than a third of its time.
  workers: 3,
  // Long, so that nothing fails because a machine is slow or busy; what passes does not wait for them.
  timeout: 360_000,
  expect: { timeout: 90_000 },
  // What fails once and passes then is called flaky, with what it failed of, and is to be looked at all the same.
  retries: 1,
  reporter: [['list']],
  use: {
    viewport: { width: 1280, height: 800 },
    screenshot: 'only-on-failure',
    // A trace of every test would be a fifth of the whole time.
    trace: 'on-first-retry',
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
