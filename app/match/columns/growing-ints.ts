import { resized } from '../terms/dictionary.ts';

/** A list of integers that grows as they are added. */
export class GrowingInts {
  length = 0;
  #values: Int32Array;

  constructor(expected = 16) {
    this.#values = new Int32Array(Math.max(4, expected));
  }

  push(value: number): void {
    if (this.length === this.#values.length) {
      this.#values = resized(this.#values, new Int32Array(this.length * 2));
    }
    this.#values[this.length] = value;
    this.length += 1;
  }

  at(index: number): number {
    return this.#values[index] ?? 0;
  }

  set(index: number, value: number): void {
    this.#values[index] = value;
  }

  /** A copy that other threads can read. */
  shared(): Int32Array {
    const shared = sharedInts(this.length);
    shared.set(this.#values.subarray(0, this.length));
    return shared;
  }
}

/** So many zeros, for threads to share. */
export function sharedInts(length: number): Int32Array {
  return new Int32Array(new SharedArrayBuffer(length * 4));
}
