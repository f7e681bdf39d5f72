import type { z } from 'zod';
import { AppError } from '#shared/errors.ts';
import type { Service } from './service.ts';

/** The error for an answer that cannot be used. `detail` says what is wrong with it. */
export function unusable(service: Service, detail: string): AppError {
  return new AppError('service-answer', { service: service.name, detail });
}

/** An answer in the form that is expected of it; throws `service-answer` naming the first place that differs. */
export function parsedAnswer<T>(service: Service, schema: z.ZodType<T>, body: unknown): T {
  const result = schema.safeParse(body);
  if (result.success) return result.data;
  const issue = result.error.issues[0];
  const place = issue === undefined || issue.path.length === 0 ? 'the answer' : issue.path.join('.');
  throw unusable(service, `${place} is not as expected (${issue?.message ?? 'unknown form'})`);
}

/**
 * What is wrong with a body that should have been JSON and is not: a web page (of a proxy, or of the service while
 * it is down), nothing, or JSON that breaks off.
 */
export function notJson(body: string): string {
  if (body.trim() === '') return 'it was empty';
  if (/^\s*<(!doctype|html|\?xml)/i.test(body)) return 'a web page instead of data';
  return 'it broke off or is not JSON';
}
