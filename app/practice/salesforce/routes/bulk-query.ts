import { Hono } from 'hono';
import type { PracticeEnvironment } from '../../http/environment.ts';
import { jsonResponse, readJson } from '../../http/json.ts';
import { isObject } from '../../store/record.ts';
import { csvOf } from '../bulk/csv.ts';
import { infoOf, type QueryJob } from '../bulk/job.ts';
import { invalidState } from '../bulk/jobs.ts';
import { bulkTime, salesforceTime } from '../dates.ts';
import { malformedJson, SalesforceError, salesforceJson } from '../errors.ts';
import type { SalesforceService } from '../service.ts';
import { signedInUserId } from '../sign-in.ts';
import { evaluate, type Lookup, valueAt } from '../soql/evaluate.ts';
import { parseSoql } from '../soql/parse.ts';
import { type ResolvedPath, resolve } from '../soql/resolve.ts';

/** Small, so that a query of the practice company has several pages of results. */
const usualPage = 500;
const lastLocator = 'null';

/** `/jobs/query`: Bulk API 2.0 that reads. Source: Bulk API 2.0 Developer Guide, "Bulk API 2.0 Query". */
export function bulkQueryRoutes(service: SalesforceService): Hono<PracticeEnvironment> {
  const routes = new Hono<PracticeEnvironment>();
  const job = (id: string) => service.jobs.find('query', id);
  const info = (found: QueryJob) => jsonResponse(infoOf(found, signedInUserId), salesforceJson);
  const lookup: Lookup = (type, id) => service.store.get(type, id);

  routes.post('/', async (context) => {
    const body = await readJson(context.req.raw);
    if (!isObject(body)) throw malformedJson();
    const text = String(body.query ?? '');
    const query = resolve(parseSoql(text));
    if (query.fields === null || query.grouping !== null) {
      throw new SalesforceError(400, 'API_ERROR', 'Aggregate queries are not supported');
    }
    const created: QueryJob = {
      kind: 'query',
      id: service.jobs.nextId(),
      version: context.req.param('version') ?? '',
      createdAt: salesforceTime(new Date()),
      state: 'UploadComplete',
      operation: body.operation === 'queryAll' ? 'queryAll' : 'query',
      query,
      text,
      ids: [],
    };
    service.jobs.add(created);
    return info(created);
  });
  routes.get('/:id', (context) => {
    const found = job(context.req.param('id'));
    const stuck = service.faults.next('job-state', { method: 'GET', path: context.req.path });
    if (stuck === null) advance(found);
    return info(found);
  });
  routes.patch('/:id', (context) => {
    const found = job(context.req.param('id'));
    if (found.state === 'JobComplete') throw invalidState('Aborting already completed Job not allowed');
    found.state = 'Aborted';
    return info(found);
  });
  routes.delete('/:id', (context) => {
    service.jobs.delete(job(context.req.param('id')));
    return new Response(null, { status: 204 });
  });
  routes.get('/:id/results', (context) => {
    const found = job(context.req.param('id'));
    if (found.state !== 'JobComplete') throw invalidState(`The job is in state ${found.state}`);
    const wanted = Number(context.req.query('maxRecords') ?? usualPage);
    const asked = Math.min(wanted, service.cursors.rowsPerPage);
    const start = startOf(context.req.query('locator'));
    const ids = found.ids.slice(start, start + asked);
    const end = start + ids.length;
    const rows = ids.flatMap((id) => {
      const record = lookup(found.query.type.name, id);
      return record === undefined
        ? []
        : [(found.query.fields ?? []).map((path) => cellOf(path, valueAt(path, record, lookup)))];
    });
    return new Response(csvOf([(found.query.fields ?? []).map(headingOf), ...rows]), {
      headers: {
        'Content-Type': 'text/csv',
        'Sforce-Locator': end < found.ids.length ? locatorOf(end) : lastLocator,
        'Sforce-NumberOfRecords': String(rows.length),
      },
    });
  });

  function advance(found: QueryJob): void {
    if (found.state === 'UploadComplete') found.state = 'InProgress';
    else if (found.state === 'InProgress') {
      const all = [...service.store.all(found.query.type.name)];
      const seen = found.operation === 'queryAll' ? all : all.filter(({ IsDeleted }) => IsDeleted !== true);
      found.ids = evaluate(found.query, seen, lookup);
      found.state = 'JobComplete';
    }
  }
  return routes;
}

function headingOf({ steps, field }: ResolvedPath): string {
  return [...steps.map(({ relationship }) => relationship), field.name].join('.');
}

function cellOf({ field }: ResolvedPath, value: unknown): string {
  if (value === null || value === undefined) return '';
  return field.type === 'datetime' ? bulkTime(String(value)) : String(value);
}

function locatorOf(start: number): string {
  return Buffer.from(String(start)).toString('base64url');
}

function startOf(locator: string | undefined): number {
  if (locator === undefined) return 0;
  const start = Number(Buffer.from(locator, 'base64url').toString());
  if (Number.isInteger(start) && start > 0) return start;
  throw new SalesforceError(400, 'INVALID_QUERY_LOCATOR', 'invalid query locator');
}
