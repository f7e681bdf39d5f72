/** A piece of SOQL: a text in quotes, a word (a name, a path of names, a keyword), a parenthesis, or what stands between. */
export interface Piece {
  readonly kind: 'text' | 'word' | 'open' | 'close' | 'other';
  readonly text: string;
  /** Where it begins, counted from 0. */
  readonly at: number;
}

/** Why something cannot be cut into pieces: a quote that is not closed, or a character that SOQL has only in quotes. */
export type Fault = { readonly kind: 'quote' } | { readonly kind: 'character'; readonly text: string };

const patterns: readonly (readonly [Piece['kind'], RegExp])[] = [
  ['text', /'(?:[^'\\]|\\.)*'/suy],
  ['word', /[a-z]\w*(?:\.\w+)*(?::\d+)?/iuy],
  ['open', /\(/uy],
  ['close', /\)/uy],
  // Numbers and times, comparisons, commas.
  ['other', /\d[\w.:+-]*|[=<>!,+\-.]/uy],
];

/**
 * Cuts SOQL into pieces, white space left out; together they are everything else that it holds.
 * See https://developer.salesforce.com/docs/atlas.en-us.soql_sosl.meta/soql_sosl/sforce_api_calls_soql_select_quotedstringescapes.htm
 */
export function piecesOf(soql: string): Piece[] | Fault {
  const pieces: Piece[] = [];
  let at = 0;
  while (at < soql.length) {
    if (/[ \t\r\n]/u.test(soql.charAt(at))) {
      at += 1;
      continue;
    }
    const piece = pieceAt(soql, at);
    if (piece === null) {
      const text = String.fromCodePoint(soql.codePointAt(at) ?? 0);
      return text === "'" ? { kind: 'quote' } : { kind: 'character', text };
    }
    pieces.push(piece);
    at += piece.text.length;
  }
  return pieces;
}

function pieceAt(soql: string, at: number): Piece | null {
  for (const [kind, pattern] of patterns) {
    pattern.lastIndex = at;
    const match = pattern.exec(soql);
    if (match !== null) return { kind, text: match[0], at };
  }
  return null;
}

/** Words that end a condition, or that a query has outside of one. */
export const clauseWords: ReadonlySet<string> = new Set([
  'SELECT',
  'FROM',
  'USING',
  'WHERE',
  'WITH',
  'GROUP',
  'HAVING',
  'ORDER',
  'LIMIT',
  'OFFSET',
  'FOR',
  'UPDATE',
  'ALL',
  'TYPEOF',
]);

/** Whether the piece is this keyword, in any case. */
export function isWord(piece: Piece | undefined, word: string): boolean {
  return piece?.kind === 'word' && piece.text.toUpperCase() === word;
}
