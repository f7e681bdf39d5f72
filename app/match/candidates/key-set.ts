/** More keys of a record are left out. */
export const mostKeys = 512;

/** The keys of one record, as 32-bit hashes, none twice; used again for record after record. */
export class KeySet {
  readonly keys = new Uint32Array(mostKeys);
  count = 0;
  /** Keys by hash, so that telling whether one is there takes no search. */
  readonly #slots = new Uint32Array(mostKeys * 2);
  readonly #used = new Int32Array(mostKeys);

  clear(): void {
    for (let at = 0; at < this.count; at += 1) this.#slots[this.#used[at] ?? 0] = 0;
    this.count = 0;
  }

  /** Adds a key of a kind, made of one value or two. More than `mostKeys` are left out. */
  add(kind: number, one: number, other = 0): void {
    this.addHash(mixed(mixed(kind * 0x9e3779b1, one), other));
  }

  addHash(hash: number): void {
    const key = hash === 0 ? 1 : hash >>> 0;
    let slot = key & (mostKeys * 2 - 1);
    while (this.#slots[slot] !== 0) {
      if (this.#slots[slot] === key) return;
      slot = (slot + 1) & (mostKeys * 2 - 1);
    }
    if (this.count === mostKeys) return;
    this.#slots[slot] = key;
    this.#used[this.count] = slot;
    this.keys[this.count] = key;
    this.count += 1;
  }
}

/** A hash of a hash and a value (the mixing step of MurmurHash3). */
export function mixed(hash: number, value: number): number {
  let h = Math.imul(hash ^ value, 0x85ebca6b);
  h ^= h >>> 13;
  h = Math.imul(h, 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}
