import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { AppError } from '#shared/errors.ts';
import { loopbackAddress } from '#shared/sign-in.ts';
import { answerPage, pageHeaders } from './answer-page.ts';
import { isRedirect, type RedirectAnswer, readRedirect } from './redirect.ts';

/** A server that waits for one answer. */
export interface RedirectListener {
  /** The answer, once it comes. Rejects with `sign-in-state` when the first one belongs to another sign-in. */
  readonly answer: Promise<RedirectAnswer>;
  close(): void;
}

/** `localhost` is either of these to a browser; whoever else listened on one of them would get the code. */
const hosts = ['127.0.0.1', '::1'];

/**
 * Listens for the answer of the sign-in with this `state` at `http://localhost:PORT/callback`. One answer is taken; the
 * server closes with it. Anything else that calls (a browser asking for an icon) is turned away and changes nothing.
 * Throws `sign-in-port` when another program has the port. See RFC 8252, 7.3 and 8.3.
 */
export async function listenForRedirect(
  service: string,
  port: number,
  state: string,
): Promise<RedirectListener> {
  const { promise: answer, resolve, reject } = Promise.withResolvers<RedirectAnswer>();
  answer.catch(() => undefined);
  const servers: Server[] = [];
  const close = () => {
    for (const server of servers) server.close();
  };
  const onRequest = (request: IncomingMessage, response: ServerResponse) => {
    const url = redirectOf(request, port);
    if (url === null) {
      response.writeHead(404, { Connection: 'close' }).end();
      return;
    }
    close();
    try {
      const given = readRedirect(url, state);
      response.writeHead(200, pageHeaders).end(answerPage(given.kind === 'code' ? 'accepted' : 'refused'));
      resolve(given);
    } catch (error) {
      response.writeHead(400, pageHeaders).end(answerPage('foreign'));
      reject(error);
    }
  };
  try {
    for (const host of hosts) {
      const server = await listenOn(host, port, onRequest);
      if (server !== null) servers.push(server);
    }
  } catch (cause) {
    close();
    throw new AppError('sign-in-port', { service, port, redirect: loopbackAddress(port) }, cause);
  }
  return { answer, close };
}

/** The address that was called when it ends a sign-in here; null for any other, and for another name of this computer. */
function redirectOf({ method, url, headers }: IncomingMessage, port: number): URL | null {
  const own = ['localhost', '127.0.0.1', '[::1]'].map((host) => `${host}:${port}`);
  if (method !== 'GET' || !own.includes(headers.host ?? '')) return null;
  const called = URL.parse(url ?? '', loopbackAddress(port));
  return called !== null && called.pathname === '/callback' && isRedirect(called) ? called : null;
}

/** null where this computer has no such address: some have IPv6 turned off. */
async function listenOn(
  host: string,
  port: number,
  onRequest: (request: IncomingMessage, response: ServerResponse) => void,
): Promise<Server | null> {
  const server = createServer(onRequest);
  const { promise, resolve, reject } = Promise.withResolvers<Server | null>();
  server.once('error', (error) =>
    'code' in error && (error.code === 'EADDRNOTAVAIL' || error.code === 'EAFNOSUPPORT')
      ? resolve(null)
      : reject(error),
  );
  server.listen({ host, port, ipv6Only: host === '::1' }, () => resolve(server));
  return await promise;
}
