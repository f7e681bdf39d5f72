import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

/** An input that is kept: as text where it is one. `found` says what was wrong when it was tried first. */
const Line = z.union([
  z.strictObject({ text: z.string(), found: z.string().optional() }),
  z.strictObject({ base64: z.string(), found: z.string().optional() }),
]);

/** An input of the corpus. */
export interface KeptInput {
  readonly bytes: Uint8Array;
  readonly found: string | null;
}

const folder = join(import.meta.dirname, 'corpus');
const fileOf = (target: string) => join(folder, `${target}.jsonl`);

/** The inputs that are kept for a target: those that once were findings, and those that reach different code. */
export function corpusOf(target: string): KeptInput[] {
  if (!existsSync(fileOf(target))) return [];
  return readFileSync(fileOf(target), 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((text) => {
      const line = Line.parse(JSON.parse(text));
      const bytes = 'text' in line ? Buffer.from(line.text) : Buffer.from(line.base64, 'base64');
      return { bytes, found: line.found ?? null };
    });
}

/** Puts these inputs in the place of those that were kept. */
export function keepCorpus(target: string, inputs: readonly KeptInput[]): void {
  const lines = inputs.map(({ bytes, found }) => {
    const plain = Buffer.from(bytes);
    const text = plain.toString();
    const isText = Buffer.from(text).equals(plain);
    return JSON.stringify({
      ...(isText ? { text } : { base64: plain.toString('base64') }),
      ...(found === null ? {} : { found }),
    });
  });
  mkdirSync(folder, { recursive: true });
  writeFileSync(fileOf(target), lines.map((line) => `${line}\n`).join(''));
}
