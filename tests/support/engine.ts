import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { createEngine, type Engine, type EngineOptions } from '#app/engine.ts';
import type { MethodInput, MethodName, MethodOutput } from '#shared/contract.ts';
import { temporaryFolder } from './folder.ts';

/** An engine at work in a folder. `call` gives what a method gives, and throws what it refuses. */
export interface EngineAtWork {
  readonly engine: Engine;
  readonly folder: string;
  call<M extends MethodName>(method: M, input: MethodInput<M>): Promise<MethodOutput<M>>;
}

function engineIn(folder: string, options: Partial<EngineOptions>): EngineAtWork {
  const home = { projects: join(folder, 'projects'), state: join(folder, 'state') };
  const engine = createEngine({ version: '1', home, author: 'tester', environment: {}, ...options });
  return {
    engine,
    folder,
    async call(method, input) {
      const result = await engine.call(method, input);
      if (!result.ok) throw new Error(`${method}: ${result.error.code} ${result.error.message}`);
      return result.value;
    },
  };
}

/** An engine with nothing opened, in a folder of the test's own; closed when the test ends. */
export function anEngine(options: Partial<EngineOptions> = {}): EngineAtWork {
  const made = engineIn(temporaryFolder(), options);
  onTestFinished(() => made.engine.close());
  return made;
}

let matched: Promise<string> | null = null;

/**
 * An engine with the practice company opened, exported and matched. That takes seconds, so it is done once a worker, and
 * each test gets a copy of the folder with services of its own.
 */
export async function aMatchedPractice(options: Partial<EngineOptions> = {}): Promise<EngineAtWork> {
  matched ??= matchPractice();
  const folder = temporaryFolder();
  cpSync(await matched, folder, { recursive: true });
  const made = engineIn(folder, options);
  onTestFinished(() => made.engine.close());
  await made.call('practice.open', {});
  return made;
}

async function matchPractice(): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'counterpart-matched-'));
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  const { engine, call } = engineIn(folder, {});
  await call('practice.open', {});
  await call('sources.export', {});
  await call('match.run', {});
  await engine.close();
  // It knows the folder, which is another one for every copy.
  rmSync(join(folder, 'state', 'recent.json'));
  return folder;
}
