import { formFlags, type Side } from '../columns/side.ts';
import type { Texts } from '../terms/dictionary.ts';
import type { Shapes } from '../terms/term-tables.ts';
import { Aligner, type Alignment, selfBits, similarity } from './align.ts';
import type { Context, Outcome } from './context.ts';
import { keepStronger } from './context.ts';
import { editDistance } from './edit-distance.ts';
import { at, levelAt } from './levels.ts';
import { bitCount, Likeness, lengthOf, sameDigits, startsWith } from './likeness.ts';

/** What a looser agreement costs in bits: so many more pairs of unrelated names would reach it. */
const looseness = {
  near: 0.5,
  similar: 0.5,
  contained: 1,
  partial: 4,
  clash: 0.2,
};
/** The desktop edition of QuickBooks cuts names at 41 characters. */
const cutLength = 41;
/** What an initial that agrees is worth: less than a letter drawn evenly, some are common. */
const bitsOfInitial = 3.3;
/** One short word in capitals beside a name in small letters is an acronym more often than not. */
const bitsOfCapitals = 4;

/** Compares names: the best of every way the account's and the customer's name can be read. */
export class NameComparison {
  readonly #accounts: Side;
  readonly #customers: Side;
  readonly #words: Texts;
  readonly #joined: Texts;
  readonly #legal: Texts;
  readonly #shapes: Shapes;
  readonly #bits: Float64Array;
  readonly #aligner: Aligner;
  #chance = Number.NaN;

  constructor({ accounts, customers, vocabulary, tables, shapes }: Context) {
    this.#accounts = accounts;
    this.#customers = customers;
    this.#words = vocabulary.texts.word;
    this.#joined = vocabulary.texts.joined;
    this.#legal = vocabulary.texts.legalForm;
    this.#shapes = shapes.joined;
    this.#bits = tables.word.bits;
    this.#aligner = new Aligner(new Likeness(this.#words, shapes.word), tables.word.bits);
  }

  /** A name that was completed from a mailbox says nothing where the e-mails have said it. */
  compare(account: number, customer: number, email: Outcome, best: Outcome): void {
    const isCounted = levelAt('email', email.level).speaks === 'for';
    const { formFlags: ours } = this.#accounts;
    const { formFlags: theirs } = this.#customers;
    const { fromMailbox } = formFlags;
    const { starts, values } = this.#accounts.forms;
    const { starts: otherStarts, values: otherValues } = this.#customers.forms;
    best.account = -1;
    best.customer = -1;
    for (let i = starts[account] ?? 0; i < (starts[account + 1] ?? 0); i += 1) {
      for (let j = otherStarts[customer] ?? 0; j < (otherStarts[customer + 1] ?? 0); j += 1) {
        const [one, other] = [values[i] ?? 0, otherValues[j] ?? 0];
        const mailboxes = ((ours[one] ?? 0) & fromMailbox) + ((theirs[other] ?? 0) & fromMailbox);
        if (mailboxes > 1 || (isCounted && mailboxes > 0)) continue;
        this.#compareForms(one, other, best);
      }
    }
    if (best.account === -1) {
      best.level = at.name.missing;
      best.chance = Number.NaN;
    }
  }

