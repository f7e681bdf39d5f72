import type { Json, JsonObject, StoredRecord } from '../../store/record.ts';
import { SalesforceError } from '../errors.ts';
import { evaluate, type Lookup, valueAt } from './evaluate.ts';
import type { ResolvedGrouping, ResolvedPath, ResolvedQuery } from './resolve.ts';

/** Rows that a grouped query gives at the most: it has no second page. */
const mostRows = 2_000;

/**
 * The rows of a query with GROUP BY, each with the fields it is grouped by and its counts. Throws `EXCEEDED_ID_LIMIT`.
 * Source: SOQL and SOSL Reference, "GROUP BY", "COUNT(fieldName)".
 */
export function groupsOf(
  query: ResolvedQuery,
  { by, counts, orderBy }: ResolvedGrouping,
  records: readonly StoredRecord[],
  lookup: Lookup,
): JsonObject[] {
  const found = new Set(evaluate({ ...query, orderBy: [], limit: null, offset: 0 }, records, lookup));
  const rows = records.filter(({ Id }) => found.has(String(Id)));
  const groups = [
    ...Map.groupBy(rows, (row) => JSON.stringify(by.map((path) => valueAt(path, row, lookup)))).values(),
  ];
  if (by.length === 0 && groups.length === 0) groups.push([]);
  const fieldOf = (path: ResolvedPath, group: readonly StoredRecord[]): Json =>
    group[0] === undefined ? null : valueAt(path, group[0], lookup);
  const countOf = (path: ResolvedPath, group: readonly StoredRecord[]) =>
    group.filter((row) => valueAt(path, row, lookup) !== null).length;
  groups.sort((a, b) => {
    for (const { path, counted, descending } of orderBy) {
      const [left, right] = [a, b].map((group) =>
        counted ? countOf(path, group) : String(fieldOf(path, group) ?? '').toLowerCase(),
      );
      if (left === undefined || right === undefined || left === right) continue;
      return left < right === descending ? 1 : -1;
    }
    return 0;
  });
  const end = query.limit === null ? undefined : query.offset + query.limit;
  const shown = groups.slice(query.offset, end);
  if (shown.length > mostRows) {
    throw new SalesforceError(
      400,
      'EXCEEDED_ID_LIMIT',
      'Aggregate query does not support queryMore(), use LIMIT to restrict the results to a single batch',
    );
  }
  return shown.map((group) => ({
    attributes: { type: 'AggregateResult' },
    ...Object.fromEntries((query.fields ?? []).map((path) => [path.field.name, fieldOf(path, group)])),
    ...Object.fromEntries(counts.map(({ path, alias }) => [alias, countOf(path, group)])),
  }));
}
