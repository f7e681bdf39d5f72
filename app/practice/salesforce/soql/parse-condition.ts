import type { Comparison, Condition, FieldPath, Literal } from './query.ts';
import type { TokenReader } from './token-reader.ts';

const comparisons: Readonly<Record<string, Comparison>> = {
  '=': '=',
  '!=': '!=',
  '<>': '!=',
  '<': '<',
  '<=': '<=',
  '>': '>',
  '>=': '>=',
};

/**
 * Parses what follows WHERE. As in Salesforce, AND and OR may not be mixed without parentheses.
 * Source: SOQL and SOSL Reference, "Condition Expression Syntax".
 */
export function parseCondition(reader: TokenReader): Condition {
  const first = parseTerm(reader);
  const kind = reader.take('AND') ? 'and' : reader.take('OR') ? 'or' : null;
  if (kind === null) return first;
  const terms = [first, parseTerm(reader)];
  while (reader.take(kind.toUpperCase())) terms.push(parseTerm(reader));
  if (reader.sees(kind === 'and' ? 'OR' : 'AND')) throw reader.unexpected();
  return { kind, terms };
}

function parseTerm(reader: TokenReader): Condition {
  if (reader.take('NOT')) return { kind: 'not', term: parseTerm(reader) };
  if (reader.take('(')) {
    const inner = parseCondition(reader);
    reader.expect(')');
    return inner;
  }
  const token = reader.name();
  const path: FieldPath = { names: token.text.split('.'), at: token.at };
  if (reader.take('LIKE')) return { kind: 'compare', path, operator: 'LIKE', value: parseLiteral(reader) };
  if (reader.take('IN')) return { kind: 'in', path, negated: false, values: parseList(reader) };
  if (reader.take('NOT')) {
    reader.expect('IN');
    return { kind: 'in', path, negated: true, values: parseList(reader) };
  }
  const operator = comparisons[reader.peek().text];
  if (operator === undefined) throw reader.unexpected();
  reader.advance();
  return { kind: 'compare', path, operator, value: parseLiteral(reader) };
}

function parseList(reader: TokenReader): Literal[] {
  reader.expect('(');
  const values = [parseLiteral(reader)];
  while (reader.take(',')) values.push(parseLiteral(reader));
  reader.expect(')');
  return values;
}

function parseLiteral(reader: TokenReader): Literal {
  const { kind, text, at } = reader.peek();
  const word = text.toLowerCase();
  const literal: Literal | null =
    kind === 'string'
      ? { kind, value: text, at }
      : kind === 'number'
        ? { kind, value: Number(text), at }
        : kind === 'time'
          ? { kind, value: text, at }
          : kind === 'name' && word === 'null'
            ? { kind: 'null', at }
            : kind === 'name' && (word === 'true' || word === 'false')
              ? { kind: 'boolean', value: word === 'true', at }
              : null;
  if (literal === null) throw reader.unexpected();
  reader.advance();
  return literal;
}
