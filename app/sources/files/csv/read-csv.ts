import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { pipeline } from 'node:stream';
import { CsvError, type Info, parse } from 'csv-parse';
import { AppError } from '#shared/errors.ts';
import type { Row } from '../rows.ts';
import { stopIfAsked } from '../stop.ts';
import { unreadable } from '../unreadable.ts';
import { detectDelimiter } from './delimiter.ts';
import { detectEncoding, type Encoding } from './encoding.ts';

/** A row longer than this in bytes is no row: Salesforce's and QuickBooks' longest texts are 131,072 characters. */
const LONGEST_ROW = 2_000_000;
const SAMPLE_BYTES = 1 << 16;

/**
 * The rows of a CSV file, one after the other. Blank lines count as rows and are given as one blank cell, so that
 * the numbers are those that Excel shows. A quotation mark inside an unquoted cell is text.
 * Errors: `file-unreadable`, `file-too-long`, `cancelled`.
 */
export async function* readCsv(path: string, signal: AbortSignal): AsyncGenerator<Row> {
  const encoding = await detectEncoding(path, signal);
  const { delimiter, skip } = detectDelimiter(await sample(path, encoding));
  const parser = parse({
    delimiter,
    record_delimiter: ['\r\n', '\n', '\r'],
    relax_column_count: true,
    relax_quotes: true,
    max_record_size: LONGEST_ROW,
  });
  const text = decoded(path, encoding, skip, signal);
  pipeline(text, parser, () => undefined);
  let number = 0;
  try {
    for await (const cells of parser as AsyncIterable<string[]>) {
      number += 1;
      yield { number, cells };
    }
  } catch (error) {
    throw fault(path, error);
  }
}

async function sample(path: string, { name, skip }: Encoding): Promise<string> {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(SAMPLE_BYTES), 0, SAMPLE_BYTES, skip);
    return new TextDecoder(name).decode(buffer.subarray(0, bytesRead));
  } finally {
    await file.close();
  }
}

/** The file's text in pieces, without its first `skip` characters, which lie within the first piece. */
async function* decoded(
  path: string,
  encoding: Encoding,
  skip: number,
  signal: AbortSignal,
): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding.name);
  let first = true;
  for await (const chunk of createReadStream(path, { start: encoding.skip })) {
    stopIfAsked(signal);
    const text = decoder.decode(chunk, { stream: true });
    yield first ? text.slice(skip) : text;
    first = false;
  }
  yield decoder.decode();
}

function fault(path: string, error: unknown): unknown {
  if (!(error instanceof CsvError)) return error;
  const { lines = 0, records = 0 } = error as CsvError & Partial<Info>;
  const spansLines = lines > records + 1;
  if (error.code === 'CSV_QUOTE_NOT_CLOSED' || (error.code === 'CSV_MAX_RECORD_SIZE' && spansLines)) {
    return unreadable(path, `a quotation mark in row ${records + 1} is never closed`, error);
  }
  if (error.code === 'CSV_MAX_RECORD_SIZE') {
    return new AppError('file-too-long', { path, limit: LONGEST_ROW.toLocaleString('en-US') }, error);
  }
  return unreadable(path, error.message, error);
}
