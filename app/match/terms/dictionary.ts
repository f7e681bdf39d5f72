/** Texts that other threads can read: `bytes` from `starts[id]` to `starts[id + 1]` are the text of an id, in ASCII. */
export interface Texts {
  readonly bytes: Uint8Array;
  readonly starts: Int32Array;
  readonly count: number;
}

/** A copy of `from` that holds `size` elements. */
export function resized<A extends Int32Array | Uint8Array | Uint32Array | Float32Array | Float64Array>(
  from: A,
  into: A,
): A {
  into.set(from.subarray(0, Math.min(from.length, into.length)) as A & ArrayLike<number>);
  return into;
}

const lastAscii = 0x7f;
/** Stands for "has other letters" where a hash is expected. */
const notAscii = 0;

const hashStart = 0x811c9dc5;

/** A step of FNV-1a. */
const hashNext = (hash: number, byte: number): number => Math.imul(hash ^ byte, 0x01000193);

/** Mixes a hash once more as in MurmurHash3 so that its low bits are even. */
function mixed(of: number): number {
  let hash = Math.imul(of ^ (of >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  hash ^= hash >>> 16;
  return hash === notAscii ? notAscii + 1 : hash;
}

/**
 * Gives each text a number, from 0 on, in the order of first sight. Texts are kept as bytes, so that millions of them
 * weigh little and threads can share them. Open addressing with linear probing.
 */
export class Dictionary {
  count = 0;
  #bytes: Uint8Array;
  #starts: Int32Array;
  #hashes: Int32Array;
  /** Ids plus one and the hashes they go with, side by side; 0 is free. A power of two, at most half full. */
  #slots: Int32Array;

  constructor(expected = 16) {
    const size = 2 ** Math.ceil(Math.log2(Math.max(8, expected)));
    this.#bytes = new Uint8Array(size * 8);
    this.#starts = new Int32Array(size + 1);
    this.#hashes = new Int32Array(size);
    this.#slots = new Int32Array(size * 4);
  }

  /** The number of this text, a new one if it was never seen. */
  intern(written: string): number {
    const hash = this.#write(written);
    return hash === notAscii ? this.intern(inAscii(written)) : this.#idOf(written.length, hash);
  }

  /** The number of a text of another dictionary, a new one if it was never seen. */
  take({ bytes, starts }: Texts, of: number): number {
    const start = starts[of] ?? 0;
    const length = (starts[of + 1] ?? 0) - start;
    const end = this.#roomFor(length);
    let hash = hashStart;
    for (let at = 0; at < length; at += 1) {
      const byte = bytes[start + at] ?? 0;
      this.#bytes[end + at] = byte;
      hash = hashNext(hash, byte);
    }
    return this.#idOf(length, mixed(hash));
  }

  /** The number of this text, -1 if it was never seen. */
  find(text: string): number {
    const hash = this.#write(text);
    if (hash === notAscii) return this.find(inAscii(text));
    return (this.#slots[this.#slotOf(text.length, hash)] ?? 0) - 1;
  }

  /** The text of a number. */
  text(id: number): string {
    return Buffer.from(this.#bytes.buffer).toString('latin1', this.#starts[id], this.#starts[id + 1]);
  }

  /** All texts, to be shared. */
  texts(): Texts {
    const starts = new Int32Array(new SharedArrayBuffer((this.count + 1) * 4));
    starts.set(this.#starts.subarray(0, this.count + 1));
    const end = this.#starts[this.count] ?? 0;
    const bytes = new Uint8Array(new SharedArrayBuffer(Math.max(1, end)));
    bytes.set(this.#bytes.subarray(0, end));
    return { bytes, starts, count: this.count };
  }

  /** Where the next text begins, with room for so many bytes. */
  #roomFor(length: number): number {
    const start = this.#starts[this.count] ?? 0;
    while (start + length > this.#bytes.length) {
      this.#bytes = resized(this.#bytes, new Uint8Array(this.#bytes.length * 2));
    }
    return start;
  }

  /** Writes a text where the next one begins, so that it is compared byte by byte, and gives its hash. */
  #write(text: string): number {
    const start = this.#roomFor(text.length);
    const bytes = this.#bytes;
    let hash = hashStart;
    let letters = 0;
    for (let at = 0; at < text.length; at += 1) {
      const letter = text.charCodeAt(at);
      letters |= letter;
      bytes[start + at] = letter;
      hash = hashNext(hash, letter);
    }
    return letters > lastAscii ? notAscii : mixed(hash);
  }

  /** The number of the text that was just written, which stays written if it is new. */
  #idOf(length: number, hash: number): number {
    const slot = this.#slotOf(length, hash);
    const id = (this.#slots[slot] ?? 0) - 1;
    return id === -1 ? this.#add(length, hash, slot) : id;
  }

  /** The slot where the text is that was just written, or the free one where it would be. */
  #slotOf(length: number, hash: number): number {
    const slots = this.#slots;
    const mask = slots.length - 1;
    let slot = (hash << 1) & mask;
    for (;;) {
      const id = (slots[slot] ?? 0) - 1;
      if (id === -1 || (slots[slot + 1] === hash && this.#is(id, length))) return slot;
      slot = (slot + 2) & mask;
    }
  }

  #is(id: number, length: number): boolean {
    const start = this.#starts[id] ?? 0;
    if ((this.#starts[id + 1] ?? 0) - start !== length) return false;
    const bytes = this.#bytes;
    const written = this.#starts[this.count] ?? 0;
    for (let at = 0; at < length; at += 1) if (bytes[start + at] !== bytes[written + at]) return false;
    return true;
  }

  #add(length: number, hash: number, slot: number): number {
    const id = this.count;
    if (id === this.#hashes.length) {
      this.#starts = resized(this.#starts, new Int32Array(id * 2 + 1));
      this.#hashes = resized(this.#hashes, new Int32Array(id * 2));
    }
    this.#starts[id + 1] = (this.#starts[id] ?? 0) + length;
    this.#hashes[id] = hash;
    this.#slots[slot] = id + 1;
    this.#slots[slot + 1] = hash;
    this.count = id + 1;
    if (this.count * 4 > this.#slots.length) this.#rehash();
    return id;
  }

  #rehash(): void {
    const slots = new Int32Array(this.#slots.length * 2);
    const mask = slots.length - 1;
    for (let id = 0; id < this.count; id += 1) {
      const hash = this.#hashes[id] ?? 0;
      let slot = (hash << 1) & mask;
      while (slots[slot] !== 0) slot = (slot + 2) & mask;
      slots[slot] = id + 1;
      slots[slot + 1] = hash;
    }
    this.#slots = slots;
  }
}

/** Other letters as their bytes in hexadecimal. */
const inAscii = (text: string): string => encodeURIComponent(text.toWellFormed());

/** The text of a number among shared texts. */
export function textAt({ bytes, starts }: Texts, id: number): string {
  return Buffer.from(bytes.buffer).toString('latin1', starts[id], starts[id + 1]);
}
