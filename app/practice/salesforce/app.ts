import { Hono } from 'hono';
import { compress } from 'hono/compress';
import { type Controlled, controlRoutes } from '../http/control.ts';
import type { PracticeEnvironment } from '../http/environment.ts';
import { faultMiddleware } from '../http/fault-middleware.ts';
import { jsonResponse } from '../http/json.ts';
import { loopbackOnly } from '../http/loopback-only.ts';
import {
  errorResponse,
  notFound,
  SalesforceError,
  salesforceJson,
  sessionInvalid,
  usualAnswer,
} from './errors.ts';
import { bulkIngestRoutes } from './routes/bulk-ingest.ts';
import { bulkQueryRoutes } from './routes/bulk-query.ts';
import { collectionRoutes } from './routes/collections.ts';
import { discoveryRoutes } from './routes/discovery.ts';
import { listViewRoutes } from './routes/list-views.ts';
import { oauthRoutes } from './routes/oauth.ts';
import { queryRoutes } from './routes/query.ts';
import { sobjectRoutes } from './routes/sobjects.ts';
import type { SalesforceService } from './service.ts';
import { isOffered, versions } from './versions.ts';

/** The Salesforce stand-in as a web app. */
export function salesforceApp(service: SalesforceService, controlled: Controlled): Hono<PracticeEnvironment> {
  const app = new Hono<PracticeEnvironment>({ strict: false });
  app.use(loopbackOnly);
  app.use(compress());
  app.use(faultMiddleware(controlled, usualAnswer));
  app.route('/practice', controlRoutes(controlled));
  app.route('/', oauthRoutes(service));
  app.get('/services/data', () => jsonResponse(versions(), salesforceJson));
  app.route('/services/data/:version', restApi(service));
  app.notFound(() => errorResponse(notFound()));
  app.onError((error) => {
    if (error instanceof SalesforceError) return errorResponse(error);
    throw error;
  });
  return app;
}

function restApi(service: SalesforceService): Hono<PracticeEnvironment> {
  const api = new Hono<PracticeEnvironment>();
  api.use(async (context, next) => {
    const version = context.req.path.split('/')[3] ?? '';
    if (!isOffered(version)) return errorResponse(notFound());
    const token = /^(?:Bearer|OAuth) (.+)$/i.exec(context.req.header('authorization') ?? '')?.[1] ?? '';
    if (!service.sessions.accepts(token)) return errorResponse(sessionInvalid());
    service.usage.count();
    if (service.usage.isUsedUp) return usualAnswer(403, undefined);
    await next();
    context.res.headers.set('Sforce-Limit-Info', service.usage.header);
    return undefined;
  });
  api.route('/', discoveryRoutes(service));
  api.route('/', queryRoutes(service));
  api.route('/sobjects', listViewRoutes());
  api.route('/sobjects', sobjectRoutes(service));
  api.route('/composite/sobjects', collectionRoutes(service));
  api.route('/jobs/ingest', bulkIngestRoutes(service));
  api.route('/jobs/query', bulkQueryRoutes(service));
  return api;
}
