import { mkdirSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import type { Engine } from '#app/engine.ts';
import type { AppEvent } from '#shared/contract.ts';
import { type BrowserDoor, openBrowserDoor } from '../../../main/browser/server.ts';
import { temporaryFolder } from '../../support/folder.ts';

let door: BrowserDoor;
let tellWindow: (event: AppEvent) => void;

const engine: Engine = {
  call: () => Promise.reject(new Error('not used by a door')),
  handle: async (method, input) => ({ ok: true, value: { method, input } }),
  onEvent: (listener) => {
    tellWindow = listener;
    return () => undefined;
  },
  close: async () => undefined,
};

async function open(): Promise<void> {
  const folder = temporaryFolder();
  mkdirSync(join(folder, 'pages'));
  writeFileSync(join(folder, 'pages', 'index.html'), '<title>Counterpart</title>');
  mkdirSync(join(folder, 'guide'));
  writeFileSync(join(folder, 'guide', 'index.html'), '<title>User guide</title>');
  writeFileSync(join(folder, 'secret.txt'), 'secret');
  writeFileSync(join(folder, 'out.xlsx'), 'a worksheet');
  writeFileSync(join(folder, 'out.csv'), 'a dataset');
  door = await openBrowserDoor({
    engine,
    pages: join(folder, 'pages'),
    guide: join(folder, 'guide'),
    worksheets: folder,
    uploads: join(folder, 'uploads'),
  });
}

interface Answer {
  readonly status: number;
  readonly body: string;
  readonly headers: Record<string, string | string[] | undefined>;
}

/** A request as any program could send it: every header is ours to choose, the path is not tidied. */
function ask(path: string, headers: Record<string, string> = {}, method = 'GET'): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const sent = request({ host: '127.0.0.1', port: door.port, path, method, headers }, (response) => {
      let body = '';
      response.setEncoding('utf8');
      response.on('data', (text) => {
        body += text;
      });
      response.on('end', () =>
        resolve({ status: response.statusCode ?? 0, body, headers: response.headers }),
      );
    });
    sent.on('error', reject);
    sent.end();
  });
}

async function signIn(): Promise<string> {
  const { search } = new URL(door.newAddress());
  const answer = await ask(`/${search}`);
  return String(answer.headers['set-cookie']).split(';')[0] ?? '';
}

