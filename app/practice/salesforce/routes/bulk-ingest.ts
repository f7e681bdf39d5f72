import { Hono } from 'hono';
import type { PracticeEnvironment } from '../../http/environment.ts';
import { jsonResponse, readJson } from '../../http/json.ts';
import { isObject } from '../../store/record.ts';
import { parseCsv } from '../bulk/csv.ts';
import { carryOut, failedResults, successfulResults, unprocessedRecords } from '../bulk/ingest.ts';
import { type IngestJob, type IngestOperation, infoOf } from '../bulk/job.ts';
import { invalidState } from '../bulk/jobs.ts';
import { salesforceTime } from '../dates.ts';
import { malformedJson, SalesforceError, salesforceJson } from '../errors.ts';
import { fieldNamed, objectNamed } from '../objects/catalogue.ts';
import type { SalesforceService } from '../service.ts';
import { signedInUserId } from '../sign-in.ts';

const largestUpload = 100_000_000;
const operations: readonly IngestOperation[] = ['insert', 'update', 'delete'];

/** `/jobs/ingest`: Bulk API 2.0 that writes. Source: Bulk API 2.0 Developer Guide, "Bulk API 2.0 Ingest". */
export function bulkIngestRoutes(service: SalesforceService): Hono<PracticeEnvironment> {
  const routes = new Hono<PracticeEnvironment>();
  const job = (id: string) => service.jobs.find('ingest', id);
  const info = (found: IngestJob, status = 200) =>
    jsonResponse(infoOf(found, signedInUserId), salesforceJson, status);

  routes.post('/', async (context) => {
    const body = await readJson(context.req.raw);
    if (!isObject(body)) throw malformedJson();
    const type = objectNamed(String(body.object));
    const operation = operations.find((one) => one === body.operation);
    if (type === undefined || operation === undefined) {
      throw new SalesforceError(
        400,
        'INVALIDENTITY',
        `Unable to ${String(body.operation)} ${String(body.object)}`,
      );
    }
    const created: IngestJob = {
      kind: 'ingest',
      id: service.jobs.nextId(),
      version: context.req.param('version') ?? '',
      createdAt: salesforceTime(new Date()),
      state: 'Open',
      type,
      operation,
      columns: [],
      rows: null,
      errorMessage: null,
    };
    service.jobs.add(created);
    return info(created);
  });
  routes.get('/', () =>
    jsonResponse(
      {
        done: true,
        nextRecordsUrl: null,
        records: service.jobs.all('ingest').map((one) => infoOf(one, signedInUserId)),
      },
      salesforceJson,
    ),
  );
  routes.put('/:id/batches', async (context) => {
    const found = job(context.req.param('id'));
    if (found.state !== 'Open' || found.rows !== null) {
      throw invalidState(`Uploading data to a job in state ${found.state} is not allowed`);
    }
    upload(found, await context.req.text());
    return new Response(null, { status: 201 });
  });
  routes.patch('/:id', async (context) => {
    const found = job(context.req.param('id'));
    const body = await readJson(context.req.raw);
    const wanted = isObject(body) ? body.state : undefined;
    if (wanted === 'UploadComplete' && found.state === 'Open') found.state = 'UploadComplete';
    else if (wanted === 'Aborted' && found.state !== 'JobComplete') found.state = 'Aborted';
    else throw invalidState(`Changing a job from ${found.state} to ${String(wanted)} is not allowed`);
    return info(found);
  });
  routes.get('/:id', (context) => {
    const found = job(context.req.param('id'));
    const stuck = service.faults.next('job-state', { method: 'GET', path: context.req.path });
    if (stuck === null) advance(service, found);
    return info(found);
  });
  routes.delete('/:id', (context) => {
    service.jobs.delete(job(context.req.param('id')));
    return new Response(null, { status: 204 });
  });
  for (const [name, resultsOf] of [
    ['successfulResults', successfulResults],
    ['failedResults', failedResults],
    ['unprocessedrecords', unprocessedRecords],
  ] as const) {
    routes.get(`/:id/${name}`, (context) => {
      const found = job(context.req.param('id'));
      if (found.state !== 'JobComplete' && found.state !== 'Failed' && found.state !== 'Aborted') {
        throw invalidState(`Results of a job in state ${found.state} are not available`);
      }
      return new Response(resultsOf(found), { headers: { 'Content-Type': 'text/csv' } });
    });
  }
  return routes;
}

function upload(job: IngestJob, text: string): void {
  if (text.length > largestUpload) {
    throw new SalesforceError(400, 'TOOMANYBYTES', 'The uploaded data exceeds 100 MB');
  }
  const [columns = [], ...rows] = parseCsv(text);
  for (const column of columns) {
    if (column.toLowerCase() !== 'id' && fieldNamed(job.type, column) === undefined) {
      throw new SalesforceError(400, 'INVALIDBATCH', `Field name not found : ${column}`);
    }
  }
  job.columns = columns;
  job.rows = rows.map((cells) => ({ cells, outcome: null }));
}

/** Each time its state is asked for, a job is a step further. */
function advance(service: SalesforceService, job: IngestJob): void {
  if (job.state === 'InProgress') carryOut(service, job);
  else if (job.state === 'UploadComplete') job.state = 'InProgress';
}
