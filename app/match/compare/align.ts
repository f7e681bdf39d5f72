import { isInitial, type Likeness } from './likeness.ts';
import { mostWords, WordsInView } from './words-in-view.ts';

/**
 * What two lists of words have in common, in bits of rarity. `agreed` is what is on both sides (a doubtful word for
 * its part), `shared` the same less what its words have in common with one another, `onlyOne` and `onlyOther` what is
 * on one side; `exact` says that all words agree letter by letter.
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
  /** The words that are on one side only. */
  readonly #one = new WordsInView();
  readonly #other = new WordsInView();
  /** Which of them pass for one another, how much so, and whether as an initial. */
  readonly #ones = new Int32Array(mostWords * mostWords);
  readonly #others = new Int32Array(mostWords * mostWords);
  readonly #values = new Float64Array(mostWords * mostWords);
  readonly #initials = new Uint8Array(mostWords * mostWords);
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
    const [bits, found, one, other] = [this.#bits, this.#found, this.#one, this.#other];
    one.count = 0;
    other.count = 0;
    for (let at = otherFrom; at < otherTo && other.count < mostWords; at += 1) other.add(otherWords[at] ?? 0);
    let agreed = 0;
    let rarest = 0;
    for (let at = from; at < to && one.count < mostWords; at += 1) {
      const word = words[at] ?? 0;
      const same = other.placeOf(word);
      if (same === other.count) {
        one.add(word);
        continue;
      }
      other.remove(same);
      const value = bits[word] ?? 0;
      agreed += value;
      if (value > rarest) rarest = value;
    }
    found.exact = one.count === 0 && other.count === 0;
    found.agreed = agreed;
    found.shared = joint(agreed, rarest);
    found.onlyOne = sumOf(one, bits);
    found.onlyOther = sumOf(other, bits);
    if (one.count > 0 && other.count > 0) this.#alignAlike(rarest);
    return found;
  }

  /** Pairs words that pass for one another, the most alike first; an initial comes after everything else. */
  #alignAlike(rarestBefore: number): void {
    const partners = this.#partners();
    if (partners === 0) return;
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
      const oneBits = this.#bits[this.#one.ids[a] ?? 0] ?? 0;
      const otherBits = this.#bits[this.#other.ids[b] ?? 0] ?? 0;
      const weight = Math.min(oneBits, otherBits);
      const initial = this.#initials[best] === 1;
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

  /** Notes which words pass for one another; gives how many pairs do. */
  #partners(): number {
    const [likeness, ones, others] = [this.#likeness, this.#one, this.#other];
    likeness.view(ones);
    likeness.view(others);
    let partners = 0;
    for (let one = 0; one < ones.count; one += 1) {
      for (let other = 0; other < others.count; other += 1) {
        const initial = isInitial(ones, one, others, other);
        const value = initial ? leastLikeness : likeness.between(ones, one, others, other);
        if (value < leastLikeness) continue;
        this.#ones[partners] = one;
        this.#others[partners] = other;
        this.#values[partners] = value;
        this.#initials[partners] = initial ? 1 : 0;
        partners += 1;
      }
    }
    return partners;
  }
}

function sumOf({ ids, count }: WordsInView, bits: Float64Array): number {
  let sum = 0;
  for (let at = 0; at < count; at += 1) sum += bits[ids[at] ?? 0] ?? 0;
  return sum;
}

/** How alike two aligned lists are, 0 to 1: the agreeing part of all their weight (Dice's coefficient). */
export function similarity({ agreed, onlyOne, onlyOther }: Alignment): number {
  return agreed === 0 ? 0 : (2 * agreed) / (2 * agreed + onlyOne + onlyOther);
}
