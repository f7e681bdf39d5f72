import { Hono } from 'hono';
import type { PracticeEnvironment } from '../../http/environment.ts';
import { isObject, type Json, type JsonObject, type StoredRecord, textOf } from '../../store/record.ts';
import { answer, Fault, required } from '../fault.ts';
import { findEntity } from '../query/properties.ts';
import type { QuickbooksService } from '../service.ts';

const mostObjects = 1_000;
const reach = 30 * 24 * 3_600_000;

/**
 * `/cdc`: what changed since a moment, at most 30 days ago; what is gone shows as `status: "Deleted"`.
 * Source: "Change data capture" of the QuickBooks Online Accounting API.
 */
export function cdcRoutes(service: QuickbooksService): Hono<PracticeEnvironment> {
  const routes = new Hono<PracticeEnvironment>();
  routes.get('/cdc', (context) => {
    const entities = context.req.query('entities');
    const since = Date.parse(context.req.query('changedSince') ?? '');
    if (entities === undefined || entities === '') throw required('entities');
    if (Number.isNaN(since)) throw required('changedSince');
    if (Date.now() - since > reach) {
      throw new Fault('4001', 'Invalid query', 'changedSince must be within the last 30 days');
    }
    const lists = entities.split(',').map((name) => changesOf(service, findEntity(name.trim()), since));
    return answer({ CDCResponse: [{ QueryResponse: lists }] });
  });
  return routes;
}

function changesOf(service: QuickbooksService, entity: string, since: number): JsonObject {
  const changed = [...service.store.all(entity)].filter((record) => timeOf(record) >= since);
  const gone =
    entity === 'Customer'
      ? [...service.store.all('Merged')].filter((record) => timeOf(record) >= since).map(deleted)
      : [];
  const found = [...changed, ...gone].sort((a, b) => timeOf(a) - timeOf(b)).slice(0, mostObjects);
  return found.length === 0 ? {} : { [entity]: found, startPosition: 1, maxResults: found.length };
}

function deleted({ Id, MetaData }: StoredRecord): JsonObject {
  return { domain: 'QBO', status: 'Deleted', Id: Id ?? null, MetaData: MetaData ?? null };
}

function timeOf(record: StoredRecord): number {
  const meta: Json = record.MetaData ?? null;
  return isObject(meta) ? Date.parse(textOf(meta, 'LastUpdatedTime')) : Number.NaN;
}
