import { EventEmitter } from 'node:events';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import type { WebSocket } from 'ws';
import { createEngine } from '#app/engine.ts';
import { carry } from '#main/browser/carrier.ts';
import { openBrowserDoor } from '#main/browser/server.ts';
import { asJson, asText } from '../bytes.ts';
import { Finding, type Target } from '../target.ts';
import { sent } from './redirects.ts';

const engineIn = (folder: string) =>
  createEngine({
    version: '1',
    home: { projects: folder, state: join(folder, 'state') },
    author: 'tester',
    environment: {},
  });

const message = fc.record(
  {
    id: fc.oneof(fc.integer(), fc.double(), fc.string({ maxLength: 4 }), fc.constant(null)),
    method: fc.oneof(
      fc.constantFrom('app.info', 'app.overview', 'project.recent', '__proto__', ''),
      fc.jsonValue({ maxDepth: 1 }),
    ),
    input: fc.oneof(fc.constant({}), fc.jsonValue({ maxDepth: 2 })),
    __proto__: fc.constant({ polluted: true }),
  },
  { requiredKeys: [] },
);

/** A socket of the browser door as far as the carrier sees it. */
class StandInSocket extends EventEmitter {
  readonly OPEN = 1;
  readyState = 1;
  readonly heard: string[] = [];
  closedWith: number | null = null;

  send(text: string): void {
    this.heard.push(text);
  }

  close(code: number): void {
    this.readyState = 3;
    this.closedWith = code;
    this.emit('close');
  }
}

/** The messages of the browser door: each is answered once under its number, or ends the connection. */
export const doorMessages: Target = {
  name: 'door-messages',
  form: 'json',
  any: asJson(message),
  words: ['id', 'method', 'input', 'app.info', 'NaN', '1e999', '{', '\0'],
  async open(folder) {
    const engine = engineIn(folder);
    return {
      async take(input) {
        const socket = new StandInSocket();
        carry(engine, socket as unknown as WebSocket);
        socket.emit('message', Buffer.from(input));
        for (let turn = 0; turn < 50 && socket.heard.length === 0 && socket.closedWith === null; turn++) {
          await new Promise((resolve) => setImmediate(resolve));
        }
        if (socket.closedWith !== null) return 'refused';
        const answer: unknown = JSON.parse(socket.heard[0] ?? 'null');
        socket.close(1000);
        if (socket.heard.length !== 1) throw new Finding(`${socket.heard.length} answers to one call`);
        return JSON.stringify(answer).includes('"ok":true') ? 'taken' : 'refused';
      },
      close: () => engine.close(),
    };
  },
};

const handshake =
  'GET /door HTTP/1.1\r\nHost: 127.0.0.1:PORT\r\nOrigin: http://127.0.0.1:PORT\r\nCookie: COOKIE\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13\r\n\r\n';
const requestLine = fc
  .tuple(
    fc.constantFrom('GET', 'POST', 'HEAD', 'PUT', 'DELETE', 'OPTIONS'),
    fc.constantFrom(
      '/',
      '/door',
      '/exports/a.xlsx',
      '/exports/%2e%2e%2fsecret.txt',
      '/exports/%E0%A4%A',
      '/exports/%00',
      '/files/a.csv',
      '/files/..%5c..%5cx',
      '/files/%00',
      '/assets/../../package.json',
      '/again',
      '/?key=x',
      '//',
      '/index.html%00',
      '*',
    ),
    fc.constantFrom('Host: 127.0.0.1:PORT', 'Host: localhost:PORT', 'Host: evil.example', ''),
    fc.constantFrom('Origin: http://127.0.0.1:PORT', 'Origin: null', 'Origin: http://evil.example', ''),
    fc.constantFrom('Cookie: COOKIE', 'Cookie: COOKIE; COOKIE', 'Cookie: =;;', ''),
    fc.constantFrom(
      'Content-Length: 3\r\n\r\nabc',
      'Transfer-Encoding: chunked\r\n\r\n1\r\na\r\n0\r\n\r\n',
      '\r\n',
    ),
  )
  .map(([method, path, ...lines]) =>
    [`${method} ${path} HTTP/1.1`, ...lines.filter((line) => line !== '')].join('\r\n'),
  );
const frames = fc.array(fc.nat(255), { maxLength: 60 }).map((bytes) => Buffer.from(bytes).toString('latin1'));

/**
 * The bytes of connections to the browser door. Whatever comes, it goes on serving, and gives no file from outside of its
 * folders. `PORT` and `COOKIE` stand for those of the running door.
 */
export const doorBytes: Target = {
  name: 'door-bytes',
  form: 'text',
  any: fc.oneof(asText(requestLine), asText(frames.map((some) => handshake + some))),
  words: [
    '\x81\x85\x00\x00\x00\x00',
    '\x88\x80\x00\x00\x00\x00',
    '\x89\xff',
    'GET / HTTP/1.1\r\n',
    'Host: 127.0.0.1:PORT\r\n',
    '..',
    '%2f',
    '%00',
    'Upgrade: websocket\r\n',
  ],
  async open(folder) {
    const folders = {
      pages: join(folder, 'pages'),
      guide: join(folder, 'guide'),
      worksheets: join(folder, 'worksheets'),
    };
    for (const one of Object.values(folders)) mkdirSync(one);
    const { pages, guide, worksheets } = folders;
    writeFileSync(join(pages, 'index.html'), 'the window');
    writeFileSync(join(guide, 'index.html'), 'the guide');
    writeFileSync(join(worksheets, 'a.xlsx'), 'a worksheet');
    writeFileSync(join(folder, 'secret.txt'), 'TOP SECRET');
    const engine = engineIn(folder);
    const door = await openBrowserDoor({ engine, ...folders, uploads: join(folder, 'uploads') });
    const host = `127.0.0.1:${door.port}`;
    const entry = await fetch(door.newAddress());
    const cookie = entry.headers.get('set-cookie')?.split(';')[0] ?? '';
    return {
      async take(input) {
        const text = Buffer.from(input)
          .toString('latin1')
          .replaceAll('PORT', String(door.port))
          .replaceAll('COOKIE', cookie);
        const answer = await sent(door.port, Buffer.from(text, 'latin1'));
        if (answer.includes('TOP SECRET')) throw new Finding('a file from outside of its folders');
        if (/^HTTP\/1\.1 500/.test(answer)) throw new Finding(`500: ${answer.slice(0, 200)}`);
        const alive = await fetch(`http://${host}/`, { headers: { cookie } });
        if ((await alive.text()) !== 'the window') throw new Finding('the door does not serve any more');
        return /^HTTP\/1\.1 (2|101)/.test(answer) ? 'taken' : 'refused';
      },
      async close() {
        await door.close();
        await engine.close();
      },
    };
  },
};
