import { SalesforceError } from '../errors.ts';
import { parseCondition } from './parse-condition.ts';
import type { FieldPath, Order, Query } from './query.ts';
import { TokenReader } from './token-reader.ts';
import { tokens } from './tokens.ts';

const maximumOffset = 2_000;

/**
 * Parses SOQL: a field list or COUNT(), WHERE, ORDER BY, LIMIT and OFFSET. Throws `MALFORMED_QUERY` for anything
 * else, which includes SOQL that Salesforce knows and the practice company does not (subqueries, GROUP BY).
 */
export function parseSoql(text: string): Query {
  const reader = new TokenReader(tokens(text));
  reader.expect('SELECT');
  const fields = parseSelected(reader);
  reader.expect('FROM');
  const from = reader.name();
  reader.endsAlias();
  const where = reader.take('WHERE') ? parseCondition(reader) : null;
  const orderBy = reader.take('ORDER') ? parseOrder(reader) : [];
  const limit = reader.take('LIMIT') ? reader.wholeNumber() : null;
  const offset = reader.take('OFFSET') ? reader.wholeNumber() : 0;
  reader.end();
  if (offset > maximumOffset) {
    throw new SalesforceError(
      400,
      'NUMBER_OUTSIDE_VALID_RANGE',
      `Maximum SOQL offset allowed is ${maximumOffset}`,
    );
  }
  return { text, fields, from: { name: from.text, at: from.at }, where, orderBy, limit, offset };
}

function parseSelected(reader: TokenReader): FieldPath[] | null {
  if (reader.takeCall('COUNT')) {
    reader.expect(')');
    return null;
  }
  const fields = [parsePath(reader)];
  while (reader.take(',')) fields.push(parsePath(reader));
  return fields;
}

function parseOrder(reader: TokenReader): Order[] {
  reader.expect('BY');
  const orders = [parseOneOrder(reader)];
  while (reader.take(',')) orders.push(parseOneOrder(reader));
  return orders;
}

function parseOneOrder(reader: TokenReader): Order {
  const path = parsePath(reader);
  const descending = reader.take('DESC');
  if (!descending) reader.take('ASC');
  if (!reader.take('NULLS')) return { path, descending, nulls: 'first' };
  if (reader.take('LAST')) return { path, descending, nulls: 'last' };
  reader.expect('FIRST');
  return { path, descending, nulls: 'first' };
}

function parsePath(reader: TokenReader): FieldPath {
  const token = reader.name();
  return { names: token.text.split('.'), at: token.at };
}
