import { once } from 'node:events';
import http, { type IncomingMessage } from 'node:http';
import https from 'node:https';
import { PassThrough } from 'node:stream';
import { text } from 'node:stream/consumers';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import type { HttpRequest, HttpResponse } from 'jsforce';
import { Transport } from 'jsforce/lib/transport.js';
import { StreamPromise } from 'jsforce/lib/util/promise.js';
import { freshConnection, keptConnections } from '../service/agents.ts';

/**
 * What jsforce sends its requests through, for one call of ours. jsforce's own transport (3.10.26) ends the process
 * when a connection breaks within a body (an `error` event that nobody listens to), cannot be stopped, and repeats
 * by rules of its own; this one rejects, obeys the signal, and sends each request once.
 */
export class CallTransport extends Transport {
  /** The last answer, whatever its status; null while there is none. */
  response: HttpResponse | null = null;
  /** What broke the connection, as Node threw it; null while nothing did. */
  broken: { readonly error: unknown } | null = null;
  readonly #signal: AbortSignal;

  constructor(signal: AbortSignal) {
    super();
    this.#signal = signal;
  }

  override httpRequest(request: HttpRequest): StreamPromise<HttpResponse> {
    return StreamPromise.create(() => ({ stream: new PassThrough(), promise: this.#exchange(request) }));
  }

  async #exchange(request: HttpRequest): Promise<HttpResponse> {
    this.response = null;
    try {
      this.response = await send(request, this.#signal);
      return this.response;
    } catch (error) {
      this.broken = { error };
      throw error;
    }
  }
}

async function send(request: HttpRequest, signal: AbortSignal): Promise<HttpResponse> {
  const url = new URL(request.url);
  const outgoing = (url.protocol === 'https:' ? https : http).request(url, {
    method: request.method,
    headers: { ...request.headers, 'accept-encoding': 'gzip' },
    // A kept connection may be closed at the other end just then, and nobody would know what came of a write.
    agent: request.method === 'GET' ? keptConnections(url) : freshConnection(url),
    signal,
  });
  const answered = once(outgoing, 'response');
  outgoing.end(typeof request.body === 'string' ? request.body : undefined);
  const [incoming]: IncomingMessage[] = await answered;
  if (incoming === undefined) throw new Error('no response');
  return {
    statusCode: incoming.statusCode ?? 0,
    headers: singleHeaders(incoming),
    body: await bodyOf(incoming),
  };
}

async function bodyOf(incoming: IncomingMessage): Promise<string> {
  if (incoming.headers['content-encoding'] !== 'gzip') return text(incoming);
  return pipeline(incoming, createGunzip(), text);
}

function singleHeaders({ headers }: IncomingMessage): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [
      name,
      Array.isArray(value) ? value.join(', ') : (value ?? ''),
    ]),
  );
}
