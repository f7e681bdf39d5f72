import type { Likeness } from './likeness.ts';

/**
 * What two lists of words have in common, in bits of rarity. `agreed` is what is on both sides (a doubtful word for
 * its part), `shared` the same less what its words have in common with one another, `onlyOne` and `onlyOther` what is
 * on one side; `exact` says that all words agree letter by letter. `selfOne` and `selfOther` are what each list would
 * share with itself.
 */
export interface Alignment {
  agreed: number;
  shared: number;
  onlyOne: number;
  onlyOther: number;
  exact: boolean;
}

/** An initial stands for one name in about this many bits. */
const initialBits = 3;
const leastLikeness = 0.4;
/** Words of one name are not independent ("Mercy Hospital"): the rarest counts in full, each other in part. */
const dependence = 0.8;
const most = 32;

/** What words of these rarities share together: the rarest in full, each other in part. */
function joint(sum: number, rarest: number): number {
  return rarest + dependence * (sum - rarest);
}

/** What a list of words shares with itself, in bits. */
export function selfBits(words: Int32Array, from: number, to: number, bits: Float64Array): number {
  let sum = 0;
  let rarest = 0;
  for (let at = from; at < to; at += 1) {
    const value = bits[words[at] ?? 0] ?? 0;
    sum += value;
    if (value > rarest) rarest = value;
  }
  return joint(sum, rarest);
}

/** Aligns lists of words; one aligner is used again and again, and gives the same object each time. */
export class Aligner {
  readonly #likeness: Likeness;
  readonly #bits: Float64Array;
  readonly #one = new Int32Array(most);
  readonly #other = new Int32Array(most);
  readonly #ones = new Int32Array(most * most);
  readonly #others = new Int32Array(most * most);
  readonly #values = new Float64Array(most * most);
  readonly #found: Alignment = { agreed: 0, shared: 0, onlyOne: 0, onlyOther: 0, exact: false };

  constructor(likeness: Likeness, bits: Float64Array) {
    this.#likeness = likeness;
    this.#bits = bits;
  }

  /**
   * Aligns words `from` to `to` of one list with those of another, whatever their order: equal words first, then the
   * most alike of what is left, initials last.
   */
  align(
    words: Int32Array,
    from: number,
    to: number,
    otherWords: Int32Array,
    otherFrom: number,
    otherTo: number,
  ): Alignment {
    const bits = this.#bits;
    const found = this.#found;
    let left = 0;
    let right = 0;
    for (let at = otherFrom; at < otherTo && right < most; at += 1) {
      this.#other[right] = otherWords[at] ?? 0;
      right += 1;
    }
    let agreed = 0;
    let rarest = 0;
    for (let at = from; at < to && left < most; at += 1) {
      const word = words[at] ?? 0;
      let same = 0;
      while (same < right && this.#other[same] !== word) same += 1;
      if (same === right) {
        this.#one[left] = word;
        left += 1;
        continue;
      }
      right -= 1;
      for (let next = same; next < right; next += 1) this.#other[next] = this.#other[next + 1] ?? 0;
      const value = bits[word] ?? 0;
      agreed += value;
      if (value > rarest) rarest = value;
    }
    found.exact = left === 0 && right === 0;
    let onlyOne = 0;
    let onlyOther = 0;
    for (let at = 0; at < left; at += 1) onlyOne += bits[this.#one[at] ?? 0] ?? 0;
    for (let at = 0; at < right; at += 1) onlyOther += bits[this.#other[at] ?? 0] ?? 0;
    found.agreed = agreed;
    found.shared = joint(agreed, rarest);
    found.onlyOne = onlyOne;
    found.onlyOther = onlyOther;
    if (left > 0 && right > 0) this.#alignAlike(left, right, rarest);
    return found;
  }

  /** Pairs words that pass for one another, the most alike first; an initial comes after everything else. */
  #alignAlike(left: number, right: number, rarestBefore: number): void {
    const likeness = this.#likeness;
    let partners = 0;
    for (let a = 0; a < left; a += 1) {
      for (let b = 0; b < right; b += 1) {
        const one = this.#one[a] ?? 0;
        const other = this.#other[b] ?? 0;
        const value = likeness.isInitial(one, other) ? leastLikeness : likeness.of(one, other);
        if (value < leastLikeness) continue;
        this.#ones[partners] = a;
        this.#others[partners] = b;
        this.#values[partners] = value;
        partners += 1;
      }
    }
    const found = this.#found;
    let rarest = rarestBefore;
    let takenOnes = 0;
    let takenOthers = 0;
    for (;;) {
      let best = -1;
      for (let at = 0; at < partners; at += 1) {
        const taken = ((takenOnes >>> (this.#ones[at] ?? 0)) | (takenOthers >>> (this.#others[at] ?? 0))) & 1;
        if (taken === 0 && (best === -1 || (this.#values[at] ?? 0) > (this.#values[best] ?? 0))) best = at;
      }
      if (best === -1) break;
      const [a, b] = [this.#ones[best] ?? 0, this.#others[best] ?? 0];
      takenOnes |= 1 << a;
      takenOthers |= 1 << b;
      const [one, other] = [this.#one[a] ?? 0, this.#other[b] ?? 0];
      const [oneBits, otherBits] = [this.#bits[one] ?? 0, this.#bits[other] ?? 0];
      const weight = Math.min(oneBits, otherBits);
      const initial = likeness.isInitial(one, other);
      const value = initial ? Math.min(weight, initialBits) : weight * (this.#values[best] ?? 0);
      const doubt = initial ? 0 : (weight - value) / 2;
      found.agreed += value;
      if (value > rarest) rarest = value;
      found.onlyOne += doubt - oneBits;
      found.onlyOther += doubt - otherBits;
    }
    found.shared = joint(found.agreed, rarest);
    found.onlyOne = Math.max(0, found.onlyOne);
    found.onlyOther = Math.max(0, found.onlyOther);
  }
}

/** How alike two aligned lists are, 0 to 1: the agreeing part of all their weight (Dice's coefficient). */
export function similarity({ agreed, onlyOne, onlyOther }: Alignment): number {
  return agreed === 0 ? 0 : (2 * agreed) / (2 * agreed + onlyOne + onlyOther);
}
