import { Hono } from 'hono';
import type { PracticeEnvironment } from '../../http/environment.ts';
import type { StoredRecord } from '../../store/record.ts';
import { answer, notFound } from '../fault.ts';
import type { QuickbooksService } from '../service.ts';

/** What is read besides customers: the query, the company, its preferences, a vendor, an employee. */
export function companyRoutes(service: QuickbooksService): Hono<PracticeEnvironment> {
  const routes = new Hono<PracticeEnvironment>();
  const read = (entity: string, id: string): Response => {
    const record: StoredRecord | undefined = service.store.get(entity, id);
    if (record === undefined) throw notFound();
    return answer({ [entity]: record });
  };
  routes.get('/companyinfo/:id', (context) => {
    if (context.req.param('id') !== service.identity.realmId) throw notFound();
    return read('CompanyInfo', '1');
  });
  routes.get('/preferences', () => read('Preferences', '1'));
  routes.get('/vendor/:id', (context) => read('Vendor', context.req.param('id')));
  routes.get('/employee/:id', (context) => read('Employee', context.req.param('id')));
  return routes;
}
