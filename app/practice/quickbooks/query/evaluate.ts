import { isObject, type Json, type StoredRecord } from '../../store/record.ts';
import { Fault } from '../fault.ts';
import { like } from './like.ts';
import type { Comparison, Query, Value } from './parse.ts';
import { findProperty, type Property } from './properties.ts';

/**
 * The records that a query finds, all pages of them, in its order; without ORDERBY by full name. Inactive ones only
 * where a condition names `Active`. Throws 4001 for a property that the entity does not have.
 */
export function evaluate(query: Query, entity: string, records: Iterable<StoredRecord>): StoredRecord[] {
  const conditions = query.where.map(({ property: name, operator, values }) => {
    const property = findProperty(entity, name);
    return { property, holds: testOf(property, operator, values) };
  });
  const orders = query.orderBy.map((order) => ({ ...order, property: findProperty(entity, order.property) }));
  const inactiveToo = conditions.some(({ property }) => property.name === 'Active');
  const usual = findProperty(entity, entity === 'Customer' ? 'FullyQualifiedName' : 'Id');
  const sortedBy = orders.length > 0 ? orders : [{ property: usual, descending: false }];
  return (
    [...records]
      .filter((record) => inactiveToo || record.Active !== false)
      .filter((record) => conditions.every(({ property, holds }) => holds(propertyValue(record, property))))
      // What is sorted by is worked out once a record, not at each comparison.
      .map((record) => ({
        record,
        id: Number(record.Id),
        keys: sortedBy.map(({ property }) => sortable(propertyValue(record, property), property.type)),
      }))
      .sort((a, b) => {
        for (const [at, { descending }] of sortedBy.entries()) {
          const order = inOrder(a.keys[at] ?? '', b.keys[at] ?? '');
          if (order !== 0) return descending ? -order : order;
        }
        return a.id - b.id;
      })
      .map(({ record }) => record)
  );
}

function propertyValue(record: StoredRecord, { path }: Property): Json {
  let value: Json = record;
  for (const step of path) value = isObject(value) ? (value[step] ?? null) : null;
  return value;
}

/** Whether a value meets a condition. Text compares without case. What a record does not have meets no condition. */
function testOf(
  property: Property,
  operator: Comparison,
  wanted: readonly Value[],
): (value: Json) => boolean {
  const [first = ''] = wanted;
  switch (operator) {
    case 'IN': {
      // Made once for all records: programs ask for hundreds of ids at a time.
      const listed = new Set(wanted.map((one) => sortable(typed(one, property), property.type)));
      return (value) => value !== null && listed.has(sortable(value, property.type));
    }
    case 'LIKE':
      return (value) => value !== null && like(String(value), String(first));
    default: {
      const right = typed(first, property);
      return (value) => value !== null && isInOrder(compare(value, right, property), operator);
    }
  }
}

function isInOrder(order: number, operator: '=' | '<' | '>' | '<=' | '>='): boolean {
  switch (operator) {
    case '=':
      return order === 0;
    case '<':
      return order < 0;
    case '>':
      return order > 0;
    case '<=':
      return order <= 0;
    case '>=':
      return order >= 0;
  }
}

/** A value of the query as its property's type wants it: quotes around numbers and truth values do not matter. */
function typed(value: Value, { name, type }: Property): Json {
  const text = String(value);
  const fits =
    type === 'boolean'
      ? /^(?:true|false)$/i.test(text)
      : type === 'number'
        ? text !== '' && Number.isFinite(Number(text))
        : type === 'time'
          ? Number.isFinite(Date.parse(text))
          : true;
  if (!fits) {
    throw new Fault(
      '4001',
      'Invalid query',
      `QueryValidationError: Invalid value ${text} for property ${name}`,
    );
  }
  return type === 'boolean' ? text.toLowerCase() === 'true' : text;
}

function compare(a: Json, b: Json, { type }: Property): number {
  return inOrder(sortable(a, type), sortable(b, type));
}

function inOrder(left: string | number, right: string | number): number {
  if (left === right) return 0;
  return left < right ? -1 : 1;
}

function sortable(value: Json, type: Property['type']): string | number {
  switch (type) {
    case 'boolean':
      return Number(value === true);
    case 'number':
      return Number(value ?? 0);
    case 'time':
      return Date.parse(String(value ?? ''));
    case 'text':
      return String(value ?? '').toLowerCase();
  }
}
