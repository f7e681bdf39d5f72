import { StringDecoder } from 'node:string_decoder';
import type { Encoding } from './encoding.ts';

/** Turns the bytes of a text into characters, piece by piece; `end` gives what the last piece left open. */
export interface Decoder {
  write(bytes: Buffer): string;
  end(): string;
}

/** A decoder for texts of this encoding. A character that the end of a piece cuts through stays whole. */
export function decoderOf({ name }: Encoding): Decoder {
  // Node's own decoder gives Latin letters one byte each, and is several times as fast for UTF-8.
  if (name === 'utf-8') return new StringDecoder('utf8');
  const decoder = new TextDecoder(name);
  return { write: (bytes) => decoder.decode(bytes, { stream: true }), end: () => decoder.decode() };
}
