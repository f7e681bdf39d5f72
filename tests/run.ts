import { spawn } from 'node:child_process';
import { constants, setPriority } from 'node:os';
import { text } from 'node:stream/consumers';
import { buildWindow, root } from '../main/build.ts';
import { browserHere, fetchBrowser } from './e2e/browser.ts';

/**
 * `npm test`: every test there is, with what they need fetched first. The exit code is 0 only if all passed.
 *
 * Both kinds run side by side, because both wait a third of their time: the unit tests for what faults make slow, the
 * end-to-end tests for the screen. More than two workers of each would only wait for one another. What the unit tests say
 * is shown in one piece when they end.
 */

/** Runs a program of ours; gives whether it succeeded. `aside` keeps its words until it ends. */
async function run(title: string, args: readonly string[], aside: boolean): Promise<boolean> {
  const heading = `\n== ${title}`;
  if (!aside) console.log(heading);
  const child = spawn('npx', args, {
    cwd: root,
    stdio: aside ? ['ignore', 'pipe', 'pipe'] : 'inherit',
    shell: process.platform === 'win32',
  });
  // The end-to-end tests take longest, and wait for the screen in between: there is time for the others then.
  if (aside && child.pid !== undefined) setPriority(child.pid, constants.priority.PRIORITY_BELOW_NORMAL);
  const words = [child.stdout, child.stderr].map(async (stream) =>
    stream === null ? '' : await text(stream),
  );
  const code = await new Promise((resolve) => {
    child.once('error', () => resolve(null));
    child.once('close', resolve);
  });
  if (aside) console.log([heading, ...(await Promise.all(words))].join('\n'));
  return code === 0;
}

async function endToEnd(): Promise<boolean> {
  if ((browserHere() ?? fetchBrowser()) === null) {
    console.error(
      'There is no browser for the end-to-end tests, and none could be fetched. Install Chrome or Chromium, or set CHROMIUM_PATH.',
    );
    return false;
  }
  await buildWindow();
  return await run('End-to-end tests (Playwright)', ['playwright', 'test'], false);
}

const passed = await Promise.all([
  run('Unit, property and protocol tests (Vitest)', ['vitest', 'run', '--maxWorkers', '2'], true),
  endToEnd(),
]);
process.exitCode = passed.every(Boolean) ? 0 : 1;
