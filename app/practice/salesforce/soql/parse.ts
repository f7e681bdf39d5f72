import { SalesforceError } from '../errors.ts';
import { parseCondition } from './parse-condition.ts';
import type { FieldPath, Grouping, Order, Query } from './query.ts';
import { TokenReader } from './token-reader.ts';
import { tokens } from './tokens.ts';

const maximumOffset = 2_000;

/**
 * Parses SOQL: a field list with counts or COUNT(), WHERE, GROUP BY, ORDER BY, LIMIT and OFFSET. Throws
 * `MALFORMED_QUERY` for anything else, which includes SOQL that Salesforce knows and the practice company does not
 * (subqueries, HAVING).
 */
export function parseSoql(text: string): Query {
  const reader = new TokenReader(tokens(text));
  reader.expect('SELECT');
  const { fields, counts } = parseSelected(reader);
  reader.expect('FROM');
  const from = reader.name();
  reader.endsAlias();
  const where = reader.take('WHERE') ? parseCondition(reader) : null;
  const by = reader.take('GROUP') ? parseGroups(reader) : [];
  const grouping = by.length + counts.length === 0 ? null : { by, counts };
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
  return { text, fields, from: { name: from.text, at: from.at }, where, grouping, orderBy, limit, offset };
}

interface Selected {
  readonly fields: FieldPath[] | null;
  readonly counts: Grouping['counts'];
}

function parseSelected(reader: TokenReader): Selected {
  const fields: FieldPath[] = [];
  const counts: { path: FieldPath; alias: string }[] = [];
  do {
    if (!reader.takeCall('COUNT')) {
      fields.push(parsePath(reader));
      continue;
    }
    if (fields.length + counts.length === 0 && reader.take(')')) return { fields: null, counts };
    const path = parsePath(reader);
    reader.expect(')');
    const hasAlias = reader.peek().kind === 'name' && !reader.sees('FROM');
    counts.push({ path, alias: hasAlias ? reader.name().text : `expr${counts.length}` });
  } while (reader.take(','));
  return { fields, counts };
}

function parseGroups(reader: TokenReader): FieldPath[] {
  reader.expect('BY');
  const by = [parsePath(reader)];
  while (reader.take(',')) by.push(parsePath(reader));
  return by;
}

function parseOrder(reader: TokenReader): Order[] {
  reader.expect('BY');
  const orders = [parseOneOrder(reader)];
  while (reader.take(',')) orders.push(parseOneOrder(reader));
  return orders;
}

function parseOneOrder(reader: TokenReader): Order {
  const counted = reader.takeCall('COUNT');
  const path = parsePath(reader);
  if (counted) reader.expect(')');
  const descending = reader.take('DESC');
  if (!descending) reader.take('ASC');
  if (!reader.take('NULLS')) return { path, counted, descending, nulls: 'first' };
  if (reader.take('LAST')) return { path, counted, descending, nulls: 'last' };
  reader.expect('FIRST');
  return { path, counted, descending, nulls: 'first' };
}

function parsePath(reader: TokenReader): FieldPath {
  const token = reader.name();
  return { names: token.text.split('.'), at: token.at };
}
