import { createHash } from 'node:crypto';
import { Hono } from 'hono';
import type { PracticeEnvironment } from '../../http/environment.ts';
import { jsonResponse, readJson } from '../../http/json.ts';
import { isObject, type Json, type StoredRecord, textOf } from '../../store/record.ts';
import { allowsDoubles, asSetUp } from '../account-setup.ts';
import { timeValue } from '../dates.ts';
import { describe, describeSummary } from '../describe.ts';
import { malformedJson, methodNotAllowed, notFound, SalesforceError, salesforceJson } from '../errors.ts';
import { fieldNamed, objectNamed, objectTypes } from '../objects/catalogue.ts';
import type { ObjectType } from '../objects/object-type.ts';
import { attributesOf, fieldValue } from '../row.ts';
import type { SalesforceService } from '../service.ts';
import { createRecord, requireId, requireRecord, updateRecord } from '../write-record.ts';

/** `/sobjects`: describes and single records. Source: REST API Developer Guide, "sObject Rows". */
export function sobjectRoutes(service: SalesforceService): Hono<PracticeEnvironment> {
  const routes = new Hono<PracticeEnvironment>();
  routes.get('/', (context) => {
    const version = context.req.param('version') ?? '';
    const sobjects = objectTypes.map((type) => describeSummary(type, version));
    return jsonResponse({ encoding: 'UTF-8', maxBatchSize: 200, sobjects }, salesforceJson);
  });
  routes.get('/:type/describe', (context) =>
    jsonResponse(
      describe(
        asSetUp(requireType(context.req.param('type')), service.accountSetup),
        context.req.param('version') ?? '',
      ),
      salesforceJson,
    ),
  );
  routes.post('/:type', async (context) => {
    const type = requireType(context.req.param('type'));
    const body = await readJson(context.req.raw);
    if (!isObject(body)) throw malformedJson();
    const origin = { method: 'POST', path: context.req.path };
    const doubles = allowsDoubles(context.req.raw);
    const record = createRecord(service, type, body, origin, 'signed-in', doubles);
    return jsonResponse({ id: String(record.Id), success: true, errors: [] }, salesforceJson, 201);
  });
  routes.get('/:type/:id', (context) => {
    const type = requireType(context.req.param('type'));
    const record = requireRecord(service, type, requireId(type, context.req.param('id')));
    const validators = validatorsOf(record);
    if (names(context.req.header('if-none-match'), validators.ETag)) {
      return new Response(null, { status: 304, headers: validators });
    }
    const fields = context.req
      .query('fields')
      ?.split(',')
      .map((name) => requireField(type, name.trim()));
    const row: Record<string, Json> = {
      attributes: attributesOf(type, String(record.Id), context.req.param('version') ?? ''),
    };
    for (const field of [...(fields ?? type.fields), ...(fields ? [requireField(type, 'Id')] : [])]) {
      row[field.name] = fieldValue(field, record);
    }
    return jsonResponse(row, salesforceJson, 200, validators);
  });
  routes.patch('/:type/:id', async (context) => {
    const type = requireType(context.req.param('type'));
    const id = requireId(type, context.req.param('id'));
    const body = await readJson(context.req.raw);
    if (!isObject(body)) throw malformedJson();
    requirePreconditions(requireRecord(service, type, id), (name) => context.req.header(name));
    updateRecord(service, type, id, body, { method: 'PATCH', path: context.req.path });
    return new Response(null, { status: 204 });
  });
  routes.all('/:type/:id', (context) => {
    throw methodNotAllowed(context.req.method, 'GET,HEAD,PATCH');
  });
  return routes;
}

function requireType(name: string): ObjectType {
  const type = objectNamed(name);
  if (type === undefined) throw notFound();
  return type;
}

function requireField(type: ObjectType, name: string) {
  const field = fieldNamed(type, name);
  if (field !== undefined) return field;
  throw new SalesforceError(400, 'INVALID_FIELD', `No such column '${name}' on sobject of type ${type.name}`);
}

/** ETag and Last-Modified of a record, by which a client can write on condition that nobody else did. */
function validatorsOf(record: StoredRecord): { ETag: string; 'Last-Modified': string } {
  const stamp = textOf(record, 'SystemModstamp');
  const hash = createHash('sha256')
    .update(`${String(record.Id)} ${stamp}`)
    .digest('base64');
  return { ETag: `"${hash}--gzip"`, 'Last-Modified': new Date(timeValue(stamp)).toUTCString() };
}

/** Throws 412 unless the record is as the request's `If-Match` and `If-Unmodified-Since` say. */
function requirePreconditions(record: StoredRecord, header: (name: string) => string | undefined): void {
  const validators = validatorsOf(record);
  const match = header('if-match');
  const since = header('if-unmodified-since');
  const changed =
    (match !== undefined && match !== '*' && !names(match, validators.ETag)) ||
    (since !== undefined && Date.parse(validators['Last-Modified']) > Date.parse(since));
  if (changed) {
    throw new SalesforceError(412, 'PRECONDITION_FAILED', 'The record has changed since it was read.');
  }
}

/** Whether a list of tags has this one; a compressed answer's tag is marked as weak and counts too. */
function names(tags: string | undefined, wanted: string): boolean {
  return tags?.split(/,\s*/).some((tag) => tag.replace(/^W\//, '') === wanted) ?? false;
}
