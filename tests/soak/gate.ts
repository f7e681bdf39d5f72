import { once } from 'node:events';
import {
  Agent,
  createServer,
  type IncomingHttpHeaders,
  type IncomingMessage,
  request,
  type Server,
  type ServerResponse,
} from 'node:http';
import { text } from 'node:stream/consumers';
import { setTimeout as sleep } from 'node:timers/promises';
import type { PracticeCompany } from '#app/practice/index.ts';
import type { Side } from '#shared/datasets.ts';

/** A request as the program sent it. */
export interface Asked {
  readonly side: Side;
  readonly method: string;
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

/** What a service answers. */
export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** What becomes of a request on its way to the service, and of the answer on its way back. */
export type Way =
  | { readonly kind: 'lost' }
  | { readonly kind: 'instead'; readonly answer: Answer }
  | { readonly kind: 'through'; readonly back: 'whole' | 'lost' | 'cut' | 'truncated' | 'slow' };

/** Who decides over what passes the gate, and is told what the services did. */
export interface Keeper {
  wayOf(asked: Asked): Promise<Way>;
  /** `isHeard` is whether the program gets the whole answer. Gives false where nothing may go back any more. */
  carriedOut(asked: Asked, answer: Answer, isHeard: boolean): Promise<boolean>;
}

/** The environment of a program whose every request passes the gate, until it is closed. */
export interface Passage {
  readonly environment: Readonly<Record<string, string>>;
  /** Cuts what is under way and lets nothing pass any more. */
  close(): void;
}

const agent = new Agent({ keepAlive: true });
const slowness = 150;

/**
 * Stands between the program and the services of a practice company and lets one request through at a time, so that there
 * is one order of all that happens, and things can go wrong between any two of them.
 */
export class Gate {
  readonly #practice: PracticeCompany;
  readonly #keeper: Keeper;
  #turn: Promise<void> = Promise.resolve();

  constructor(practice: PracticeCompany, keeper: Keeper) {
    this.#practice = practice;
    this.#keeper = keeper;
  }

  /** Opens a passage for one life of the program. */
  async open(): Promise<Passage> {
    const sides = { salesforce: this.#practice.salesforceUrl, quickbooks: this.#practice.quickbooksUrl };
    const state = { isOpen: true };
    const servers: Server[] = [];
    const urls: Record<string, string> = {};
    for (const side of ['salesforce', 'quickbooks'] as const) {
      const server = createServer((incoming, outgoing) => {
        this.#turn = this.#turn.then(() => this.#pass(side, sides[side], incoming, outgoing, state));
      });
      server.keepAliveTimeout = 60_000;
      server.listen(0, '127.0.0.1');
      await once(server, 'listening');
      const address = server.address();
      if (address !== null && typeof address !== 'string')
        urls[sides[side]] = `http://127.0.0.1:${address.port}`;
      servers.push(server);
    }
    const environment = Object.fromEntries(
      Object.entries(this.#practice.environment).map(([name, value]) => {
        const origin = URL.parse(value)?.origin ?? '';
        return [name, value.replace(origin, urls[origin] ?? origin)];
      }),
    );
    return {
      environment,
      close() {
        state.isOpen = false;
        for (const server of servers) {
          server.close();
          server.closeAllConnections();
        }
      },
    };
  }

  async #pass(
    side: Side,
    origin: string,
    incoming: IncomingMessage,
    outgoing: ServerResponse,
    state: { readonly isOpen: boolean },
  ): Promise<void> {
    const cut = () => incoming.socket.destroy();
    try {
      const body = await text(incoming);
      if (!state.isOpen) return void cut();
      const { method = '', url: path = '', headers } = incoming;
      const asked = { side, method, path, headers, body };
      const way = await this.#keeper.wayOf(asked);
      if (way.kind === 'lost') return void cut();
      if (way.kind === 'instead') return send(outgoing, way.answer, way.answer.body);
      const answer = await forward(origin, asked);
      const { back } = way;
      const isHeard = back === 'whole' || back === 'slow';
      if (!(await this.#keeper.carriedOut(asked, answer, isHeard))) return void cut();
      if (back === 'lost') return void cut();
      if (back === 'slow') await sleep(slowness);
      if (back === 'truncated') return send(outgoing, answer, answer.body.slice(0, answer.body.length / 2));
      if (back === 'cut') {
        outgoing.writeHead(answer.status, {
          ...answer.headers,
          'content-length': Buffer.byteLength(answer.body),
        });
        outgoing.write(answer.body.slice(0, answer.body.length / 2), cut);
        return;
      }
      send(outgoing, answer, answer.body);
    } catch {
      // The program has gone meanwhile.
      cut();
    }
  }
}

async function forward(origin: string, asked: Asked): Promise<Answer> {
  const outgoing = request(`${origin}${asked.path}`, {
    method: asked.method,
    // As plain text, so that it can be read on the way.
    headers: {
      ...asked.headers,
      host: new URL(origin).host,
      'accept-encoding': 'identity',
      connection: 'keep-alive',
    },
    agent,
  });
  outgoing.end(asked.body);
  const [incoming]: IncomingMessage[] = await once(outgoing, 'response');
  if (incoming === undefined) throw new Error('no response');
  const kept = Object.entries(incoming.headers).filter(
    ([name]) => !['content-length', 'transfer-encoding', 'connection', 'keep-alive'].includes(name),
  );
  return {
    status: incoming.statusCode ?? 0,
    headers: Object.fromEntries(kept.map(([name, value]) => [name, String(value)])),
    body: await text(incoming),
  };
}

function send(outgoing: ServerResponse, { status, headers }: Answer, body: string): void {
  outgoing.writeHead(status, { ...headers, 'content-length': Buffer.byteLength(body) });
  outgoing.end(body);
}
