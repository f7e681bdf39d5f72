import { spawn } from 'node:child_process';
import { text } from 'node:stream/consumers';
import { root } from '../main/built.ts';

/** `npm run check`: types, style, the walls between the rooms and unused code, two at a time. The exit code is 0 only if all is well. */

// More checkers than one look at the same libraries again, each for itself.
const types = (project: string) => ['tsc', '-p', project, '--checkers', '1'];
const checks = [
  types('.'),
  types('renderer'),
  types('shared'),
  types('tests/bench/ui'),
  ['biome', 'check', '.'],
  ['knip'],
];

/** Runs a check; says what it had to say, or that all is well. Gives whether it is. */
async function passes(check: readonly string[]): Promise<boolean> {
  const child = spawn('npx', check, {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
    shell: process.platform === 'win32',
  });
  const words = [child.stdout, child.stderr].map((stream) => text(stream));
  const code = await new Promise((resolve) => {
    child.once('error', () => resolve(null));
    child.once('close', resolve);
  });
  const said = (await Promise.all(words)).join('').trim();
  console.log(`${code === 0 ? 'ok  ' : 'FAIL'} ${check.join(' ')}${said === '' ? '' : `\n${said}`}`);
  return code === 0;
}

let well = true;
const waiting = checks.values();
/** Takes the next check as long as there is one. */
async function takeTurns(): Promise<void> {
  for (const check of waiting) well = (await passes(check)) && well;
}
await Promise.all([takeTurns(), takeTurns()]);
process.exitCode = well ? 0 : 1;
