import { readFile } from 'node:fs/promises';
import { basename, dirname, extname, join, normalize, resolve, sep } from 'node:path';

/** A file to send: its bytes and media type. */
export interface Page {
  readonly body: Uint8Array<ArrayBuffer>;
  readonly type: string;
}

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
  '.json': 'application/json',
  '.csv': 'text/csv; charset=utf-8',
  '.xlsx': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};

/** The built window's file at this address path; null when there is none. Never a file outside of `root`. */
export async function pageAt(root: string, path: string): Promise<Page | null> {
  const relative = path === '/' ? 'index.html' : path.slice(1);
  const file = resolve(root, normalize(relative));
  if (!file.startsWith(resolve(root) + sep)) return null;
  return await read(file);
}

/** The endings of files that people save. */
const saved = ['.xlsx', '.csv'];

/** A worksheet or a dataset that was saved into `folder`, by its bare name; null when there is none. */
export async function savedFileNamed(folder: string, name: string): Promise<Page | null> {
  const file = join(folder, basename(name));
  if (!saved.includes(extname(file)) || dirname(resolve(file)) !== resolve(folder)) return null;
  return await read(file);
}

/** What Node says of a name that leads to no file, or can lead to none. */
const notThere = ['ENOENT', 'EISDIR', 'ENOTDIR', 'ENAMETOOLONG', 'ERR_INVALID_ARG_VALUE'];

async function read(file: string): Promise<Page | null> {
  try {
    const bytes = await readFile(file);
    return { body: new Uint8Array(bytes), type: types[extname(file)] ?? 'application/octet-stream' };
  } catch (error) {
    if (error instanceof Error && 'code' in error && notThere.includes(String(error.code))) return null;
    throw error;
  }
}
