import { SalesforceError } from '../errors.ts';
import type { Token } from './tokens.ts';

/** Words that end a field list or a condition and so can be no alias. */
const reserved = new Set([
  'WHERE',
  'ORDER',
  'LIMIT',
  'OFFSET',
  'GROUP',
  'HAVING',
  'WITH',
  'FOR',
  'USING',
  'ALL',
]);

/** Walks over the tokens of a query. What it does not find is a `MALFORMED_QUERY`. */
export class TokenReader {
  readonly #tokens: readonly Token[];
  #next = 0;

  constructor(tokens: readonly Token[]) {
    this.#tokens = tokens;
  }

  peek(ahead = 0): Token {
    const last = this.#tokens.length - 1;
    const token = this.#tokens[Math.min(this.#next + ahead, last)];
    if (token === undefined) throw new RangeError('a query without an end token');
    return token;
  }

  /** Whether the next token is this word (in any case) or symbol. */
  sees(word: string): boolean {
    return this.#is(this.peek(), word);
  }

  /** Takes the next token when it is this word (in any case) or symbol. */
  take(word: string): boolean {
    if (!this.sees(word)) return false;
    this.#next += 1;
    return true;
  }

  /** Takes `NAME(`. */
  takeCall(name: string): boolean {
    if (!this.#is(this.peek(), name) || !this.#is(this.peek(1), '(')) return false;
    this.#next += 2;
    return true;
  }

  advance(): Token {
    const token = this.peek();
    this.#next += 1;
    return token;
  }

  expect(word: string): void {
    if (!this.take(word)) throw this.unexpected();
  }

  name(): Token {
    if (this.peek().kind !== 'name') throw this.unexpected();
    return this.advance();
  }

  wholeNumber(): number {
    const token = this.peek();
    if (token.kind !== 'number' || !/^\d+$/.test(token.text)) throw this.unexpected();
    return Number(this.advance().text);
  }

  /** Refuses an alias after FROM, which the practice company does not follow. */
  endsAlias(): void {
    const { kind, text } = this.peek();
    if (kind === 'name' && !reserved.has(text.toUpperCase())) throw this.unexpected();
  }

  end(): void {
    if (this.peek().kind !== 'end') throw this.unexpected();
  }

  unexpected(token = this.peek()): SalesforceError {
    return new SalesforceError(400, 'MALFORMED_QUERY', `unexpected token: '${token.text}'`);
  }

  #is(token: Token, word: string): boolean {
    return (token.kind === 'name' || token.kind === 'symbol') && token.text.toUpperCase() === word;
  }
}
