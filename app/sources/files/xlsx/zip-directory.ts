import type { FileHandle } from 'node:fs/promises';
import { notAnArchive } from '../foreign-format.ts';
import { unreadable } from '../unreadable.ts';

/** One part of a zip archive: where its bytes begin, how they are packed, and what they must come to. */
export interface Entry {
  readonly name: string;
  readonly method: number;
  readonly encrypted: boolean;
  readonly checksum: number;
  readonly packedSize: number;
  readonly size: number;
  readonly offset: number;
}

const END = 0x06054b50;
const END_64 = 0x06064b50;
const LOCATOR_64 = 0x07064b50;
const DIRECTORY_ENTRY = 0x02014b50;
const LARGEST_DIRECTORY = 64 * 2 ** 20;

/**
 * The directory of a zip archive, which stands at its end (PKWARE APPNOTE 6.3, sections 4.3.12 to 4.3.16, with the
 * 64-bit records that some writers always use).
 * Errors: `file-unreadable`, `file-format`.
 */
export async function readDirectory(path: string, file: FileHandle): Promise<Map<string, Entry>> {
  const { size } = await file.stat();
  const tailStart = Math.max(0, size - 65_557);
  const tail = await readAt(file, tailStart, size - tailStart);
  const end = lastIndexOf(tail, END);
  if (end === -1 || tail.length < end + 22) throw await notAnArchive(path);
  let length = tail.readUInt32LE(end + 12);
  let offset = tail.readUInt32LE(end + 16);
  if ((offset === 0xffffffff || length === 0xffffffff) && end >= 20) {
    if (tail.readUInt32LE(end - 20) !== LOCATOR_64) throw unreadable(path, 'its directory is damaged');
    const end64 = await readAt(file, Number(tail.readBigUInt64LE(end - 12)), 56);
    if (end64.length < 56 || end64.readUInt32LE(0) !== END_64)
      throw unreadable(path, 'its directory is damaged');
    length = Number(end64.readBigUInt64LE(40));
    offset = Number(end64.readBigUInt64LE(48));
  }
  if (offset + length > size || length > LARGEST_DIRECTORY)
    throw unreadable(path, 'its directory is damaged');
  return parseDirectory(path, await readAt(file, offset, length));
}

function parseDirectory(path: string, directory: Buffer): Map<string, Entry> {
  const entries = new Map<string, Entry>();
  for (let at = 0; at < directory.length; ) {
    if (directory.length < at + 46 || directory.readUInt32LE(at) !== DIRECTORY_ENTRY) {
      throw unreadable(path, 'its directory is damaged');
    }
    const nameLength = directory.readUInt16LE(at + 28);
    const extraLength = directory.readUInt16LE(at + 30);
    const next = at + 46 + nameLength + extraLength + directory.readUInt16LE(at + 32);
    if (next > directory.length) throw unreadable(path, 'its directory is damaged');
    const name = directory.toString('utf8', at + 46, at + 46 + nameLength).replace(/^\//, '');
    const extra = directory.subarray(at + 46 + nameLength, at + 46 + nameLength + extraLength);
    const [size, packedSize, offset] = longNumbers(
      [directory.readUInt32LE(at + 24), directory.readUInt32LE(at + 20), directory.readUInt32LE(at + 42)],
      extra,
    );
    entries.set(name, {
      name,
      method: directory.readUInt16LE(at + 10),
      encrypted: (directory.readUInt16LE(at + 8) & 1) === 1,
      checksum: directory.readUInt32LE(at + 16),
      size,
      packedSize,
      offset,
    });
    at = next;
  }
  return entries;
}

/** Numbers that are too long for 32 bits stand, in this order, in the extra field with the tag 1. */
function longNumbers(short: [number, number, number], extra: Buffer): [number, number, number] {
  let field: Buffer = Buffer.alloc(0);
  for (let at = 0; at + 4 <= extra.length; at += 4 + extra.readUInt16LE(at + 2)) {
    if (extra.readUInt16LE(at) === 1) field = extra.subarray(at + 4, at + 4 + extra.readUInt16LE(at + 2));
  }
  let used = 0;
  const long = (value: number) => {
    if (value !== 0xffffffff || field.length < used + 8) return value;
    used += 8;
    return Number(field.readBigUInt64LE(used - 8));
  };
  return [long(short[0]), long(short[1]), long(short[2])];
}

function lastIndexOf(bytes: Buffer, signature: number): number {
  const pattern = Buffer.alloc(4);
  pattern.writeUInt32LE(signature);
  return bytes.lastIndexOf(pattern);
}

async function readAt(file: FileHandle, position: number, length: number): Promise<Buffer> {
  const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, position);
  return buffer.subarray(0, bytesRead);
}
