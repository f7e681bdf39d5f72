import { createWriteStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import type { Hooks } from '#app/sources/index.ts';
import { AppError } from '#shared/errors.ts';
import { inPieces } from '#shared/pieces.ts';
import { replaceFile } from './replace-file.ts';

/** So few rows are written at once that it takes some 10 ms; the stream then waits for the disk, and others get their turn. */
const ROWS_AT_ONCE = 500;

/** A CSV file that is made as it is written: its first line, its rows batch by batch, and how a row reads. */
interface CsvFile<R> {
  /** Ends with `\n`, as each line does. */
  readonly heading: string;
  readonly batches: AsyncIterable<readonly R[]> | Iterable<readonly R[]>;
  readonly line: (row: R) => string;
  /** What is being done, for the person who waits. */
  readonly step: string;
  /** How many rows there are in all, where that is known. */
  readonly total: number | null;
}

/**
 * Writes a CSV file: UTF-8, without a byte order mark where the heading does not begin with one. Gives the number of rows.
 * Errors: `file-cannot-write`, `cancelled`, and whatever the batches throw; then the file stays as it was.
 */
export async function writeCsvFile<R>(path: string, file: CsvFile<R>, hooks: Hooks): Promise<number> {
  let rows = 0;
  async function* text(): AsyncGenerator<string> {
    yield file.heading;
    for await (const batch of file.batches) {
      for (const some of inPieces(batch, ROWS_AT_ONCE)) {
        stopIfAsked(hooks);
        let lines = '';
        for (const row of some) lines += file.line(row);
        yield lines;
        rows += some.length;
        hooks.progress(file.step, rows, file.total);
      }
    }
    stopIfAsked(hooks);
  }
  await replaceFile(path, (temporary) => pipeline(text(), createWriteStream(temporary)));
  return rows;
}

function stopIfAsked({ signal }: Hooks): void {
  if (signal.aborted) throw new AppError('cancelled');
}
