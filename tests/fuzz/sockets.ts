import { Socket } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { Finding } from './target.ts';

/** At how many addresses this thread listens. */
export function listening(): number {
  return process.getActiveResourcesInfo().filter((one) => one === 'TCPServerWrap').length;
}

/** How often it is looked whether a server is closed, and how long in between (milliseconds). */
const looks = 1_000;
const between = 5;

/** Nothing listens but what should, once all that is closing is closed. Throws a finding otherwise. */
export async function requireListening(expected: () => Promise<number>, what: string): Promise<void> {
  for (let look = 0; look < looks; look++) {
    if (listening() === (await expected())) return;
    await wait(look < 20 ? 0 : between);
  }
  throw new Finding(`${what}: it listens at ${listening()} addresses in place of ${await expected()}`);
}

const loopback = /^(localhost|127\.\d+\.\d+\.\d+|::1|\[::1\])$/;

/** Turns every connection of this thread to another computer away, and tells of it, until it is closed. */
export function watchConnections(): { readonly away: string[]; close(): void } {
  const away: string[] = [];
  const { connect } = Socket.prototype;
  Socket.prototype.connect = function (this: Socket, ...given: unknown[]) {
    const { host = 'localhost' } = hostOf(given);
    if (loopback.test(host)) return Reflect.apply(connect, this, given);
    away.push(host);
    return this.destroy(new Error(`turned away from ${host}`));
  };
  return {
    away,
    close() {
      Socket.prototype.connect = connect;
    },
  };
}

/** Node's own callers give all arguments in one list; others may give a port and a host. */
function hostOf([first, second]: readonly unknown[]): { readonly host?: string } {
  if (typeof first === 'number') return typeof second === 'string' ? { host: second } : {};
  const options = Array.isArray(first) ? first[0] : first;
  return typeof options === 'object' && options !== null ? options : {};
}
