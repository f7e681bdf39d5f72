import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { AppError } from '#shared/errors.ts';
import type { Row } from '../rows.ts';
import { stopIfAsked } from '../stop.ts';
import { unreadable } from '../unreadable.ts';
import { decoderOf } from './decode.ts';
import { detectDelimiter } from './delimiter.ts';
import { detectEncoding, type Encoding } from './encoding.ts';
import { RowScanner, ScanError } from './row-scanner.ts';

/** A row of more characters is no row: Salesforce's and QuickBooks' longest texts are 131,072 characters. */
const LONGEST_ROW = 2_000_000;
const SAMPLE_BYTES = 1 << 16;
/** Bytes read at once: about a thousand rows of an export. */
const PIECE_BYTES = 1 << 17;

/**
 * The rows of a CSV file, some at a time. Blank lines count as rows and are given as one blank cell, so that
 * the numbers are those that Excel shows. A quotation mark inside an unquoted cell is text.
 * Errors: `file-unreadable`, `file-too-long`, `cancelled`.
 */
export async function* readCsv(path: string, signal: AbortSignal): AsyncGenerator<readonly Row[]> {
  const encoding = await detectEncoding(path, signal);
  const { delimiter, skip } = detectDelimiter(await sample(path, encoding));
  const scanner = new RowScanner(delimiter, LONGEST_ROW);
  let number = 0;
  const scan = (text: string, last: boolean): Row[] =>
    scanner.push(text, last).map((cells) => {
      number += 1;
      return { number, cells };
    });
  const decoder = decoderOf(encoding);
  let left = skip;
  try {
    for await (const bytes of createReadStream(path, { start: encoding.skip, highWaterMark: PIECE_BYTES })) {
      stopIfAsked(signal);
      const text = decoder.write(bytes);
      yield scan(text.slice(left), false);
      left = Math.max(0, left - text.length);
    }
    yield scan(decoder.end(), true);
  } catch (error) {
    throw fault(path, error);
  }
}

/** The beginning of the file as text; its last character may be damaged. */
async function sample(path: string, { name, skip }: Encoding): Promise<string> {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(SAMPLE_BYTES), 0, SAMPLE_BYTES, skip);
    return new TextDecoder(name).decode(buffer.subarray(0, bytesRead));
  } finally {
    await file.close();
  }
}

function fault(path: string, error: unknown): unknown {
  if (!(error instanceof ScanError)) return error;
  if (error.fault === 'too-long') {
    return new AppError('file-too-long', { path, limit: LONGEST_ROW.toLocaleString('en-US') }, error);
  }
  return unreadable(path, `a quotation mark in row ${error.row} is never closed`, error);
}
