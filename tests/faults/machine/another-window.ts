import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { dirname } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { onTestFinished } from 'vitest';

/** The program in another process, with a project open in it. */
export interface AnotherWindow {
  /** Makes a call there and gives the answer. */
  ask(method: string, input: unknown): Promise<{ readonly ok: boolean }>;
  /** Ends it as a power cut would. */
  kill(): Promise<void>;
}

/** Starts another program on the project at `path`. */
export async function anotherWindow(path: string): Promise<AnotherWindow> {
  const entry = fileURLToPath(new URL('../../app/review/crash/deciding-process.ts', import.meta.url));
  const child: ChildProcess = spawn(process.execPath, [entry, dirname(path)], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  if (child.stdout === null) throw new Error('the process has no output');
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const ask = async (method: string, input: unknown) => {
    child.stdin?.write(`${JSON.stringify({ method, input })}\n`);
    const { value } = await lines.next();
    return JSON.parse(String(value)) as { ok: boolean };
  };
  await ask('project.open', { path });
  return {
    ask,
    async kill() {
      const closed = once(child, 'close');
      child.kill('SIGKILL');
      await closed;
    },
  };
}
