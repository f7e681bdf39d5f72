import { createMiddleware } from 'hono/factory';

const loopbackHosts = new Set(['localhost', '127.0.0.1', '[::1]']);

/** Refuses every request whose Host is not loopback, so that no name that resolves here can be used against us. */
export const loopbackOnly = createMiddleware(async (context, next) => {
  const host = context.req.header('host') ?? '';
  const name = host.replace(/:\d+$/, '').toLowerCase();
  if (!loopbackHosts.has(name)) return context.text('Only loopback addresses are served.', 403);
  await next();
  return undefined;
});
