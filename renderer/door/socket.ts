import type { AppEvent } from '#shared/contract.ts';
import type { CallMessage, Door } from '#shared/door.ts';
import { AppError, type ErrorReport, reportOf } from '#shared/errors.ts';
import type { Result } from '#shared/result.ts';
import { reconnectDelay } from './backoff.ts';
import { handOver } from './hand-over.ts';
import { IncomingMessage } from './wire.ts';

/** The parts of the page's own address that lead to the socket beside it; `location` has them. */
export interface PageAddress {
  readonly protocol: string;
  readonly host: string;
}

/** Address of the door's socket, beside the page that is shown. */
function doorAddress(page: PageAddress): string {
  return `${page.protocol === 'https:' ? 'wss:' : 'ws:'}//${page.host}/door`;
}

/**
 * The door of the browser: a WebSocket beside the page. It reconnects by itself with growing pauses. A call made
 * before the first connection waits for it; calls in flight when the connection drops, and calls made while it is
 * down, are answered with `door-closed`. `showPage` opens another page of the same server beside this one.
 */
export function openSocketDoor(page: PageAddress, showPage: (address: string) => void): Door {
  const listeners = new Set<(event: AppEvent) => void>();
  const watchers = new Set<(connected: boolean) => void>();
  const waiting = new Map<number, (result: Result<unknown>) => void>();
  const unsent: CallMessage[] = [];
  /** Null until the first attempt has ended one way or the other. */
  let connected: boolean | null = null;
  let nextId = 1;
  let attempt = 0;
  let socket = connect();

  function setConnected(now: boolean): void {
    if (connected === now) return;
    connected = now;
    for (const watcher of watchers) watcher(now);
  }

  function failAll(error: ErrorReport): void {
    for (const answer of waiting.values()) answer({ ok: false, error });
    waiting.clear();
    unsent.length = 0;
  }

  function connect(): WebSocket {
    const opening = new WebSocket(doorAddress(page));
    opening.addEventListener('open', () => {
      attempt = 0;
      for (const message of unsent.splice(0)) opening.send(JSON.stringify(message));
      setConnected(true);
    });
    opening.addEventListener('message', ({ data }) => receive(String(data)));
    opening.addEventListener('close', () => {
      failAll(reportOf(new AppError('door-closed')));
      setConnected(false);
      setTimeout(() => {
        socket = connect();
      }, reconnectDelay(attempt++));
    });
    return opening;
  }

  function receive(text: string): void {
    const message = IncomingMessage.safeParse(JSON.parse(text));
    if (!message.success) {
      // Which call it answered cannot be told, and a call that never ends would look like work going on.
      failAll(reportOf(new AppError('internal', { detail: 'an answer of the engine was not understood' })));
    } else if (message.data.kind === 'event') {
      for (const listener of listeners) listener(message.data.event);
    } else {
      const { id, result } = message.data;
      waiting.get(id)?.(result);
      waiting.delete(id);
    }
  }

  return {
    host: {
      kind: 'browser',
      pathOf: handOver,
      async showGuide() {
        showPage('/guide/index.html');
      },
      downloadAddress: (path) => `/exports/${encodeURIComponent(path.split(/[\\/]/).at(-1) ?? path)}`,
    },
    call(method, input) {
      if (connected === false) {
        return Promise.resolve({ ok: false, error: reportOf(new AppError('door-closed')) });
      }
      const message: CallMessage = { id: nextId++, method, input };
      const answer = new Promise<Result<unknown>>((resolve) => waiting.set(message.id, resolve));
      if (connected === null) unsent.push(message);
      else socket.send(JSON.stringify(message));
      return answer;
    },
    onEvent(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    onConnection(listener) {
      watchers.add(listener);
      if (connected !== null) listener(connected);
      return () => watchers.delete(listener);
    },
  };
}
