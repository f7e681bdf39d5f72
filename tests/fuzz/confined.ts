import { join } from 'node:path';

const paths = new Set(['path', 'accounts', 'customers', 'contacts', 'map', 'out']);

/** The same input with every path inside a folder: what is tried here must not write anywhere else. */
export function confined(input: unknown, folder: string): unknown {
  if (Array.isArray(input)) return input.map((one) => confined(one, folder));
  if (typeof input !== 'object' || input === null) return input;
  const made = {};
  for (const [key, value] of Object.entries(input)) {
    const inside = typeof value === 'string' && value !== '' && paths.has(key);
    Object.defineProperty(made, key, {
      value: inside ? confinedPath(value, folder) : confined(value, folder),
      enumerable: true,
      configurable: true,
      writable: true,
    });
  }
  return made;
}

/** A path inside a folder in which everything else is as it was given: NUL, length, ending. */
export function confinedPath(path: string, folder: string): string {
  const steps = path.split(/[\\/]/).filter((step) => !/^\.*$/.test(step));
  return join(folder, ...(steps.length === 0 ? ['none'] : steps));
}
