import { createServer, type IncomingHttpHeaders, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';

/** A request as the server got it. `path` is without the query, which is in `query`. */
export interface Received {
  readonly method: string;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

/** How one request is answered: JSON with a status, or by hand. */
export type Reply =
  | { readonly status?: number; readonly json: unknown; readonly headers?: Readonly<Record<string, string>> }
  | ((response: ServerResponse, request: IncomingMessage) => void);

/** A loopback server whose answers a test scripts. `received` holds every request, in order. */
export interface ScriptedServer extends AsyncDisposable {
  readonly url: string;
  readonly received: Received[];
}

/** Starts a server that answers each request as `reply` says. */
export async function scriptedServer(reply: (request: Received) => Reply): Promise<ScriptedServer> {
  const received: Received[] = [];
  const server = createServer(async (request, response) => {
    const url = new URL(request.url ?? '/', 'http://server');
    const entry: Received = {
      method: request.method ?? '',
      path: url.pathname,
      query: url.searchParams,
      headers: request.headers,
      body: await text(request),
    };
    received.push(entry);
    const answer = reply(entry);
    if (typeof answer === 'function') {
      answer(response, request);
      return;
    }
    response.writeHead(answer.status ?? 200, {
      'content-type': 'application/json;charset=UTF-8',
      ...answer.headers,
    });
    response.end(JSON.stringify(answer.json));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    received,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** Sends a body as it is: a web page, or JSON that breaks off. */
export function raw(status: number, contentType: string, body: string): Reply {
  return (response) => {
    response.writeHead(status, { 'content-type': contentType });
    response.end(body);
  };
}

/** Cuts the connection before anything is answered. */
export const cut: Reply = (response) => {
  response.destroy();
};

/** Cuts the connection in the middle of a body that was announced to be longer. */
export const cutWithinBody: Reply = (response) => {
  response.writeHead(200, { 'content-type': 'application/json', 'content-length': '1000' });
  response.write('{"records":[');
  setTimeout(() => response.destroy(), 20);
};

/** Never answers. */
export const silent: Reply = () => {};
