import { createWriteStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import type { Hooks } from '#app/sources/index.ts';
import { AppError } from '#shared/errors.ts';
import { replaceFile } from './replace-file.ts';

/** A CSV file that is made as it is written: its first line, its rows batch by batch, and how a row reads. */
interface CsvFile<R> {
  /** Ends with `\n`, as each line does. */
  readonly heading: string;
  readonly batches: AsyncIterable<readonly R[]> | Iterable<readonly R[]>;
  readonly line: (row: R) => string;
  /** What is being done, for the person who waits. */
  readonly step: string;
}

/**
 * Writes a CSV file for programs: UTF-8 without byte order mark. Gives the number of rows.
 * Errors: `file-cannot-write`, `cancelled`, and whatever the batches throw; then the file stays as it was.
 */
export async function writeCsvFile<R>(path: string, file: CsvFile<R>, hooks: Hooks): Promise<number> {
  let rows = 0;
  async function* text(): AsyncGenerator<string> {
    yield file.heading;
    for await (const batch of file.batches) {
      stopIfAsked(hooks);
      let lines = '';
      for (const row of batch) lines += file.line(row);
      yield lines;
      rows += batch.length;
      hooks.progress(file.step, rows, null);
    }
    stopIfAsked(hooks);
  }
  await replaceFile(path, (temporary) => pipeline(text(), createWriteStream(temporary)));
  return rows;
}

function stopIfAsked({ signal }: Hooks): void {
  if (signal.aborted) throw new AppError('cancelled');
}
