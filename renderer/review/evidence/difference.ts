/** A stretch of text that both sides have, or that only this side has. */
export interface Stretch {
  readonly text: string;
  readonly same: boolean;
}

/** Two texts cut into stretches; joined again, each side's stretches are its text. */
export interface Difference {
  readonly left: readonly Stretch[];
  readonly right: readonly Stretch[];
  /** Share of both texts that is the same, 0 to 1; two blank texts are the same. */
  readonly likeness: number;
}

/** Beyond this many cells a comparison would be felt; texts that long are compared at their ends only. */
const mostCells = 250_000;

/** Agreement shorter than this between two differences is chance, and would only break the text up. */
const shortestAgreement = 2;

/** Below this likeness marking single letters hides that the texts are simply not the same. */
const leastLikeness = 0.4;

const segmenter = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

function letters(text: string): string[] {
  return Array.from(segmenter.segment(text), ({ segment }) => segment);
}

/**
 * For each letter of both texts, whether it belongs to their longest common subsequence
 * (Hirschberg 1975 describes the table; it is filled whole here, the texts being short).
 */
function commonLetters(left: readonly string[], right: readonly string[]): [boolean[], boolean[]] {
  const inLeft = left.map(() => false);
  const inRight = right.map(() => false);
  if (left.length * right.length > mostCells) return [inLeft, inRight];
  const width = right.length + 1;
  const lengths = new Uint16Array((left.length + 1) * width);
  const at = (row: number, column: number) => lengths[row * width + column] ?? 0;
  for (let row = left.length - 1; row >= 0; row--) {
    for (let column = right.length - 1; column >= 0; column--) {
      lengths[row * width + column] =
        left[row] === right[column]
          ? at(row + 1, column + 1) + 1
          : Math.max(at(row + 1, column), at(row, column + 1));
    }
  }
  let row = 0;
  let column = 0;
  while (row < left.length && column < right.length) {
    if (left[row] === right[column]) {
      inLeft[row++] = true;
      inRight[column++] = true;
    } else if (at(row + 1, column) >= at(row, column + 1)) row++;
    else column++;
  }
  return [inLeft, inRight];
}

/** Joins neighbouring letters of one kind. */
function stretches(text: readonly string[], same: readonly boolean[]): Stretch[] {
  const joined: Stretch[] = [];
  text.forEach((letter, index) => {
    const isSame = same[index] ?? false;
    const last = joined.at(-1);
    if (last !== undefined && last.same === isSame) {
      joined[joined.length - 1] = { text: last.text + letter, same: isSame };
    } else joined.push({ text: letter, same: isSame });
  });
  return joined;
}

/**
 * Takes agreements back that are too short to mean anything: runs of common letters, broken on either side, that
 * are shorter than {@link shortestAgreement} and touch no end of both texts.
 */
function withoutChance(inLeft: boolean[], inRight: boolean[]): void {
  let row = 0;
  let column = 0;
  while (row < inLeft.length && column < inRight.length) {
    while (row < inLeft.length && !inLeft[row]) row++;
    while (column < inRight.length && !inRight[column]) column++;
    let run = 0;
    while (inLeft[row + run] === true && inRight[column + run] === true) run++;
    const atStart = row === 0 && column === 0;
    const atEnd = row + run === inLeft.length && column + run === inRight.length;
    if (run > 0 && run < shortestAgreement && !atStart && !atEnd) {
      inLeft.fill(false, row, row + run);
      inRight.fill(false, column, column + run);
    }
    row += run;
    column += run;
  }
}

/** Gives the letters that were not compared the kind of the letter before them, or at the start of the one after. */
function spread(all: readonly string[], counts: RegExp, compared: readonly boolean[]): boolean[] {
  let next = 0;
  let last = compared[0] ?? true;
  return all.map((letter) => {
    if (counts.test(letter)) last = compared[next++] ?? false;
    return last;
  });
}

/**
 * What two texts have in common and what only one of them has, letter by letter (grapheme by grapheme). Case does
 * not count, nor do letters that `counts` does not match: for phone numbers, all but digits. Texts that are too
 * unlike are given as wholly different.
 */
export function difference(left: string, right: string, counts = /./su): Difference {
  const leftLetters = letters(left);
  const rightLetters = letters(right);
  const compared = (all: readonly string[]) =>
    all.filter((letter) => counts.test(letter)).map((letter) => letter.toLowerCase());
  const [inLeft, inRight] = commonLetters(compared(leftLetters), compared(rightLetters));
  withoutChance(inLeft, inRight);
  const total = inLeft.length + inRight.length;
  const common = inLeft.filter(Boolean).length + inRight.filter(Boolean).length;
  const likeness = total === 0 ? 1 : common / total;
  if (likeness < leastLikeness) {
    inLeft.fill(false);
    inRight.fill(false);
  }
  return {
    left: stretches(leftLetters, spread(leftLetters, counts, inLeft)),
    right: stretches(rightLetters, spread(rightLetters, counts, inRight)),
    likeness,
  };
}
