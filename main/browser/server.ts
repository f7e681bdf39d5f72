import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';
import type { ReadableStream } from 'node:stream/web';
import { getRequestListener } from '@hono/node-server';
import { Hono } from 'hono';
import { getCookie, setCookie } from 'hono/cookie';
import { WebSocketServer } from 'ws';
import type { Engine } from '#app/engine.ts';
import { securityHeaders } from '../content-policy.ts';
import { pageAt, savedFileNamed } from '../pages.ts';
import { Access, same } from './access.ts';
import { carry } from './carrier.ts';
import { isOwn } from './guard.ts';
import { Uploads } from './uploads.ts';

/** Where the browser door finds what it serves. */
export interface BrowserDoorOptions {
  readonly engine: Engine;
  /** The folder of the built window. */
  readonly pages: string;
  /** The folder of the user guide. */
  readonly guide: string;
  /** The folder that worksheets and datasets are saved into. */
  readonly worksheets: string;
  /** The folder for copies of files that the person chose in the browser; emptied when the door opens and closes. */
  readonly uploads: string;
}

/** The running browser door. `secret` lets a second start of the program ask for a new address. */
export interface BrowserDoor {
  readonly port: number;
  readonly secret: string;
  /** An address that opens the app once. */
  newAddress(): string;
  close(): Promise<void>;
}

/** The largest call that is read: a bulk decision over 100,000 rows is some 10 MB. */
const largestCall = 64 * 1024 * 1024;

/** Serves the app to this machine's browser: loopback only, a random port, a one-time key, Host and Origin checked. */
export async function openBrowserDoor({
  engine,
  pages,
  guide,
  worksheets,
  uploads: uploadsFolder,
}: BrowserDoorOptions): Promise<BrowserDoor> {
  const access = new Access();
  const uploads = new Uploads(uploadsFolder);
  await uploads.clear();
  const secret = access.newKey();
  const server = createServer();
  const port = await listen(server);
  const address = () => `http://127.0.0.1:${port}/?key=${access.newKey()}`;
  const cookie = `counterpart-${port}`;

  const app = new Hono();
  app.use(async (context, next) => {
    const own = isOwn(
      { host: context.req.header('host'), origin: context.req.header('origin') },
      port,
      !['GET', 'HEAD'].includes(context.req.method) && context.req.path !== '/again',
    );
    for (const [name, value] of Object.entries(securityHeaders(`ws://127.0.0.1:${port}`)))
      context.header(name, value);
    if (!own) return context.text('Not for this address.', 403);
    return await next();
  });
  app.post('/again', (context) => {
    const given = context.req.header('authorization') ?? '';
    return same(given, `Bearer ${secret}`) ? context.text(address()) : context.text('', 403);
  });
  app.get('/', async (context, next) => {
    const key = context.req.query('key');
    const session = key === undefined ? null : access.redeem(key);
    if (session === null) return await next();
    setCookie(context, cookie, session, { httpOnly: true, sameSite: 'Strict', path: '/' });
    // A page of our own leads on, not a redirect: after a redirect from elsewhere a Strict cookie is not sent.
    return context.html(
      '<!doctype html><meta http-equiv="refresh" content="0;url=/"><title>Counterpart</title>',
    );
  });
  app.use(async (context, next) => {
    if (access.knows(getCookie(context, cookie) ?? '')) return await next();
    return context.text(
      'This address opens Counterpart once. Start Counterpart again to get a new one (npm start).',
      403,
    );
  });
  app.get('/exports/:name', async (context) => {
    const page = await savedFileNamed(worksheets, context.req.param('name'));
    if (page === null) return context.notFound();
    const name = encodeURIComponent(context.req.param('name'));
    return context.body(page.body, 200, {
      'Content-Type': page.type,
      'Content-Disposition': `attachment; filename*=UTF-8''${name}`,
    });
  });
  app.post('/files/:name', async (context) => {
    const { body } = context.req.raw;
    if (body === null) return context.text('No content.', 400);
    return context.json({ path: await uploads.take(context.req.param('name'), body as ReadableStream) });
  });
  app.get('*', async (context) => {
    const { path } = context.req;
    const isGuide = path.startsWith('/guide/');
    const page = await (isGuide ? pageAt(guide, path.slice('/guide'.length)) : pageAt(pages, path));
    return page === null ? context.notFound() : context.body(page.body, 200, { 'Content-Type': page.type });
  });

  server.on('request', getRequestListener(app.fetch));
  const sockets = new WebSocketServer({ noServer: true, maxPayload: largestCall });
  server.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    const { host, origin } = request.headers;
    // A caller that goes away in the middle is no fault of ours.
    socket.on('error', () => socket.destroy());
    const session = cookieOf(request, cookie);
    if (request.url !== '/door' || !isOwn({ host, origin }, port, true) || !access.knows(session)) {
      socket.end('HTTP/1.1 403 Forbidden\r\nConnection: close\r\n\r\n');
      return;
    }
    sockets.handleUpgrade(request, socket, head, (webSocket) => carry(engine, webSocket));
  });

  return {
    port,
    secret,
    newAddress: address,
    async close() {
      for (const client of sockets.clients) client.terminate();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await uploads.clear();
    },
  };
}

async function listen(server: Server): Promise<number> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', resolve);
  });
  return (server.address() as AddressInfo).port;
}

function cookieOf(request: IncomingMessage, name: string): string {
  const pairs = (request.headers.cookie ?? '').split(';').map((pair) => pair.trim());
  return pairs.find((pair) => pair.startsWith(`${name}=`))?.slice(name.length + 1) ?? '';
}
