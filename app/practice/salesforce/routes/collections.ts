import { Hono } from 'hono';
import type { PracticeEnvironment } from '../../http/environment.ts';
import { jsonResponse, readJson } from '../../http/json.ts';
import { isObject, type Json, type JsonObject } from '../../store/record.ts';
import type { WriteOrigin } from '../../store/write-log.ts';
import { allowsDoubles } from '../account-setup.ts';
import { malformedJson, notFound, SalesforceError, salesforceJson } from '../errors.ts';
import { toId18 } from '../ids.ts';
import { fieldNamed, objectNamed } from '../objects/catalogue.ts';
import type { ObjectType } from '../objects/object-type.ts';
import { attributesOf, fieldValue } from '../row.ts';
import type { SalesforceService } from '../service.ts';
import { createRecord, updateRecord } from '../write-record.ts';

const mostWritten = 200;
const mostRetrieved = 2_000;

/** One record's result; `id` only where it was written. */
interface Result extends JsonObject {
  readonly success: boolean;
  readonly errors: readonly JsonObject[];
}

/** Thrown within a transaction to take the whole collection back. */
class RolledBack extends Error {}

/**
 * `/composite/sobjects`: many records in one call, each with its own result, in the order they were sent.
 * Source: REST API Developer Guide, "Use sObject Collections". The words above the limit are those of the same
 * refusal in the SOAP API; those of REST were not seen.
 */
export function collectionRoutes(service: SalesforceService): Hono<PracticeEnvironment> {
  const routes = new Hono<PracticeEnvironment>();

  const write = async (request: Request, origin: WriteOrigin): Promise<Response> => {
    const { records, allOrNone } = requireBody(await readJson(request));
    const results: Result[] = [];
    const doubles = allowsDoubles(request);
    try {
      service.store.transaction(() => {
        for (const record of records) results.push(writeOne(service, record, origin, doubles));
        if (allOrNone && results.some(({ success }) => !success)) throw new RolledBack();
      });
    } catch (error) {
      if (!(error instanceof RolledBack)) throw error;
      const shown = results.map(rolledBack);
      for (const [index, { errors }] of shown.entries()) {
        const id = records[index]?.id ?? null;
        service.log.refused(origin, typeof id === 'string' ? id : null, String(errors[0]?.statusCode));
      }
      return jsonResponse(shown, salesforceJson);
    }
    return jsonResponse(results, salesforceJson);
  };
  routes.patch('/', (context) => write(context.req.raw, { method: 'PATCH', path: context.req.path }));
  routes.post('/', (context) => write(context.req.raw, { method: 'POST', path: context.req.path }));

  const retrieve = (
    type: ObjectType,
    ids: readonly Json[],
    names: readonly Json[],
    version: string,
  ): Response => {
    if (ids.length > mostRetrieved) throw limitReached(mostRetrieved);
    const fields = names.map((name) => {
      const field = fieldNamed(type, String(name));
      if (field !== undefined) return field;
      throw new SalesforceError(
        400,
        'INVALID_FIELD',
        `No such column '${String(name)}' on sobject of type ${type.name}`,
      );
    });
    const rows = ids.map((id): Json => {
      const record = service.store.get(type.name, toId18(String(id)) ?? '');
      if (record === undefined || record.IsDeleted === true) return null;
      const row: Record<string, Json> = { attributes: attributesOf(type, String(record.Id), version) };
      row.Id = record.Id ?? null;
      for (const field of fields) row[field.name] = fieldValue(field, record);
      return row;
    });
    return jsonResponse(rows, salesforceJson);
  };
  routes.post('/:type', async (context) => {
    const body = await readJson(context.req.raw);
    if (!isObject(body) || !Array.isArray(body.ids) || !Array.isArray(body.fields)) throw malformedJson();
    return retrieve(
      requireType(context.req.param('type')),
      body.ids,
      body.fields,
      context.req.param('version') ?? '',
    );
  });
  routes.get('/:type', (context) =>
    retrieve(
      requireType(context.req.param('type')),
      context.req.query('ids')?.split(',') ?? [],
      context.req.query('fields')?.split(',') ?? [],
      context.req.param('version') ?? '',
    ),
  );
  return routes;
}

function writeOne(
  service: SalesforceService,
  record: JsonObject,
  origin: WriteOrigin,
  doubles: boolean,
): Result {
  const attributes = record.attributes;
  const type = isObject(attributes) ? objectNamed(String(attributes.type)) : undefined;
  const given = record.id ?? record.Id;
  try {
    if (type === undefined) {
      throw new SalesforceError(400, 'INVALID_TYPE', 'sObject type is missing or not supported');
    }
    if (origin.method === 'POST') {
      const created = createRecord(service, type, record, origin, 'signed-in', doubles);
      return { id: String(created.Id), success: true, errors: [] };
    }
    const id = typeof given === 'string' ? toId18(given) : null;
    if (id === null || !id.startsWith(type.keyPrefix)) {
      throw new SalesforceError(
        400,
        'MALFORMED_ID',
        `${type.label} ID: id value of incorrect type: ${String(given ?? '')}`,
        ['Id'],
      );
    }
    requireExisting(service, type, id, origin);
    updateRecord(service, type, id, record, origin);
    return { id, success: true, errors: [] };
  } catch (error) {
    if (!(error instanceof SalesforceError)) throw error;
    if (error.errorCode === 'JSON_PARSER_ERROR') throw error;
    return { success: false, errors: [error.toRecordError()] };
  }
}

/** In a collection an id that no record has is called otherwise than in a path. */
function requireExisting(
  service: SalesforceService,
  type: ObjectType,
  id: string,
  origin: WriteOrigin,
): void {
  if (service.store.get(type.name, id) !== undefined) return;
  const error = new SalesforceError(400, 'INVALID_CROSS_REFERENCE_KEY', 'invalid cross reference id');
  service.log.refused(origin, id, error.errorCode);
  throw error;
}

function requireBody(body: Json | undefined): { records: JsonObject[]; allOrNone: boolean } {
  if (!isObject(body) || !Array.isArray(body.records)) throw malformedJson();
  if (body.records.length > mostWritten) throw limitReached(mostWritten);
  if (!body.records.every(isObject)) throw malformedJson();
  return { records: body.records, allOrNone: body.allOrNone === true };
}

function requireType(name: string): ObjectType {
  const type = objectNamed(name);
  if (type === undefined) throw notFound();
  return type;
}

function rolledBack(result: Result): Result {
  if (!result.success) return result;
  const error = new SalesforceError(
    400,
    'ALL_OR_NONE_OPERATION_ROLLED_BACK',
    'Record rolled back because not all records were valid and the request was using AllOrNone header',
  );
  return { success: false, errors: [error.toRecordError()] };
}

function limitReached(limit: number): SalesforceError {
  return new SalesforceError(
    400,
    'EXCEEDED_ID_LIMIT',
    `record limit reached. cannot submit more than ${limit} records into this call`,
  );
}