  #compareForms(one: number, other: number, best: Outcome): void {
    const { formWords: ours, formJoined, formLegal } = this.#accounts;
    const { formWords: theirs, formJoined: theirJoined, formLegal: theirLegal } = this.#customers;
    const from = ours.starts[one] ?? 0;
    const to = ours.starts[one + 1] ?? 0;
    const otherFrom = theirs.starts[other] ?? 0;
    const otherTo = theirs.starts[other + 1] ?? 0;
    const alignment = this.#aligner.align(ours.values, from, to, theirs.values, otherFrom, otherTo);
    const isOne = formJoined[one] === theirJoined[other];
    if ((alignment.exact || isOne) && this.#branchesClash(one, other)) {
      keepStronger(best, at.name['other-branch'], alignment.shared, one, other);
      return;
    }
    if (isOne) {
      const bits = Math.max(alignment.shared, selfBits(ours.values, from, to, this.#bits));
      const clash = this.#formsClash(formLegal[one] ?? 0, theirLegal[other] ?? 0);
      keepStronger(best, clash ? at.name['same-other-form'] : at.name.same, bits, one, other);
      return;
    }
    if (alignment.exact) keepStronger(best, at.name['same-words'], alignment.shared - 0.5, one, other);
    else keepStronger(best, this.#looseLevel(one, other, alignment), this.#chance, one, other);
  }

  /** Notes the chance that goes with a level. */
  #at(level: number, chance = Number.NaN): number {
    this.#chance = chance;
    return level;
  }

  #looseLevel(one: number, other: number, alignment: Alignment): number {
    const { agreed, shared, onlyOne, onlyOther } = alignment;
    const alike = similarity(alignment);
    if (alike >= 0.88) return this.#at(at.name.near, shared - looseness.near);
    if (alike >= 0.72) return this.#at(at.name.similar, shared - looseness.similar);
    if (this.#joinedAlike(one, other)) {
      const rarest = Math.max(this.#rarest(this.#accounts, one), this.#rarest(this.#customers, other));
      return this.#at(at.name.near, Math.max(shared, rarest) - looseness.near);
    }
    if (agreed > 0 && Math.min(onlyOne, onlyOther) <= 0.1 * agreed)
      return this.#at(at.name.contained, shared - looseness.contained);
    const initials = this.#acronymBits(one, other);
    if (initials > 0) return this.#at(at.name.acronym, initials);
    if (alike >= 0.42) {
      const clash = Math.min(onlyOne, onlyOther) * looseness.clash;
      return this.#at(at.name.partial, shared - looseness.partial - clash);
    }
    return this.#at(alike >= 0.15 ? at.name.slight : at.name.different);
  }

  #rarest({ formWords: { starts, values } }: Side, form: number): number {
    let rarest = 0;
    for (let at = starts[form] ?? 0; at < (starts[form + 1] ?? 0); at += 1) {
      rarest = Math.max(rarest, this.#bits[values[at] ?? 0] ?? 0);
    }
    return rarest;
  }

  /** The same letters but for where the blanks are, a few errors, or the end that a limit has cut off. */
  #joinedAlike(one: number, other: number): boolean {
    const joined = this.#joined;
    const a = this.#accounts.formJoined[one] ?? 0;
    const b = this.#customers.formJoined[other] ?? 0;
    const [m, n] = [lengthOf(joined, a), lengthOf(joined, b)];
    const [short, long] = m <= n ? [a, b] : [b, a];
    if (Math.min(m, n) < 6) return false;
    const shortWritten =
      m <= n ? (this.#accounts.formLength[one] ?? 0) : (this.#customers.formLength[other] ?? 0);
    const isCut = shortWritten >= cutLength - 3 && startsWith(joined, long, joined, short);
    const limit = Math.floor(Math.max(m, n) / 7);
    const { letters, hasDigit } = this.#shapes;
    if (!isCut) {
      if (limit === 0 || Math.abs(m - n) > limit) return false;
      if (bitCount((letters[a] ?? 0) ^ (letters[b] ?? 0)) > 2 * limit) return false;
    }
    if ((hasDigit[a] === 1 || hasDigit[b] === 1) && !sameDigits(joined, a, b)) return false;
    return isCut || editDistance(joined, a, b, limit) <= limit;
  }

  /** What it is worth in bits that one name is the initials of the other, 0 when it is not. */
  #acronymBits(one: number, other: number): number {
    const ours = this.#accounts;
    const theirs = this.#customers;
    const { capitals, smallLetters } = formFlags;
    const [flags, otherFlags] = [ours.formFlags[one] ?? 0, theirs.formFlags[other] ?? 0];
    const isShort = this.#initials(ours.formJoined[one] ?? 0, theirs, other);
    const letters = isShort || this.#initials(theirs.formJoined[other] ?? 0, ours, one);
    const [short, long] = isShort > 0 ? [flags, otherFlags] : [otherFlags, flags];
    const isSpelt = (short & capitals) !== 0 && (long & smallLetters) !== 0;
    return letters * bitsOfInitial + (letters > 0 && isSpelt ? bitsOfCapitals : 0);
  }

  #initials(short: number, { formWords: { starts, values } }: Side, form: number): number {
    const from = starts[form] ?? 0;
    const length = (starts[form + 1] ?? 0) - from;
    if (length < 3 || lengthOf(this.#joined, short) !== length) return 0;
    const letters = this.#joined.starts[short] ?? 0;
    for (let index = 0; index < length; index += 1) {
      const initial = this.#words.bytes[this.#words.starts[values[from + index] ?? 0] ?? 0];
      if (this.#joined.bytes[letters + index] !== initial) return 0;
    }
    return length;
  }

  /** Whether both names bear numbers of branches and none is the same. */
  #branchesClash(one: number, other: number): boolean {
    const { starts, values } = this.#accounts.formNumbers;
    const { starts: otherStarts, values: otherValues } = this.#customers.formNumbers;
    const [from, to] = [starts[one] ?? 0, starts[one + 1] ?? 0];
    const [otherFrom, otherTo] = [otherStarts[other] ?? 0, otherStarts[other + 1] ?? 0];
    if (from === to || otherFrom === otherTo) return false;
    for (let i = from; i < to; i += 1) {
      for (let j = otherFrom; j < otherTo; j += 1) if (values[i] === otherValues[j]) return false;
    }
    return true;
  }

  /** Whether two legal forms exclude one another; one that is only said in more detail does not. */
  #formsClash(one: number, other: number): boolean {
    return one !== other && !isPart(this.#legal, one, other) && !isPart(this.#legal, other, one);
  }
}

/** Whether a text occurs within another. */
function isPart({ bytes, starts }: Texts, part: number, whole: number): boolean {
  const from = starts[part] ?? 0;
  const length = (starts[part + 1] ?? 0) - from;
  for (let start = starts[whole] ?? 0; start + length <= (starts[whole + 1] ?? 0); start += 1) {
    let same = 0;
    while (same < length && bytes[start + same] === bytes[from + same]) same += 1;
    if (same === length) return true;
  }
  return false;
}
