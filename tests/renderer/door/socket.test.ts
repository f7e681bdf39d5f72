import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, test } from 'vitest';
import { type WebSocket, WebSocketServer } from 'ws';
import type { AppEvent } from '#shared/contract.ts';
import { openSocketDoor } from '../../../renderer/door/socket.ts';

const servers: WebSocketServer[] = [];

async function listen(port = 0) {
  const server = new WebSocketServer({ host: '127.0.0.1', port, path: '/door' });
  servers.push(server);
  await once(server, 'listening');
  return { server, port: (server.address() as AddressInfo).port };
}

function stop(server: WebSocketServer): Promise<void> {
  for (const client of server.clients) client.terminate();
  return new Promise((resolve) => server.close(() => resolve()));
}

/** A server that answers every call with what it was asked. */
async function echo(port = 0) {
  const { server, port: listening } = await listen(port);
  server.on('connection', (socket: WebSocket) =>
    socket.on('message', (data) => {
      const { id, method } = JSON.parse(String(data));
      socket.send(JSON.stringify({ kind: 'answer', id, result: { ok: true, value: method } }));
    }),
  );
  return { server, port: listening };
}

const shown: string[] = [];
const doorTo = (port: number) =>
  openSocketDoor({ protocol: 'http:', host: `127.0.0.1:${port}` }, (address) => shown.push(address));
const connection = (door: ReturnType<typeof doorTo>, wanted: boolean) =>
  new Promise<void>((resolve) => door.onConnection((now) => now === wanted && resolve()));

afterEach(() => Promise.all(servers.splice(0).map(stop)));

describe('the browser door', () => {
  test('keeps a call made before it is connected, and pairs answers with calls', async () => {
    const { port } = await echo();
    const door = doorTo(port);
    const answers = await Promise.all([door.call('app.info', {}), door.call('app.overview', {})]);
    expect(answers).toEqual([
      { ok: true, value: 'app.info' },
      { ok: true, value: 'app.overview' },
    ]);
  });

  test('tells events until one stops listening', async () => {
    const { server, port } = await echo();
    const door = doorTo(port);
    const events: AppEvent[] = [];
    const stopListening = door.onEvent((event) => events.push(event));
    await connection(door, true);
    const send = async () => {
      for (const client of server.clients) {
        client.send('{"kind":"event","event":{"name":"changed","payload":{"what":"runs"}}}');
      }
      await door.call('app.info', {});
    };
    await send();
    stopListening();
    await send();
    expect(events).toEqual([{ name: 'changed', payload: { what: 'runs' } }]);
  });

  test('answers calls in flight, and those after, when the engine stops; then comes back by itself', async () => {
    const { server, port } = await listen();
    const door = doorTo(port);
    await connection(door, true);
    const inFlight = door.call('app.info', {});
    await stop(server);
    expect(await inFlight).toMatchObject({ ok: false, error: { code: 'door-closed' } });
    await connection(door, false);
    expect(await door.call('app.info', {})).toMatchObject({ ok: false, error: { code: 'door-closed' } });
    await echo(port);
    await connection(door, true);
    expect(await door.call('app.info', {})).toEqual({ ok: true, value: 'app.info' });
  });

  test('says so when an answer cannot be understood', async () => {
    const { server, port } = await listen();
    server.on('connection', (socket: WebSocket) => socket.on('message', () => socket.send('{"kind":"?"}')));
    expect(await doorTo(port).call('app.info', {})).toMatchObject({ ok: false, error: { code: 'internal' } });
  });

  test('leads to a saved worksheet by its name alone', async () => {
    const { port } = await echo();
    const { host } = doorTo(port);
    expect(host.kind === 'browser' && host.downloadAddress('/home/dana/Counterpart/Acme & Co.xlsx')).toBe(
      '/exports/Acme%20%26%20Co.xlsx',
    );
  });

  test('shows the guide that the same server has', async () => {
    const { port } = await echo();
    await doorTo(port).host.showGuide();
    expect(shown).toEqual(['/guide/index.html']);
  });
});
