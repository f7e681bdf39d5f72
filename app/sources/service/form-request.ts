import { once } from 'node:events';
import http, { type IncomingMessage } from 'node:http';
import https from 'node:https';
import { text } from 'node:stream/consumers';
import { freshConnection } from './agents.ts';
import { unreachable } from './network.ts';
import type { Service } from './service.ts';

/** An answer as it came. */
export interface FormAnswer {
  readonly statusCode: number;
  readonly body: string;
}

/**
 * Posts a body once, over a connection of its own and through the proxy of the environment. Throws
 * `service-unreachable` when there was no whole answer.
 */
export async function postOnce(
  service: Service,
  address: string,
  headers: Readonly<Record<string, string>>,
  body: string,
  signal: AbortSignal,
): Promise<FormAnswer> {
  const url = new URL(address);
  try {
    const outgoing = (url.protocol === 'https:' ? https : http).request(url, {
      method: 'POST',
      headers: { accept: 'application/json', ...headers, 'content-length': Buffer.byteLength(body) },
      agent: freshConnection(url),
      signal,
    });
    const answered = once(outgoing, 'response');
    outgoing.end(body);
    const [incoming]: IncomingMessage[] = await answered;
    if (incoming === undefined) throw new Error('no response');
    return { statusCode: incoming.statusCode ?? 0, body: await text(incoming) };
  } catch (error) {
    throw unreachable(service, error);
  }
}
