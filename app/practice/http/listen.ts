import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import { getRequestListener } from '@hono/node-server';
import type { Hono } from 'hono';
import { AppError } from '#shared/errors.ts';
import type { PracticeEnvironment } from './environment.ts';

/** A connection that waits for the next request is kept so long, in milliseconds: one that is cut just then is no fault. */
const kept = 60_000;

/** A server that listens on 127.0.0.1. */
export interface Listening {
  readonly url: string;
  close(): Promise<void>;
}

/**
 * Serves an app on 127.0.0.1; `port` 0 takes a free one.
 * Throws `port-in-use` when another program has the port, or this user may not open it.
 */
export async function listen(app: Hono<PracticeEnvironment>, port: number): Promise<Listening> {
  const server = createServer(getRequestListener(app.fetch, { overrideGlobalObjects: false }));
  server.keepAliveTimeout = kept;
  server.listen(port, '127.0.0.1');
  try {
    await once(server, 'listening');
  } catch (cause) {
    throw isPortTaken(cause) ? new AppError('port-in-use', { port }, cause) : cause;
  }
  return { url: `http://127.0.0.1:${portOf(server)}`, close: () => close(server) };
}

function isPortTaken(cause: unknown): boolean {
  return (
    cause instanceof Error && 'code' in cause && (cause.code === 'EADDRINUSE' || cause.code === 'EACCES')
  );
}

function portOf(server: Server): number {
  const address = server.address();
  if (address === null || typeof address === 'string') {
    throw new AppError('internal', { detail: 'the practice server has no port' });
  }
  return address.port;
}

async function close(server: Server): Promise<void> {
  const closed = once(server, 'close');
  server.close();
  server.closeAllConnections();
  await closed;
}
