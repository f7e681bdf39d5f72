import { Hono } from 'hono';
import { compress } from 'hono/compress';
import { type Controlled, controlRoutes } from '../http/control.ts';
import type { PracticeEnvironment } from '../http/environment.ts';
import { faultMiddleware } from '../http/fault-middleware.ts';
import { loopbackOnly } from '../http/loopback-only.ts';
import { answer, Fault, faultAnswer, forbidden, unauthorized, usualAnswer } from './fault.ts';
import { parserError } from './query/tokens.ts';
import { batchRoutes } from './routes/batch.ts';
import { cdcRoutes } from './routes/cdc.ts';
import { companyRoutes } from './routes/company.ts';
import { customerRoutes } from './routes/customers.ts';
import { oauthRoutes } from './routes/oauth.ts';
import { queryResponse } from './routes/query.ts';
import type { QuickbooksService } from './service.ts';

/** The QuickBooks Online stand-in as a web app. */
export function quickbooksApp(service: QuickbooksService, controlled: Controlled): Hono<PracticeEnvironment> {
  const app = new Hono<PracticeEnvironment>({ strict: false });
  app.use(loopbackOnly);
  app.use(compress());
  app.use(faultMiddleware(controlled, usualAnswer));
  app.route('/practice', controlRoutes(controlled));
  app.route('/', oauthRoutes(service));
  app.route('/v3/company/:realm', companyApi(service));
  app.notFound(() =>
    faultAnswer(new Fault('500', 'Unsupported Operation', 'The path is not known.', '', 404)),
  );
  app.onError((error) => {
    if (error instanceof Fault) return faultAnswer(error);
    throw error;
  });
  return app;
}

function companyApi(service: QuickbooksService): Hono<PracticeEnvironment> {
  const api = new Hono<PracticeEnvironment>();
  api.use(async (context, next) => {
    const token = /^Bearer (.+)$/i.exec(context.req.header('authorization') ?? '')?.[1] ?? '';
    if (!service.sessions.accepts(token)) return unauthorized();
    if (context.req.path.split('/')[3] !== service.identity.realmId) return forbidden();
    const isBatch = context.req.path.endsWith('/batch');
    if (!service.throttle.accepts(performance.now(), isBatch)) return usualAnswer(429, undefined);
    return next();
  });
  api.get('/query', (context) => {
    const text = context.req.query('query');
    if (text === undefined) throw parserError('Encountered "<EOF>" at line 0, column 0.');
    return answer({ QueryResponse: queryResponse(service, text) });
  });
  api.route('/', customerRoutes(service));
  api.route('/', batchRoutes(service));
  api.route('/', cdcRoutes(service));
  api.route('/', companyRoutes(service));
  return api;
}
