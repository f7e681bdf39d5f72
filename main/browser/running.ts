import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { z } from 'zod';

const Running = z.object({ port: z.int().min(1).max(65_535), secret: z.string().min(1) });
type Running = z.infer<typeof Running>;

/** How long a running app has to answer before it counts as gone (milliseconds). */
const patience = 1_500;

/**
 * Writes down, for this person's eyes only, how a second start reaches the app that runs already. Where that cannot be
 * written, a second start opens an app of its own.
 */
export function announceRunning(file: string, running: Running): void {
  try {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, JSON.stringify(running), { mode: 0o600 });
  } catch {
    // A disk that is full or write-protected is told of where it matters.
  }
}

/** Takes the note back when the app ends. */
export function withdrawRunning(file: string): void {
  rmSync(file, { force: true });
}

/** Asks an app that runs already for a new address; null when none runs (a note left by a crash counts as none). */
export async function addressOfRunning(file: string): Promise<string | null> {
  try {
    const { port, secret } = Running.parse(JSON.parse(readFileSync(file, 'utf8')));
    const answer = await fetch(`http://127.0.0.1:${port}/again`, {
      method: 'POST',
      headers: { authorization: `Bearer ${secret}` },
      signal: AbortSignal.timeout(patience),
    });
    return answer.ok ? await answer.text() : null;
  } catch {
    return null;
  }
}
