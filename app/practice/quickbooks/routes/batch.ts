import { Hono } from 'hono';
import type { PracticeEnvironment } from '../../http/environment.ts';
import { readJson } from '../../http/json.ts';
import { isObject, type JsonObject, textOf } from '../../store/record.ts';
import type { WriteOrigin } from '../../store/write-log.ts';
import { answer, businessError, Fault, unsupportedProperty } from '../fault.ts';
import type { QuickbooksService } from '../service.ts';
import { writeOne } from './customers.ts';
import { queryResponse } from './query.ts';

const mostItems = 30;

/** `/batch`: up to 30 creates, updates and queries, each with its own answer under its own `bId`. */
export function batchRoutes(service: QuickbooksService): Hono<PracticeEnvironment> {
  const routes = new Hono<PracticeEnvironment>();
  routes.post('/batch', async (context) => {
    const body = await readJson(context.req.raw);
    const items = isObject(body) ? body.BatchItemRequest : undefined;
    if (!Array.isArray(items) || !items.every(isObject)) throw unsupportedProperty();
    if (items.length > mostItems) throw businessError(`A batch holds at most ${mostItems} items`);
    const origin = { method: 'POST', path: context.req.path };
    return answer({ BatchItemResponse: items.map((item) => itemResponse(service, item, origin)) });
  });
  return routes;
}

function itemResponse(service: QuickbooksService, item: JsonObject, origin: WriteOrigin): JsonObject {
  const bId = textOf(item, 'bId');
  try {
    if (typeof item.Query === 'string') return { QueryResponse: queryResponse(service, item.Query), bId };
    if (!isObject(item.Customer)) throw unsupportedProperty();
    return { Customer: writeOne(service, textOf(item, 'operation'), item.Customer, origin), bId };
  } catch (error) {
    if (error instanceof Fault) return { Fault: error.toJson(), bId };
    throw error;
  }
}
