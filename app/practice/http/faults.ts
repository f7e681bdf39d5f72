import { setTimeout as sleep } from 'node:timers/promises';
import { createMiddleware } from 'hono/factory';
import { z } from 'zod';
import type { Json } from '../store/record.ts';
import type { PracticeEnvironment } from './environment.ts';

/**
 * One fault to inject. Of the requests that match, the first `after` pass, then `times` of them (1 when absent) meet
 * the fault, and the rest pass. `reset-before` cuts the connection before the request is handled, `reset-after` once
 * it is done but before the answer. `delay` waits `ms` before the request is handled, which is then dropped if the
 * caller has gone meanwhile; `delay-after` handles it and waits before the answer. `status` answers without handling, with `body` or the service's own words.
 */
export const FaultRule = z.strictObject({
  match: z.strictObject({ method: z.string().optional(), pathIncludes: z.string().optional() }),
  after: z.int().nonnegative().default(0),
  times: z.int().positive().default(1),
  fault: z.enum(['status', 'reset-before', 'reset-after', 'delay', 'delay-after']),
  status: z.int().min(200).max(599).default(503),
  body: z.json().optional(),
  ms: z.int().nonnegative().max(600_000).default(0),
});
export type FaultRule = z.infer<typeof FaultRule>;

interface ArmedFault {
  readonly rule: FaultRule;
  matched: number;
}

/** The faults that are armed on one service. */
export class Faults {
  #armed: ArmedFault[] = [];

  /** Arms these rules in place of all former ones. */
  arm(rules: readonly FaultRule[]): void {
    this.#armed = rules.map((rule) => ({ rule, matched: 0 }));
  }

  /** The armed rules, each with the number of requests that it has matched. */
  armed(): { rule: FaultRule; matched: number }[] {
    return this.#armed.map((fault) => ({ ...fault }));
  }

  /** The fault that this request meets, if any; counts the request. `path` is as sent, with its query. */
  next(method: string, path: string): FaultRule | null {
    let met: FaultRule | null = null;
    for (const armed of this.#armed) {
      const { match, after, times } = armed.rule;
      if (match.method !== undefined && match.method.toUpperCase() !== method) continue;
      if (match.pathIncludes !== undefined && !path.includes(match.pathIncludes)) continue;
      armed.matched += 1;
      if (met === null && armed.matched > after && armed.matched <= after + times) met = armed.rule;
    }
    return met;
  }
}

/** Applies the armed faults to every request but those to the control. `answer` is the service's own error answer. */
export function faultMiddleware(
  faults: Faults,
  answer: (status: number, body: Json | undefined) => Response,
) {
  return createMiddleware<PracticeEnvironment>(async (context, next) => {
    const url = new URL(context.req.url);
    if (url.pathname.startsWith('/practice/')) return next();
    const rule = faults.next(context.req.method, url.pathname + url.search);
    if (rule?.fault === 'status') return answer(rule.status, rule.body);
    if (rule?.fault === 'reset-before') return cut(context.env);
    if (rule?.fault === 'delay') {
      await sleep(rule.ms);
      if (context.env.incoming.socket.destroyed) return cut(context.env);
    }
    await next();
    if (rule?.fault === 'delay-after') await sleep(rule.ms);
    if (rule?.fault === 'reset-after') context.res = cut(context.env);
    return undefined;
  });
}

/** Cuts the connection. The response that is returned goes nowhere; hono needs one. */
function cut({ incoming }: PracticeEnvironment['Bindings']): Response {
  incoming.socket.destroy();
  return new Response(null, { status: 500 });
}
