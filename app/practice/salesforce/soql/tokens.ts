import { SalesforceError } from '../errors.ts';

/** A token of SOQL with its place in the query, counted from 0. */
export interface Token {
  readonly kind: 'name' | 'string' | 'number' | 'time' | 'symbol' | 'end';
  /** As written; of a string, what is between the quotes with its escapes resolved. */
  readonly text: string;
  readonly at: number;
}

const patterns = [
  ['time', /\d{4}-\d{2}-\d{2}(?:T\d{2}:\d{2}:\d{2}(?:\.\d+)?(?:Z|[+-]\d{2}:?\d{2}))?/y],
  ['number', /[+-]?\d+(?:\.\d+)?/y],
  ['name', /[A-Za-z][A-Za-z0-9_]*(?:\.[A-Za-z][A-Za-z0-9_]*)*(?::\d+)?/y],
  ['symbol', /!=|<>|<=|>=|[=<>(),]/y],
] as const;

const escapes: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' };

/**
 * Cuts a query into tokens, the last of kind `end`. Throws `MALFORMED_QUERY` where no token begins.
 * Source: SOQL and SOSL Reference, "Quoted String Escape Sequences", "Date Formats".
 */
export function tokens(query: string): Token[] {
  const found: Token[] = [];
  let at = 0;
  while (at < query.length) {
    const char = query.charAt(at);
    if (/\s/.test(char)) {
      at += 1;
    } else if (char === "'") {
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

function tokenAt(query: string, at: number): Token {
  for (const [kind, pattern] of patterns) {
    pattern.lastIndex = at;
    const match = pattern.exec(query);
    if (match !== null) return { kind, text: match[0], at };
  }
  throw new SalesforceError(
    400,
    'MALFORMED_QUERY',
    `line 1:${at} no viable alternative at character '${query.charAt(at)}'`,
  );
}

function quoted(query: string, start: number): { text: string; end: number } {
  let text = '';
  for (let at = start + 1; at < query.length; at += 1) {
    const char = query.charAt(at);
    if (char === "'") return { text, end: at + 1 };
    if (char === '\\') {
      at += 1;
      const escaped = query.charAt(at);
      // \% and \_ stay escaped: only LIKE knows them.
      text += escaped === '%' || escaped === '_' ? `\\${escaped}` : (escapes[escaped] ?? escaped);
    } else {
      text += char;
    }
  }
  throw new SalesforceError(
    400,
    'MALFORMED_QUERY',
    `line 1:${query.length} mismatched character '<EOF>' expecting '''`,
  );
}
