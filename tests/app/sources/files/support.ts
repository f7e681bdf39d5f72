import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { openRows, type Row } from '#app/sources/files/rows.ts';
import type { Hooks } from '#app/sources/hooks.ts';
import { AppError } from '#shared/errors.ts';

/** Hooks that nobody listens to. */
export const quiet: Hooks = { signal: new AbortController().signal, progress: () => undefined };

/** A file of the recognised layouts. */
export function fixture(name: string): string {
  return join(import.meta.dirname, '../../../fixtures/files', name);
}

/** A folder that is gone after the test. */
async function temporaryFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'counterpart-files-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

/** A file with this content, gone after the test. */
export async function fileOf(name: string, content: string | Uint8Array): Promise<string> {
  const path = join(await temporaryFolder(), name);
  await writeFile(path, content);
  return path;
}

/** The rows of a file, all at once. */
export async function rowsOf(path: string, hooks: Hooks = quiet): Promise<Row[]> {
  const { batches } = await openRows(path, hooks);
  const all: Row[] = [];
  for await (const rows of batches) for (const row of rows) all.push(row);
  return all;
}

/** The error that something ends with; a failure of the test when it does not. */
export async function errorOf(work: Promise<unknown>): Promise<AppError> {
  try {
    await work;
  } catch (error) {
    if (error instanceof AppError) return error;
    throw error;
  }
  throw new Error('no error was thrown');
}
