import { isUtf8 } from 'node:buffer';
import { createReadStream } from 'node:fs';
import { stopIfAsked } from '../stop.ts';
import { unreadable } from '../unreadable.ts';
import { countUtf8, incompleteTail } from './utf8.ts';

/** How the bytes of a text file are to be read; `skip` is the length of its byte order mark. */
export interface Encoding {
  readonly name: 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';
  readonly skip: number;
}

const MARKS: readonly { readonly hex: string; readonly encoding: Encoding }[] = [
  { hex: 'efbbbf', encoding: { name: 'utf-8', skip: 3 } },
  { hex: 'fffe', encoding: { name: 'utf-16le', skip: 2 } },
  { hex: 'feff', encoding: { name: 'utf-16be', skip: 2 } },
];

/** First bytes that no text file has, and what such a file is. */
const SIGNATURES: readonly { readonly hex: string; readonly detail: string }[] = [
  { hex: '25504446', detail: 'it is a PDF document' },
  { hex: '504b0304', detail: 'it is an Excel workbook or a zip archive with the wrong ending' },
  { hex: 'd0cf11e0', detail: 'it is an old or a protected Excel workbook with the wrong ending' },
];

/** UTF-8 with a broken character here and there has at least so many whole ones for each broken one. */
const WHOLE_PER_BROKEN = 10;
/** Text that is Windows-1252 throughout happens to look like UTF-8 in fewer of its accented letters than this share. */
const MIXED_SHARE = 0.1;
const MIXED_LEAST = 2;

/**
 * Finds the encoding of a text file by reading all of its bytes: the byte order mark first, then UTF-8 where every
 * byte fits, else Windows-1252, which is what Excel saves as plain "CSV" in the West.
 * Errors: `file-unreadable` for what is no text, and for UTF-8 with broken characters in it, because reading that
 * as Windows-1252 would garble every accented name; `cancelled`.
 */
export async function detectEncoding(path: string, signal: AbortSignal): Promise<Encoding> {
  let start: string | null = null;
  let utf8 = true;
  let tail: Uint8Array = Buffer.alloc(0);
  for await (const chunk of chunks(path, signal)) {
    if (start === null) {
      start = chunk.toString('hex', 0, 4);
      const mark = MARKS.find(({ hex }) => start?.startsWith(hex));
      if (mark !== undefined) return mark.encoding;
      const unmarked = unmarkedUtf16(chunk);
      if (unmarked !== null) return unmarked;
      const signature = SIGNATURES.find(({ hex }) => start?.startsWith(hex));
      if (signature !== undefined) throw unreadable(path, signature.detail);
    }
    if (chunk.includes(0)) throw unreadable(path, 'it holds NUL bytes, so it is no text');
    const bytes = Buffer.concat([tail, chunk]);
    const whole = bytes.length - incompleteTail(bytes);
    utf8 &&= isUtf8(bytes.subarray(0, whole));
    tail = bytes.subarray(whole);
  }
  if (utf8 && tail.length === 0) return { name: 'utf-8', skip: 0 };
  return await tellOlderText(path, signal);
}

async function tellOlderText(path: string, signal: AbortSignal): Promise<Encoding> {
  const found = { whole: 0, broken: 0 };
  let fits = true;
  let tail: Uint8Array = Buffer.alloc(0);
  for await (const chunk of chunks(path, signal)) {
    fits &&= !chunk.some(isNoWindows1252);
    const bytes = Buffer.concat([tail, chunk]);
    const whole = bytes.length - incompleteTail(bytes);
    const { whole: more, broken } = countUtf8(bytes.subarray(0, whole));
    found.whole += more;
    found.broken += broken;
    tail = bytes.subarray(whole);
  }
  found.broken += tail.length;
  if (found.whole >= WHOLE_PER_BROKEN * found.broken) {
    throw unreadable(path, `it is UTF-8 text with broken characters (${found.broken})`);
  }
  if (found.whole >= MIXED_LEAST && found.whole >= MIXED_SHARE * (found.whole + found.broken)) {
    throw unreadable(
      path,
      `it mixes two encodings: ${found.whole} of its accented letters are in UTF-8, ${found.broken} in another`,
    );
  }
  if (!fits) throw unreadable(path, 'it holds bytes that no text has');
  return { name: 'windows-1252', skip: 0 };
}

/**
 * UTF-16 without a mark, as some database tools write it: of the first characters, which are headings in Latin letters,
 * every other byte is 0. Null for anything else.
 */
function unmarkedUtf16(chunk: Buffer): Encoding | null {
  const length = Math.min(chunk.length, 64) & ~1;
  if (length < 4) return null;
  const zeros = [0, 0] as [number, number];
  for (let at = 0; at < length; at++) if (chunk[at] === 0) zeros[at & 1 ? 1 : 0] += 1;
  const [even, odd] = zeros;
  if (even === 0 && odd > length / 4) return { name: 'utf-16le', skip: 0 };
  return odd === 0 && even > length / 4 ? { name: 'utf-16be', skip: 0 } : null;
}

/** Bytes that Windows-1252 leaves undefined, and control characters that no export has. */
function isNoWindows1252(byte: number): boolean {
  if (byte < 0x20) return byte !== 0x09 && byte !== 0x0a && byte !== 0x0b && byte !== 0x0d;
  return byte === 0x81 || byte === 0x8d || byte === 0x8f || byte === 0x90 || byte === 0x9d;
}

async function* chunks(path: string, signal: AbortSignal): AsyncGenerator<Buffer> {
  for await (const chunk of createReadStream(path, { highWaterMark: 1 << 20 })) {
    stopIfAsked(signal);
    yield chunk;
  }
}
