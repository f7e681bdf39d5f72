import { setTimeout as sleep } from 'node:timers/promises';
import { createMiddleware } from 'hono/factory';
import type { Json } from '../store/record.ts';
import type { Controlled } from './control.ts';
import type { PracticeEnvironment } from './environment.ts';
import { type Meanwhile, namedRecord } from './fault-rule.ts';
import { cutWithin, trickling, truncated, withLowercaseFault } from './mangle.ts';

/** Applies the armed faults to every request but those to the control. `answer` is the service's own error answer. */
export function faultMiddleware(
  service: Controlled,
  answer: (status: number, body: Json | undefined) => Response,
) {
  return createMiddleware<PracticeEnvironment>(async (context, next) => {
    const url = new URL(context.req.url);
    if (url.pathname.startsWith('/practice/')) return next();
    const { method } = context.req;
    const path = url.pathname + url.search;
    const looksInside = service.faults.looksIntoBodies;
    const body = looksInside ? await context.req.raw.clone().text() : '';
    const named = looksInside ? service.named(`${asText(path)} ${body}`) : null;
    const rule = service.faults.next('request', { method, path, body, named });
    switch (rule?.fault) {
      case 'status': {
        const refusal = answer(rule.status, rule.body);
        for (const [name, value] of Object.entries(rule.headers)) refusal.headers.set(name, value);
        return refusal;
      }
      case 'reset-before':
        return cut(context.env);
      case 'delay':
        await sleep(rule.ms);
        if (context.env.incoming.socket.destroyed) return cut(context.env);
        break;
      case 'expire-token':
        service.expireSessions(false);
        break;
      case 'forget-cursors':
        service.forgetCursors();
        break;
      case 'meanwhile':
        for (const change of rule.changes) carryOut(service, change, named ?? '');
        break;
    }
    await next();
    switch (rule?.fault) {
      case 'delay-after':
        await sleep(rule.ms);
        break;
      case 'reset-after':
        context.res = cut(context.env);
        break;
      case 'truncated-body':
        context.res = await truncated(context.res);
        break;
      case 'slow-body':
        context.res = await trickling(context.res, rule.ms);
        break;
      case 'cut-body':
        context.res = await cutWithin(context.res, () => context.env.incoming.socket.destroy());
        break;
      case 'lowercase-fault':
        context.res = await withLowercaseFault(context.res);
        break;
    }
    return undefined;
  });
}

function carryOut(service: Controlled, change: Meanwhile, named: string): void {
  const origin = { method: 'FAULT', path: 'meanwhile' };
  const idOf = ({ id }: { readonly id: string }) => (id === namedRecord ? named : id);
  if (change.kind === 'edit') service.edit(idOf(change), change.changes, origin);
  else if (change.kind === 'remove') service.remove(idOf(change), origin);
  else if (change.kind === 'merge') service.merge(change.entity, change, origin);
  else service.add(change.entity, change.fields, origin);
}

/** A path in plain characters, as far as it can be read. */
function asText(path: string): string {
  return path.replaceAll(/(?:%[0-9a-f]{2})+/gi, (escaped) => {
    try {
      return decodeURIComponent(escaped);
    } catch {
      return escaped;
    }
  });
}

/** Cuts the connection. The response that is returned goes nowhere; hono needs one. */
function cut({ incoming }: PracticeEnvironment['Bindings']): Response {
  incoming.socket.destroy();
  return new Response(null, { status: 500 });
}
