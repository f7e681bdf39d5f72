import type { Json, StoredRecord } from '../../store/record.ts';
import { timeValue } from '../dates.ts';
import { toId18 } from '../ids.ts';
import type { Field } from '../objects/field.ts';
import { like } from './like.ts';
import type { Comparison, Literal } from './query.ts';
import type { ResolvedCondition, ResolvedPath, ResolvedQuery } from './resolve.ts';

/** Gives the record of a type by its 18-character id. */
export type Lookup = (type: string, id: string) => StoredRecord | undefined;

/** The ids of the rows that a query gives, in its order; without ORDER BY, in the order of the ids. */
export function evaluate(query: ResolvedQuery, records: Iterable<StoredRecord>, lookup: Lookup): string[] {
  const found = [...records]
    .filter((record) => query.where === null || holds(query.where, record, lookup))
    // What is sorted by is worked out once a row: a comparison of times costs too much to do it again and again.
    .map((record) => ({
      id: String(record.Id),
      keys: query.orderBy.map(({ path }) => comparable(valueAt(path, record, lookup), path.field)),
    }));
  found.sort((a, b) => {
    for (const [index, { descending, nulls }] of query.orderBy.entries()) {
      const order = compareKeys(a.keys[index] ?? null, b.keys[index] ?? null, descending, nulls);
      if (order !== 0) return order;
    }
    return a.id < b.id ? -1 : 1;
  });
  const end = query.limit === null ? undefined : query.offset + query.limit;
  return found.slice(query.offset, end).map(({ id }) => id);
}

/** The value at the end of a path; null when a reference on the way is empty. */
export function valueAt(path: ResolvedPath, record: StoredRecord, lookup: Lookup): Json {
  let row: StoredRecord | undefined = record;
  for (const { reference, type } of path.steps) {
    const id: Json = row[reference.name] ?? null;
    row = typeof id === 'string' ? lookup(type.name, id) : undefined;
    if (row === undefined) return null;
  }
  return row[path.field.name] ?? null;
}

function holds(condition: ResolvedCondition, record: StoredRecord, lookup: Lookup): boolean {
  switch (condition.kind) {
    case 'and':
      return condition.terms.every((term) => holds(term, record, lookup));
    case 'or':
      return condition.terms.some((term) => holds(term, record, lookup));
    case 'not':
      return !holds(condition.term, record, lookup);
    case 'compare':
      return compares(
        valueAt(condition.path, record, lookup),
        condition.operator,
        condition.value,
        condition.path.field,
      );
    case 'in': {
      const value = comparable(valueAt(condition.path, record, lookup), condition.path.field);
      return listed(condition).has(value) !== condition.negated;
    }
  }
}

const lists = new WeakMap<ResolvedCondition, ReadonlySet<ReturnType<typeof comparable>>>();

/** The values of a list, made comparable once for all rows: programs ask for hundreds of ids at a time. */
function listed(
  condition: Extract<ResolvedCondition, { kind: 'in' }>,
): ReadonlySet<ReturnType<typeof comparable>> {
  const known = lists.get(condition);
  if (known !== undefined) return known;
  const { field } = condition.path;
  const values = condition.values.map((literal) =>
    comparable(literal.kind === 'null' ? null : literal.value, field),
  );
  const set = new Set(values);
  lists.set(condition, set);
  return set;
}

/** SOQL compares text without case, takes '' for null, and lets `!=` find rows without a value. */
function compares(value: Json, operator: Comparison, literal: Literal, field: Field): boolean {
  const left = comparable(value, field);
  const right = comparable(literal.kind === 'null' ? null : literal.value, field);
  if (operator === '=') return left === right;
  if (operator === '!=') return left !== right;
  if (operator === 'LIKE')
    return like(String(value ?? ''), String(literal.kind === 'null' ? '' : literal.value));
  if (left === null || right === null) return false;
  switch (operator) {
    case '<':
      return left < right;
    case '<=':
      return left <= right;
    case '>':
      return left > right;
    case '>=':
      return left >= right;
  }
}

function comparable(value: Json, field: Field): string | number | null {
  if (value === null || value === '') return null;
  if (field.type === 'datetime' || field.type === 'date') return timeValue(String(value));
  if (field.type === 'id' || field.type === 'reference') return toId18(String(value));
  if (typeof value === 'boolean') return Number(value);
  return typeof value === 'number' ? value : String(value).toLowerCase();
}

function compareKeys(
  left: string | number | null,
  right: string | number | null,
  descending: boolean,
  nulls: 'first' | 'last',
): number {
  if (left === right) return 0;
  if (left === null) return nulls === 'first' ? -1 : 1;
  if (right === null) return nulls === 'first' ? 1 : -1;
  return left < right === descending ? 1 : -1;
}
