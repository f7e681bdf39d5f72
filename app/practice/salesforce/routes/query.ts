import { Hono } from 'hono';
import type { PracticeEnvironment } from '../../http/environment.ts';
import { jsonResponse } from '../../http/json.ts';
import type { Json } from '../../store/record.ts';
import type { Cursor } from '../cursors.ts';
import { SalesforceError, salesforceJson } from '../errors.ts';
import { rowOf } from '../row.ts';
import type { SalesforceService } from '../service.ts';
import { evaluate, type Lookup } from '../soql/evaluate.ts';
import { groupsOf } from '../soql/groups.ts';
import { parseSoql } from '../soql/parse.ts';
import { resolve } from '../soql/resolve.ts';

const smallestPage = 200;
const largestPage = 2_000;

/** `/query`, `/queryAll` and their further pages. Source: REST API Developer Guide, "Query". */
export function queryRoutes(service: SalesforceService): Hono<PracticeEnvironment> {
  const routes = new Hono<PracticeEnvironment>();
  const lookup: Lookup = (type, id) => service.store.get(type, id);

  const first = (soql: string, version: string, pageSize: number, withDeleted: boolean): Response => {
    const query = resolve(parseSoql(soql));
    const all = [...service.store.all(query.type.name)];
    const seen = withDeleted ? all : all.filter(({ IsDeleted }) => IsDeleted !== true);
    if (query.grouping !== null) {
      const records = groupsOf(query, query.grouping, seen, lookup);
      return jsonResponse({ totalSize: records.length, done: true, records }, salesforceJson);
    }
    const ids = evaluate(query, seen, lookup);
    if (query.fields === null) {
      return jsonResponse({ totalSize: ids.length, done: true, records: [] }, salesforceJson);
    }
    const cursor = { query, ids, pageSize };
    const locator = ids.length > pageSize ? service.cursors.open(cursor) : '';
    return page(cursor, locator, 0, version);
  };

  const page = (cursor: Cursor, locator: string, start: number, version: string): Response => {
    const { query, ids, pageSize } = cursor;
    const end = start + pageSize;
    const records: Json[] = ids.slice(start, end).flatMap((id) => {
      const record = lookup(query.type.name, id);
      return record === undefined ? [] : [rowOf(query.type, query.fields ?? [], record, lookup, version)];
    });
    const more = end < ids.length;
    return jsonResponse(
      {
        totalSize: ids.length,
        done: !more,
        ...(more ? { nextRecordsUrl: `/services/data/${version}/query/${locator}-${end}` } : {}),
        records,
      },
      salesforceJson,
    );
  };

  for (const resource of ['query', 'queryAll'] as const) {
    routes.get(`/${resource}`, (context) => {
      const soql = context.req.query('q');
      if (soql === undefined)
        throw new SalesforceError(400, 'MALFORMED_QUERY', 'A query string has to be specified');
      const asked = pageSizeOf(context.req.header('sforce-query-options'));
      const pageSize = Math.min(asked, service.cursors.rowsPerPage);
      return first(soql, context.req.param('version') ?? '', pageSize, resource === 'queryAll');
    });
    routes.get(`/${resource}/:locator`, (context) => {
      const { locator, start } = locatorOf(context.req.param('locator'));
      const cursor = service.cursors.find(locator);
      if (cursor === undefined || start >= cursor.ids.length) throw invalidLocator();
      return page(cursor, locator, start, context.req.param('version') ?? '');
    });
  }
  return routes;
}

/** `batchSize` of the header `Sforce-Query-Options`, brought into the range that Salesforce allows. */
function pageSizeOf(header: string | undefined): number {
  const asked = Number(/batchSize\s*=\s*(\d+)/i.exec(header ?? '')?.[1] ?? largestPage);
  return Math.min(largestPage, Math.max(smallestPage, asked));
}

function locatorOf(text: string): { locator: string; start: number } {
  const match = /^([0-9A-Za-z]{18})-(\d+)$/.exec(text);
  if (match === null) throw invalidLocator();
  return { locator: match[1] ?? '', start: Number(match[2]) };
}

function invalidLocator(): SalesforceError {
  return new SalesforceError(400, 'INVALID_QUERY_LOCATOR', 'invalid query locator');
}
