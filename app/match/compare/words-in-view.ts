/** Of a longer list only so many words are looked at. */
export const mostWords = 32;

/** A few words side by side, with what tells at a glance whether two of them can be alike. */
export class WordsInView {
  count = 0;
  readonly ids = new Int32Array(mostWords);
  readonly lengths = new Int32Array(mostWords);
  readonly firstLetters = new Uint8Array(mostWords);
  /** The letters that occur, as bits. */
  readonly letters = new Int32Array(mostWords);
  /** 1 where the word has a digit, so that no other passes for it. */
  readonly hasDigit = new Uint8Array(mostWords);
  /** 1 where the word is a given name that others stand for. */
  readonly hasNicknames = new Uint8Array(mostWords);

  /** Adds a word by its id; the rest is filled in by {@link Likeness.view}. */
  add(word: number): void {
    this.ids[this.count] = word;
    this.count += 1;
  }

  /** Takes a word out; those after it move up. */
  remove(place: number): void {
    this.count -= 1;
    for (let at = place; at < this.count; at += 1) this.ids[at] = this.ids[at + 1] ?? 0;
  }

  /** The place of a word, `count` where it is not there. */
  placeOf(word: number): number {
    let place = 0;
    while (place < this.count && this.ids[place] !== word) place += 1;
    return place;
  }
}
