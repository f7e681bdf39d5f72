import { Hono } from 'hono';
import { z } from 'zod';
import type { Json, JsonObject } from '../store/record.ts';
import type { WriteLog, WriteOrigin } from '../store/write-log.ts';
import type { PracticeEnvironment } from './environment.ts';
import { FaultRule } from './fault-rule.ts';
import type { Faults } from './faults.ts';
import { jsonResponse, readJson } from './json.ts';

/** The ids of two records of which one is merged into the other. */
export interface Merger {
  readonly master: string;
  readonly loser: string;
}

/** What a service offers to tests and demonstrations, besides its own protocol. */
export interface Controlled {
  readonly log: WriteLog;
  readonly faults: Faults;
  /** All records as stored, by entity name. */
  records(): Record<string, JsonObject[]>;
  /** The record that a request names first, by its address or its body; null when there is none. */
  named(text: string): string | null;
  /** Edits a record as another user would; null when there is no such record. */
  edit(id: string, changes: JsonObject, origin: WriteOrigin): JsonObject | null;
  /** Removes a record as another user would; null when there is none that can be removed. */
  remove(id: string, origin: WriteOrigin): JsonObject | null;
  /** Adds a record as another user would; null when the service has no such entity. */
  add(entity: string, fields: JsonObject, origin: WriteOrigin): JsonObject | null;
  /** Merges the loser into the master as another user would; null when either is no record of this entity. */
  merge(entity: string, ids: Merger, origin: WriteOrigin): { master: JsonObject; loser: JsonObject } | null;
  /** Closes every query that is fetched page by page. */
  forgetCursors(): void;
  /** Sets the limits of calls, as the service has them; false when they are not of its kind. */
  setLimits(limits: Json): boolean;
  /** Sets up the organisation, as an administrator would; false where it cannot be set up so. */
  setUp(settings: Json): boolean;
  /** Makes the access tokens, and with `refresh` the refresh token too, invalid. */
  expireSessions(refresh: boolean): void;
  /** Restores the initial company, of both services. */
  reset(): void;
}

const Edit = z.strictObject({ changes: z.record(z.string(), z.json()) });
const Addition = z.strictObject({ fields: z.record(z.string(), z.json()) });
const Merge = z
  .strictObject({ master: z.string(), loser: z.string() })
  .refine(({ master, loser }) => master !== loser);
const Expiry = z.strictObject({ refresh: z.boolean().default(false) });

/**
 * The control under `/practice`. What changes something wants the header `x-practice: 1`, which a web page cannot
 * send across origins without a permission that is never given; no CORS header is ever sent.
 */
export function controlRoutes(service: Controlled): Hono<PracticeEnvironment> {
  const routes = new Hono<PracticeEnvironment>();
  const originOf = (request: { method: string; path: string }) => ({
    method: request.method,
    path: request.path,
  });

  routes.use(async (context, next) => {
    const reads = context.req.method === 'GET' || context.req.method === 'HEAD';
    if (!reads && context.req.header('x-practice') !== '1') {
      return refusal(403, 'The header x-practice: 1 is missing.');
    }
    return next();
  });
  routes.get('/log', () => answer(service.log.entries()));
  routes.get('/records', () => answer(service.records()));
  routes.get('/faults', () => answer(service.faults.armed()));
  routes.post('/reset', () => {
    service.reset();
    return answer({ reset: true });
  });
  routes.post('/faults', async (context) => {
    const rules = z.array(FaultRule).safeParse(await readJson(context.req.raw));
    if (!rules.success) return refusal(400, z.prettifyError(rules.error));
    service.faults.arm(rules.data);
    return answer({ armed: rules.data.length });
  });
  routes.post('/limits', async (context) =>
    service.setLimits((await readJson(context.req.raw)) ?? null)
      ? answer({ set: true })
      : refusal(400, 'These are no limits of this service.'),
  );
  routes.post('/setup', async (context) =>
    service.setUp((await readJson(context.req.raw)) ?? null)
      ? answer({ set: true })
      : refusal(400, 'This service cannot be set up so.'),
  );
  routes.post('/sessions/expire', async (context) => {
    const expiry = Expiry.safeParse((await readJson(context.req.raw)) ?? {});
    if (!expiry.success) return refusal(400, z.prettifyError(expiry.error));
    service.expireSessions(expiry.data.refresh);
    return answer({ expired: true });
  });
  routes.post('/add/:entity', async (context) => {
    const addition = Addition.safeParse(await readJson(context.req.raw));
    if (!addition.success) return refusal(400, 'The body must be {"fields": {field: value}}.');
    const entity = context.req.param('entity');
    const record = service.add(entity, addition.data.fields, originOf(context.req));
    return record === null ? refusal(404, `There is no entity ${entity}.`) : answer(record);
  });
  routes.post('/merge/:entity', async (context) => {
    const ids = Merge.safeParse(await readJson(context.req.raw));
    if (!ids.success) return refusal(400, 'The body must be {"master": id, "loser": another id}.');
    const entity = context.req.param('entity');
    const merged = service.merge(entity, ids.data, originOf(context.req));
    return merged === null ? refusal(404, `There are no two such records of ${entity}.`) : answer(merged);
  });
  routes.post('/records/:id', async (context) => {
    const edit = Edit.safeParse(await readJson(context.req.raw));
    if (!edit.success) return refusal(400, 'The body must be {"changes": {field: value}}.');
    const id = context.req.param('id');
    const record = service.edit(id, edit.data.changes, originOf(context.req));
    return record === null ? refusal(404, `There is no record ${id}.`) : answer(record);
  });
  routes.delete('/records/:id', (context) => {
    const id = context.req.param('id');
    const record = service.remove(id, originOf(context.req));
    return record === null ? refusal(404, `There is no record ${id} that can be deleted.`) : answer(record);
  });
  return routes;
}

function answer(body: object): Response {
  return jsonResponse(body, 'application/json');
}

function refusal(status: number, error: string): Response {
  return jsonResponse({ error }, 'application/json', status);
}
