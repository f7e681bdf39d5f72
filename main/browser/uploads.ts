import { randomUUID } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { ReadableStream } from 'node:stream/web';

/** Files of the person's browser, which cannot tell where they are, so that they are copied to be read. */
export class Uploads {
  readonly #folder: string;

  constructor(folder: string) {
    this.#folder = folder;
  }

  /** Copies a file under its own name and gives the path of the copy; a copy that breaks off is removed. */
  async take(name: string, content: ReadableStream): Promise<string> {
    const folder = join(this.#folder, randomUUID());
    await mkdir(folder, { recursive: true, mode: 0o700 });
    const path = join(folder, plainName(name));
    try {
      await pipeline(Readable.fromWeb(content), createWriteStream(path, { mode: 0o600 }));
      return path;
    } catch (error) {
      await rm(folder, { recursive: true, force: true });
      throw error;
    }
  }

  /** Removes every copy. */
  async clear(): Promise<void> {
    await rm(this.#folder, { recursive: true, force: true });
  }
}

/** The last part of a name, without what leads elsewhere or some system does not allow in a name. */
function plainName(name: string): string {
  const last = name.split(/[\\/]/).at(-1) ?? '';
  const plain = last.replace(/[\p{Cc}<>:"|?*]/gu, '_').slice(-120);
  return /^\.*$/.test(plain) ? 'file' : plain;
}
