import { Fault } from '../fault.ts';
import { parserError, type Token, tokens } from './tokens.ts';

const largestPage = 1_000;
const usualPage = 100;

export type Value = string | number | boolean;

export type Comparison = '=' | '<' | '>' | '<=' | '>=' | 'LIKE' | 'IN';

/** One of the conditions, all of which must hold; there is no OR. */
interface Condition {
  readonly property: string;
  readonly operator: Comparison;
  readonly values: readonly Value[];
}

export interface Query {
  readonly entity: string;
  readonly count: boolean;
  readonly where: readonly Condition[];
  readonly orderBy: readonly { readonly property: string; readonly descending: boolean }[];
  /** Counted from 1. */
  readonly startPosition: number;
  readonly maxResults: number;
}

/**
 * Parses QuickBooks' query language. Throws 4000 for what it does not know (OR, lists of properties, joins) and 4001
 * for a page out of range. Source: "Query operations and syntax" of the QuickBooks Online Accounting API.
 */
export function parseQuery(text: string): Query {
  return new Parser(tokens(text)).query();
}

class Parser {
  readonly #tokens: readonly Token[];
  #next = 0;

  constructor(all: readonly Token[]) {
    this.#tokens = all;
  }

  query(): Query {
    this.#expect('SELECT');
    const count = this.#selected();
    this.#expect('FROM');
    const entity = this.#word();
    const where: Condition[] = [];
    if (this.#take('WHERE')) {
      do where.push(this.#condition());
      while (this.#take('AND'));
    }
    const orderBy = this.#order();
    let [startPosition, maxResults] = [1, usualPage];
    for (;;) {
      if (this.#take('STARTPOSITION'))
        startPosition = this.#number('startposition', 1, Number.MAX_SAFE_INTEGER);
      else if (this.#take('MAXRESULTS')) maxResults = this.#number('maxresults', 0, largestPage);
      else break;
    }
    if (this.#peek().kind !== 'end') throw this.#unexpected();
    return { entity, count, where, orderBy, startPosition, maxResults };
  }

  #selected(): boolean {
    if (this.#take('*')) return false;
    this.#expect('COUNT');
    for (const symbol of ['(', '*', ')']) this.#expect(symbol);
    return true;
  }

  #condition(): Condition {
    const property = this.#word();
    if (this.#take('LIKE')) return { property, operator: 'LIKE', values: [this.#value()] };
    if (this.#take('IN')) {
      this.#expect('(');
      const values = [this.#value()];
      while (this.#take(',')) values.push(this.#value());
      this.#expect(')');
      return { property, operator: 'IN', values };
    }
    for (const operator of ['=', '<=', '>=', '<', '>'] as const) {
      if (this.#take(operator)) return { property, operator, values: [this.#value()] };
    }
    throw this.#unexpected();
  }

  #order(): Query['orderBy'] {
    if (this.#take('ORDER')) this.#expect('BY');
    else if (!this.#take('ORDERBY')) return [];
    const orders: { property: string; descending: boolean }[] = [];
    do {
      const property = this.#word();
      const descending = this.#take('DESC');
      if (!descending) this.#take('ASC');
      orders.push({ property, descending });
    } while (this.#take(','));
    return orders;
  }

  #value(): Value {
    const { kind, text } = this.#peek();
    const truth = text.toLowerCase();
    if (
      kind !== 'string' &&
      kind !== 'number' &&
      !(kind === 'word' && (truth === 'true' || truth === 'false'))
    ) {
      throw this.#unexpected();
    }
    this.#next += 1;
    if (kind === 'string') return text;
    return kind === 'number' ? Number(text) : truth === 'true';
  }

  #number(name: string, least: number, most: number): number {
    const { kind, text } = this.#peek();
    if (kind !== 'number') throw this.#unexpected();
    const value = Number(text);
    if (!Number.isInteger(value) || value < least || value > most) {
      const bound =
        value < least ? `small. Min allowed value is ${least}` : `large. Max allowed value is ${most}`;
      throw new Fault(
        '4001',
        'Invalid query',
        `QueryValidationError: value of ${name} ${text} is too ${bound}.`,
      );
    }
    this.#next += 1;
    return value;
  }

  #peek(): Token {
    const token = this.#tokens[Math.min(this.#next, this.#tokens.length - 1)];
    if (token === undefined) throw new RangeError('a query without an end token');
    return token;
  }

  #take(word: string): boolean {
    const { kind, text } = this.#peek();
    if ((kind !== 'word' && kind !== 'symbol') || text.toUpperCase() !== word) return false;
    this.#next += 1;
    return true;
  }

  #expect(word: string): void {
    if (!this.#take(word)) throw this.#unexpected();
  }

  #word(): string {
    const token = this.#peek();
    if (token.kind !== 'word') throw this.#unexpected();
    this.#next += 1;
    return token.text;
  }

  #unexpected(): Fault {
    const { text, at } = this.#peek();
    return parserError(`Encountered " "${text}" "" at line 1, column ${at + 1}.`);
  }
}
