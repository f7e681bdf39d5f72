import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { z } from 'zod';

const Environment = z.record(z.string(), z.string());

/** A practice company with so many accounts and customers, in a process of its own, whose memory is not the program's. */
export async function largePractice(rows: number) {
  const entry = join(import.meta.dirname, '../bench/large-practice.ts');
  const child = spawn(process.execPath, [entry, String(rows), String(rows / 2), String(rows)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [line] = await once(child.stdout, 'data');
  return { environment: Environment.parse(JSON.parse(String(line))), end: () => void child.kill() };
}
