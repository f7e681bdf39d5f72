import { clauseWords, isWord, type Piece, piecesOf } from './soql-pieces.ts';

/** The longest condition as an address carries it: beside it a query names fields and ids, within 16,384 characters. */
const longestEncoded = 6_000;

/** A condition that may stand in parentheses in any query, `''` for none; or why not, in the person's words. */
export type Condition =
  | { readonly kind: 'condition'; readonly soql: string }
  | { readonly kind: 'refused'; readonly message: string };

/**
 * The condition that a person wrote, if it is one and nothing more: put in parentheses, it cannot end them, nor change
 * what else the query asks. Whether its names and values are right is for Salesforce to say. A leading WHERE goes.
 */
export function conditionOf(clause: string): Condition {
  const soql = clause.trim().replace(/^where(?=[\s(])/iu, '');
  if (soql.trim() === '') return refused("Write a condition, such as Type = 'Customer'.");
  if (encodeURIComponent(soql.toWellFormed()).length > longestEncoded) {
    return refused('The condition is too long for one query. Shorten it, or choose a list view.');
  }
  const pieces = piecesOf(soql);
  if (!Array.isArray(pieces)) {
    return refused(pieces.kind === 'quote' ? 'A quote is not closed.' : strange(pieces.text));
  }
  const message = outOfPlace(pieces);
  return message === null ? { kind: 'condition', soql: soql.trim() } : refused(message);
}

/** What is wrong with the parentheses or the words; null when nothing is. */
function outOfPlace(pieces: readonly Piece[]): string | null {
  /** Of each open parenthesis, whether a query of its own stands in it: what ends that is its own affair. */
  const open: boolean[] = [];
  for (const [index, piece] of pieces.entries()) {
    if (piece.kind === 'open') {
      open.push(isWord(pieces[index + 1], 'SELECT'));
    } else if (piece.kind === 'close') {
      if (open.pop() === undefined) return 'There is a closing parenthesis too many.';
    } else if (piece.kind === 'word' && clauseWords.has(piece.text.toUpperCase()) && open.at(-1) !== true) {
      return `“${piece.text}” does not belong in a condition. Give what follows WHERE, without sorting or limits.`;
    }
  }
  return open.length === 0 ? null : 'A parenthesis is not closed.';
}

function strange(character: string): string {
  if (/["‘’“”„`´]/u.test(character)) {
    return `Text stands in straight single quotes, such as 'Customer', and not in ${character}.`;
  }
  return `“${character}” does not belong in a condition, save in quotes.`;
}

function refused(message: string): Condition {
  return { kind: 'refused', message };
}
