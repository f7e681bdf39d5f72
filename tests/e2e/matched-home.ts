import { cpSync, existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { type Home, newHome, runFile } from './app.ts';

let made: Promise<string> | null = null;

/**
 * A home with the practice company, exported and matched: a copy of one that is made once, by the first of Playwright's
 * workers that needs it, for tests that begin where a person has done that.
 */
export async function matchedHome(): Promise<Home> {
  made ??= makeOrAwait();
  const home = newHome();
  cpSync(await made, home.path, { recursive: true });
  return home;
}

async function makeOrAwait(): Promise<string> {
  // All workers of a run have the same folder for temporary files, and no other run has it.
  const folder = join(tmpdir(), 'matched');
  const [home, ended] = [join(folder, 'home'), join(folder, 'ended')];
  if (mkdirSync(folder, { recursive: true }) !== undefined) await make(home, ended);
  while (!existsSync(ended)) await pause(100);
  return home;
}

async function make(home: string, ended: string): Promise<void> {
  try {
    const program = fileURLToPath(new URL('./make-matched-practice.ts', import.meta.url));
    const { code, stderr } = await runFile(program, [home]);
    if (code !== 0) throw new Error(`The practice company could not be matched:\n${stderr}`);
  } finally {
    writeFileSync(ended, '');
  }
}
