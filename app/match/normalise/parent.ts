/** A sub-customer's own name and those of the customers above it, the highest first. */
export interface OwnAndParents {
  readonly own: string;
  readonly parents: readonly string[];
}

/** Reads "Parent:Job" as QuickBooks writes a sub-customer's full name; a colon at either end divides nothing. */
export function splitParents(written: string): OwnAndParents {
  if (!written.includes(':')) return { own: written, parents: [] };
  const parts = written
    .split(':')
    .map((part) => part.trim())
    .filter((part) => part !== '');
  return { own: parts.at(-1) ?? written, parents: parts.slice(0, -1) };
}
