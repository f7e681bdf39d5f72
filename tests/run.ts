import { spawn } from 'node:child_process';
import { constants, setPriority } from 'node:os';
import type { Readable } from 'node:stream';
import { root } from '../main/built.ts';
import { browserHere, fetchBrowser } from './e2e/browser.ts';

/**
 * `npm test`: every test there is, with what they need fetched first. The exit code is 0 only if all passed.
 *
 * Both kinds run side by side, because both wait a third of their time: the unit tests for what faults make slow, the
 * end-to-end tests for the screen. More than three workers of each would only wait for one another. What the unit tests say
 * is shown in one piece when they end; the end of what failed is said again last, where it is looked for.
 */

/** What is said again of a kind of tests that failed: enough for its failures with their reasons. */
const linesSaidAgain = 150;

interface Outcome {
  readonly title: string;
  readonly passed: boolean;
  readonly words: string;
}

/** Runs a program of ours. `aside` keeps its words until it ends. */
async function run(title: string, args: readonly string[], aside: boolean): Promise<Outcome> {
  const heading = `\n== ${title}`;
  if (!aside) console.log(heading);
  const child = spawn('npx', args, {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: process.stdout.isTTY ? { ...process.env, FORCE_COLOR: '1' } : process.env,
    shell: process.platform === 'win32',
  });
  // The end-to-end tests take longest, and wait for the screen in between: there is time for the others then.
  if (aside && child.pid !== undefined) setPriority(child.pid, constants.priority.PRIORITY_BELOW_NORMAL);
  const words: string[] = [];
  const listen = (stream: Readable, show: (text: string) => void): void => {
    stream.setEncoding('utf8').on('data', (text: string) => {
      words.push(text);
      if (!aside) show(text);
    });
  };
  listen(child.stdout, (text) => process.stdout.write(text));
  listen(child.stderr, (text) => process.stderr.write(text));
  const code = await new Promise((resolve) => {
    child.once('error', (fault) => {
      words.push(String(fault));
      resolve(null);
    });
    child.once('close', resolve);
  });
  const said = words.join('');
  if (aside) console.log(`${heading}\n${said}`);
  return { title, passed: code === 0, words: said };
}

async function endToEnd(): Promise<Outcome> {
  const title = 'End-to-end tests (Playwright)';
  if ((browserHere() ?? fetchBrowser()) === null) {
    return {
      title,
      passed: false,
      words:
        'There is no browser for the end-to-end tests, and none could be fetched. Install Chrome or Chromium, or set CHROMIUM_PATH.',
    };
  }
  return await run(title, ['playwright', 'test'], false);
}

const outcomes = await Promise.all([
  run('Unit, property and protocol tests (Vitest)', ['vitest', 'run', '--maxWorkers', '3'], true),
  endToEnd(),
]);
for (const { title, passed, words } of outcomes) {
  if (!passed) {
    const last = words.trimEnd().split('\n').slice(-linesSaidAgain).join('\n');
    console.error(`\n== Failed: ${title}. The end of what it said, again:\n\n${last}`);
  }
}
process.exitCode = outcomes.every(({ passed }) => passed) ? 0 : 1;
