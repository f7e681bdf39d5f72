import { Server, Socket } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { Finding } from './target.ts';

/** The servers that this thread begins, until that is no longer watched; those of before may end at any time. */
export interface ServerWatch {
  /** At how many addresses they listen now. */
  listening(): number;
  /** Looks no longer at those that there are. */
  forget(): void;
  close(): void;
}

/** Watches which servers this thread begins. */
export function watchServers(): ServerWatch {
  const begun = new Set<Server>();
  const { listen } = Server.prototype;
  Server.prototype.listen = function (this: Server, ...given: unknown[]) {
    begun.add(this);
    return Reflect.apply(listen, this, given);
  };
  return {
    listening: () => [...begun].filter((server) => server.listening).length,
    forget: () => begun.clear(),
    close() {
      Server.prototype.listen = listen;
    },
  };
}

/** How often it is looked whether a server is closed, and how long in between (milliseconds). */
const looks = 1_000;
const between = 5;

/** Nothing listens but what should, once all that is closing is closed. Throws a finding otherwise. */
export async function requireListening(
  servers: ServerWatch,
  expected: () => Promise<number>,
  what: string,
): Promise<void> {
  for (let look = 0; look < looks; look++) {
    if (servers.listening() === (await expected())) return;
    await wait(look < 20 ? 0 : between);
  }
  throw new Finding(
    `${what}: it listens at ${servers.listening()} addresses in place of ${await expected()}`,
  );
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
