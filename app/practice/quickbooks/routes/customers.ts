import { Hono } from 'hono';
import type { PracticeEnvironment } from '../../http/environment.ts';
import { readJson } from '../../http/json.ts';
import { isObject, type JsonObject } from '../../store/record.ts';
import type { WriteOrigin } from '../../store/write-log.ts';
import { answer, Fault, notFound, unsupportedProperty } from '../fault.ts';
import type { QuickbooksService } from '../service.ts';
import { writeCustomer } from '../write-customer.ts';

const answered = 'Request';

/** `/customer`: read one, create, update. Source: Customer in the API reference of QuickBooks Online Accounting. */
export function customerRoutes(service: QuickbooksService): Hono<PracticeEnvironment> {
  const routes = new Hono<PracticeEnvironment>();
  routes.get('/customer/:id', (context) => {
    const customer = service.store.get('Customer', context.req.param('id'));
    if (customer === undefined) throw notFound();
    return answer({ Customer: customer });
  });
  routes.post('/customer', async (context) => {
    const body = await readJson(context.req.raw);
    if (!isObject(body)) throw unsupportedProperty();
    requireOperation(context.req.query('operation') ?? 'update');
    const requestId = context.req.query('requestid') ?? '';
    return answer(
      once(service, requestId, () => ({
        Customer: writeCustomer(service, body, { method: 'POST', path: context.req.path }),
      })),
    );
  });
  return routes;
}

/** Writes one customer of a batch. Throws {@link Fault}. */
export function writeOne(
  service: QuickbooksService,
  operation: string,
  body: JsonObject,
  origin: WriteOrigin,
): JsonObject {
  if (operation !== 'create') requireOperation(operation);
  return writeCustomer(service, body, origin);
}

/** Answers a request id that was answered before as it was then, without writing again. */
function once(service: QuickbooksService, requestId: string, write: () => JsonObject): JsonObject {
  if (requestId === '') return write();
  const before = service.store.get(answered, requestId);
  if (before !== undefined) return before;
  return service.store.transaction(() => {
    const body = write();
    service.store.put(answered, requestId, body);
    return body;
  });
}

function requireOperation(operation: string): void {
  if (operation === 'update') return;
  throw new Fault('500', 'Unsupported Operation', `Operation ${operation} is not supported.`);
}
