import { type FileHandle, open } from 'node:fs/promises';
import { pipeline, Readable } from 'node:stream';
import { crc32, createInflateRaw } from 'node:zlib';
import { AppError } from '#shared/errors.ts';
import { stopIfAsked } from '../stop.ts';
import { unreadable } from '../unreadable.ts';
import { type Entry, readDirectory } from './zip-directory.ts';

/** The parts of an .xlsx file, each read as text when it is asked for. */
export interface Archive {
  /** Names of the parts, as in the archive, without a leading slash. */
  readonly names: ReadonlySet<string>;
  /** The text of a part in pieces. A part that is not there has no pieces. Errors: `file-unreadable`. */
  text(name: string): AsyncGenerator<string>;
  close(): Promise<void>;
}

/** No honest part is larger; what claims to be is made to exhaust the memory. */
const LARGEST_PART = 4 * 2 ** 30;
/** So does a large part that is packed tighter than this: the sheets of Excel come to a tenth, seldom a fiftieth. */
const TIGHTEST = 400;
const LARGE_PART = 64 * 2 ** 20;

/**
 * Opens the zip archive that an .xlsx file is. Nothing but its directory is read.
 * Errors: `file-unreadable` (not an archive, cut off, protected by a password).
 */
export async function openArchive(path: string, signal: AbortSignal): Promise<Archive> {
  const file = await open(path);
  try {
    const entries = await readDirectory(path, file);
    return {
      names: new Set(entries.keys()),
      async *text(name) {
        const entry = entries.get(name);
        if (entry !== undefined) yield* entryText(path, file, entry, signal);
      },
      close: () => file.close(),
    };
  } catch (error) {
    await file.close();
    throw error;
  }
}

async function* entryText(
  path: string,
  file: FileHandle,
  entry: Entry,
  signal: AbortSignal,
): AsyncGenerator<string> {
  if (entry.encrypted) throw unreadable(path, 'it is protected by a password');
  if (entry.size > LARGEST_PART) throw unreadable(path, `its part ${entry.name} is too large`);
  if (entry.size > LARGE_PART && entry.size > TIGHTEST * entry.packedSize) {
    throw unreadable(
      path,
      `its part ${entry.name} would swell from ${megabytes(entry.packedSize)} to ${megabytes(entry.size)}, as no workbook of Excel does (a “zip bomb”)`,
    );
  }
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let size = 0;
  let checksum = 0;
  try {
    for await (const chunk of await plainBytes(path, file, entry)) {
      stopIfAsked(signal);
      size += chunk.length;
      if (size > entry.size) throw unreadable(path, `its part ${entry.name} is longer than it says`);
      checksum = crc32(chunk, checksum);
      yield decoder.decode(chunk, { stream: true });
    }
    yield decoder.decode();
  } catch (error) {
    throw error instanceof AppError ? error : unreadable(path, `its part ${entry.name} is damaged`, error);
  }
  if (size !== entry.size || checksum !== entry.checksum) {
    throw unreadable(path, `its part ${entry.name} is damaged`);
  }
}

function megabytes(bytes: number): string {
  return `${(bytes / 2 ** 20).toFixed(1)} MB`;
}

const BYTES_AT_ONCE = 256 * 2 ** 10;

/** Some bytes of a file in pieces. A stream of the file's own would close the file for all where it is not read to its end. */
async function* stretchOf(file: FileHandle, start: number, length: number): AsyncGenerator<Buffer> {
  for (let done = 0; done < length; ) {
    const wanted = Math.min(BYTES_AT_ONCE, length - done);
    const { buffer, bytesRead } = await file.read(Buffer.alloc(wanted), 0, wanted, start + done);
    if (bytesRead === 0) return;
    done += bytesRead;
    yield buffer.subarray(0, bytesRead);
  }
}

const LOCAL_HEADER = 0x04034b50;

async function plainBytes(path: string, file: FileHandle, entry: Entry): Promise<AsyncIterable<Buffer>> {
  const { buffer: header, bytesRead } = await file.read(Buffer.alloc(30), 0, 30, entry.offset);
  if (bytesRead < 30 || header.readUInt32LE(0) !== LOCAL_HEADER) throw unreadable(path, 'it is damaged');
  const start = entry.offset + 30 + header.readUInt16LE(26) + header.readUInt16LE(28);
  if (entry.packedSize === 0) return Readable.from([]);
  const packed = Readable.from(stretchOf(file, start, entry.packedSize));
  if (entry.method === 0) return packed;
  if (entry.method !== 8) throw unreadable(path, 'it is packed in a way that Excel does not use');
  return pipeline(packed, createInflateRaw(), () => undefined);
}
