import { Fault } from '../fault.ts';

/** A token of a query; `at` counts from 0. A string's text is what is between the quotes, escapes resolved. */
export interface Token {
  readonly kind: 'word' | 'string' | 'number' | 'symbol' | 'end';
  readonly text: string;
  readonly at: number;
}

const patterns = [
  ['number', /-?\d+(?:\.\d+)?/y],
  ['word', /[A-Za-z][A-Za-z0-9_.]*/y],
  ['symbol', /<=|>=|!=|[=<>(),*]/y],
] as const;

/** Cuts a query into tokens, the last of kind `end`. Throws 4000 where no token begins. */
export function tokens(query: string): Token[] {
  const found: Token[] = [];
  let at = 0;
  while (at < query.length) {
    if (/\s/.test(query.charAt(at))) {
      at += 1;
    } else if (query.charAt(at) === "'") {
      const { text, end } = quoted(query, at);
      found.push({ kind: 'string', text, at });
      at = end;
    } else {
      const token = tokenAt(query, at);
      found.push(token);
      at += token.text.length;
    }
  }
  found.push({ kind: 'end', text: '<EOF>', at });
  return found;
}

/** The refusal of what cannot be parsed. */
export function parserError(detail: string): Fault {
  return new Fault('4000', 'Error parsing query', `QueryParserError: ${detail}`);
}

function tokenAt(query: string, at: number): Token {
  for (const [kind, pattern] of patterns) {
    pattern.lastIndex = at;
    const match = pattern.exec(query);
    if (match !== null) return { kind, text: match[0], at };
  }
  const char = query.charAt(at);
  throw parserError(
    `Invalid content. Lexical error at line 1, column ${at + 1}.  Encountered: "${char}" (${char.charCodeAt(0)}), after : ""`,
  );
}

function quoted(query: string, start: number): { text: string; end: number } {
  let text = '';
  for (let at = start + 1; at < query.length; at += 1) {
    const char = query.charAt(at);
    if (char === "'") return { text, end: at + 1 };
    if (char === '\\') at += 1;
    text += query.charAt(at);
  }
  throw parserError(
    `Invalid content. Lexical error at line 1, column ${query.length + 1}.  Encountered: <EOF> after : ""`,
  );
}
