/** A list cut into pieces of so many, in their order. */
export function* inPieces<T>(list: readonly T[], size: number): Generator<readonly T[]> {
  for (let from = 0; from < list.length; from += size) yield list.slice(from, from + size);
}
