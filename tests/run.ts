import { spawnSync } from 'node:child_process';
import { buildWindow, root } from '../main/build.ts';
import { browserHere, fetchBrowser } from './e2e/browser.ts';

/** `npm test`: every test there is, with what they need fetched first. The exit code is 0 only if all passed. */
function run(title: string, args: readonly string[]): boolean {
  console.log(`\n== ${title}`);
  return (
    spawnSync('npx', args, { cwd: root, stdio: 'inherit', shell: process.platform === 'win32' }).status === 0
  );
}

const unit = run('Unit, property and protocol tests (Vitest)', ['vitest', 'run']);

let endToEnd = false;
if ((browserHere() ?? fetchBrowser()) === null) {
  console.error(
    'There is no browser for the end-to-end tests, and none could be fetched. Install Chrome or Chromium, or set CHROMIUM_PATH.',
  );
} else {
  await buildWindow();
  endToEnd = run('End-to-end tests (Playwright)', ['playwright', 'test']);
}

process.exitCode = unit && endToEnd ? 0 : 1;
