import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Home, newHome, runFile } from './app.ts';

let made: Promise<string> | null = null;

/**
 * A home with the practice company, exported and matched: a copy of one that is made once for each of Playwright's workers,
 * for tests that begin where a person has done that.
 */
export async function matchedHome(): Promise<Home> {
  made ??= make();
  const home = newHome();
  cpSync(await made, home.path, { recursive: true });
  return home;
}

async function make(): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'counterpart-matched-'));
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  const program = fileURLToPath(new URL('./make-matched-practice.ts', import.meta.url));
  const { code, stderr } = await runFile(program, [folder]);
  if (code !== 0) throw new Error(`The practice company could not be matched:\n${stderr}`);
  return folder;
}
