/**
 * How many typing errors (a letter wrong, missing, too many, or two swapped) lie between what was typed and the
 * beginning of a word that it comes closest to; `most` + 1 as soon as there are more than `most`.
 */
export function typingErrors(typed: string, word: string, most: number): number {
  const width = Math.min(word.length, typed.length + most);
  let before: number[] = [];
  let last = Array.from({ length: width + 1 }, (_, at) => at);
  for (let row = 1; row <= typed.length; row += 1) {
    const next = [row];
    let least = row;
    for (let at = 1; at <= width; at += 1) {
      const isSame = typed[row - 1] === word[at - 1];
      let errors = Math.min(
        (last[at - 1] ?? 0) + (isSame ? 0 : 1),
        (last[at] ?? 0) + 1,
        (next[at - 1] ?? 0) + 1,
      );
      const isSwapped = row > 1 && typed[row - 1] === word[at - 2] && typed[row - 2] === word[at - 1];
      if (isSwapped) errors = Math.min(errors, (before[at - 2] ?? 0) + 1);
      next.push(errors);
      if (errors < least) least = errors;
    }
    if (least > most) return most + 1;
    before = last;
    last = next;
  }
  return Math.min(most + 1, ...last);
}

/** How many typing errors are forgiven in a word of this length. */
export function errorsForgiven(length: number): number {
  return Math.min(2, Math.floor(length * 0.3));
}

/** A part of what was typed, and where in it the part begins. */
export interface Piece {
  readonly text: string;
  readonly at: number;
}

/**
 * The pieces of what was typed of which a word must hold one as it is, near its place, to be within so many typing
 * errors: one more than there are errors.
 */
export function piecesOf(typed: string, errors: number): Piece[] {
  const count = errors + 1;
  const border = (piece: number): number => Math.floor((piece * typed.length) / count);
  return Array.from({ length: count }, (_, piece) => ({
    text: typed.slice(border(piece), border(piece + 1)),
    at: border(piece),
  }));
}
