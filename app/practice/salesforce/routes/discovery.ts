import { Hono } from 'hono';
import type { PracticeEnvironment } from '../../http/environment.ts';
import { jsonResponse } from '../../http/json.ts';
import { salesforceJson } from '../errors.ts';
import type { SalesforceService } from '../service.ts';
import { signedInUserId } from '../sign-in.ts';

/** `/services/data/vNN.0` and its limits: what the API offers and how much of it is left. */
export function discoveryRoutes(service: SalesforceService): Hono<PracticeEnvironment> {
  const routes = new Hono<PracticeEnvironment>();
  routes.get('/', (context) => {
    const base = `/services/data/${context.req.param('version')}`;
    return jsonResponse(
      {
        composite: `${base}/composite`,
        query: `${base}/query`,
        queryAll: `${base}/queryAll`,
        jobs: `${base}/jobs`,
        limits: `${base}/limits`,
        sobjects: `${base}/sobjects`,
        identity: `${service.url()}/id/${service.identity.organisationId}/${signedInUserId}`,
      },
      salesforceJson,
    );
  });
  routes.get('/limits', () => {
    const untouched = (Max: number) => ({ Max, Remaining: Max });
    return jsonResponse(
      {
        DailyApiRequests: service.usage.limit,
        DailyBulkApiBatches: untouched(15_000),
        DailyBulkV2QueryJobs: untouched(10_000),
        DailyBulkV2QueryFileStorageMB: untouched(976_562),
        DataStorageMB: { Max: 1_024, Remaining: 1_019 },
        FileStorageMB: { Max: 1_024, Remaining: 1_024 },
        HourlyPublishedPlatformEvents: untouched(250_000),
        SingleEmail: untouched(5_000),
      },
      salesforceJson,
    );
  });
  return routes;
}