describe('the browser door', () => {
  beforeEach(open);
  afterEach(() => door.close());

  test('opens once by its address, and by the cookie from then on', async () => {
    const { search } = new URL(door.newAddress());
    const first = await ask(`/${search}`);
    expect(first.headers['set-cookie']).toEqual([expect.stringMatching(/HttpOnly; SameSite=Strict$/)]);
    expect((await ask(`/${search}`)).status).toBe(403);
    const cookie = String(first.headers['set-cookie']).split(';')[0] ?? '';
    expect((await ask('/', { cookie })).body).toContain('Counterpart');
  });

  test('shows nothing to whoever does not have the cookie', async () => {
    expect((await ask('/')).status).toBe(403);
    expect((await ask('/exports/out.xlsx')).status).toBe(403);
  });

  test('has the user guide beside the window, and nothing above its folder', async () => {
    const cookie = await signIn();
    expect((await ask('/guide/index.html', { cookie })).body).toContain('User guide');
    expect((await ask('/guide/../../secret.txt', { cookie })).status).toBe(404);
    expect((await ask('/guide/index.html')).status).toBe(403);
  });

  test('takes a file from its own page, and from nobody else', async () => {
    const own = { cookie: await signIn(), origin: `http://127.0.0.1:${door.port}` };
    const taken = await ask('/files/a.csv', own, 'POST');
    expect([taken.status, JSON.parse(taken.body).path]).toEqual([200, expect.stringMatching(/a\.csv$/)]);
    expect((await ask('/files/a.csv', { origin: own.origin }, 'POST')).status).toBe(403);
    expect((await ask('/files/a.csv', { cookie: own.cookie }, 'POST')).status).toBe(403);
    expect((await ask('/files/a.csv', { ...own, origin: 'https://evil.example' }, 'POST')).status).toBe(403);
  });

  test('answers no other name than its own, cookie or not', async () => {
    const cookie = await signIn();
    expect((await ask('/', { cookie, host: `evil.example:${door.port}` })).status).toBe(403);
    expect((await ask('/', { cookie, origin: 'https://evil.example' })).status).toBe(403);
  });

  test('lets nothing from elsewhere run in its pages', async () => {
    const cookie = await signIn();
    const policy = String((await ask('/', { cookie })).headers['content-security-policy']);
    expect(policy).toContain("default-src 'none'");
    expect(policy).not.toMatch(/unsafe|\*|https?:/);
  });

  test.each([
    '/../secret.txt',
    '/..%2fsecret.txt',
    '/%2e%2e/secret.txt',
    '//etc/passwd',
    '/exports/..%2fsecret.txt',
  ])('serves no file outside of its folder: %s', async (path) => {
    const answer = await ask(path, { cookie: await signIn() });
    expect(answer.status).toBe(404);
    expect(answer.body).not.toContain('secret');
  });

  test('hands out a saved worksheet for download', async () => {
    const answer = await ask('/exports/out.xlsx', { cookie: await signIn() });
    expect([answer.status, answer.body]).toEqual([200, 'a worksheet']);
    expect(answer.headers['content-disposition']).toContain('attachment');
  });

  test('hands out a saved CSV file as such, and no other file of that folder', async () => {
    const answer = await ask('/exports/out.csv', { cookie: await signIn() });
    expect([answer.status, answer.body]).toEqual([200, 'a dataset']);
    expect(answer.headers['content-type']).toBe('text/csv; charset=utf-8');
    expect((await ask('/exports/secret.txt', { cookie: await signIn() })).status).toBe(404);
  });

  test('gives a second start a new address, and nobody else', async () => {
    expect((await ask('/again', { authorization: `Bearer ${door.secret}` }, 'POST')).body).toMatch(
      /^http:\/\/127\.0\.0\.1:/,
    );
    expect((await ask('/again', { authorization: 'Bearer guess' }, 'POST')).status).toBe(403);
    const foreign = { authorization: `Bearer ${door.secret}`, origin: 'https://evil.example' };
    expect((await ask('/again', foreign, 'POST')).status).toBe(403);
  });
});

describe('the way of calls over the WebSocket', () => {
  beforeEach(open);
  afterEach(() => door.close());

  function connect(headers: Record<string, string>, path = '/door'): Promise<WebSocket | number> {
    return new Promise((resolve) => {
      const socket = new WebSocket(`ws://127.0.0.1:${door.port}${path}`, { headers });
      socket.once('open', () => resolve(socket));
      socket.once('unexpected-response', (_request, response) => resolve(response.statusCode ?? 0));
      socket.once('error', () => undefined);
    });
  }

  const nextMessage = (socket: WebSocket) =>
    new Promise<unknown>((resolve) => socket.once('message', (data) => resolve(JSON.parse(String(data)))));

  async function connected(): Promise<WebSocket> {
    const socket = await connect({ cookie: await signIn(), origin: `http://127.0.0.1:${door.port}` });
    if (typeof socket === 'number') throw new Error(`refused with ${socket}`);
    return socket;
  }

  test('carries a call and its answer, and events', async () => {
    const socket = await connected();
    socket.send(JSON.stringify({ id: 7, method: 'app.info', input: { a: 1 } }));
    expect(await nextMessage(socket)).toEqual({
      kind: 'answer',
      id: 7,
      result: { ok: true, value: { method: 'app.info', input: { a: 1 } } },
    });
    const event: AppEvent = { name: 'changed', payload: { what: 'runs' } };
    tellWindow(event);
    expect(await nextMessage(socket)).toEqual({ kind: 'event', event });
  });

  test('is refused without the cookie, from a foreign page, without an Origin, and anywhere but at the door', async () => {
    const cookie = await signIn();
    const origin = `http://127.0.0.1:${door.port}`;
    expect(await connect({ origin })).toBe(403);
    expect(await connect({ cookie, origin: 'https://evil.example' })).toBe(403);
    expect(await connect({ cookie })).toBe(403);
    expect(await connect({ cookie, origin }, '/elsewhere')).toBe(403);
  });

  test.each(['not json', '{}', '{"id":"1","method":"app.info"}', '[]'])(
    'is closed on what is no call: %s',
    async (text) => {
      const socket = await connected();
      const closed = new Promise<number>((resolve) => socket.once('close', resolve));
      socket.send(text);
      expect(await closed).toBe(1007);
    },
  );
});
