import { mkdirSync, rmSync } from 'node:fs';
import { networkInterfaces } from 'node:os';
import { join } from 'node:path';
import { createEngine, type Engine } from '#app/engine.ts';
import { memorySecrets } from '#app/sign-in/index.ts';
import type { MethodInput, MethodName, MethodOutput } from '#shared/contract.ts';
import { freePort } from '../support/free-port.ts';
import { listening, requireListening, watchConnections } from './sockets.ts';
import { Finding } from './target.ts';

const ownAddresses = Object.values(networkInterfaces())
  .flatMap((one) => one ?? [])
  .filter(({ address }) => address === '127.0.0.1' || address === '::1').length;

/** A sign-in waits for longer than any search takes: one that is left alone is never ended by the clock. */
const patience = 24 * 3_600_000;

/**
 * The program as a person has it open, begun anew now and then. It is seen where it listens, which addresses it opens in a
 * browser (there is none), and that it calls no other computer.
 */
export class StandingProgram {
  readonly #folder: string;
  readonly #untilAnew: number;
  #before = listening();
  readonly #connections = watchConnections();
  readonly #opened: string[] = [];
  #ports: readonly number[] = [];
  #engine: Engine | null = null;
  #round = 0;
  #tried = 0;

  /** `untilAnew` inputs see what those before them did. */
  constructor(folder: string, untilAnew: number) {
    this.#folder = folder;
    this.#untilAnew = untilAnew;
  }

  /** Where the files of the program are. */
  get files(): string {
    return join(this.#folder, String(this.#round));
  }

  get engine(): Engine {
    if (this.#engine === null) throw new Error('the program is not begun');
    return this.#engine;
  }

  /** Has the program ready for the next input. */
  async begin(): Promise<void> {
    if (this.#ports.length === 0) this.#ports = await Promise.all([freePort(), freePort(), freePort()]);
    if (this.#tried === this.#untilAnew) await this.close();
    this.#tried += 1;
    if (this.#engine !== null) return;
    const projects = this.files;
    mkdirSync(projects, { recursive: true });
    this.#engine = createEngine({
      version: '1',
      home: { projects, state: join(projects, 'state') },
      author: 'tester',
      environment: {},
      signIn: {
        secrets: memorySecrets(),
        patience,
        openAddress: async (address) => {
          this.#opened.push(address);
        },
      },
    });
  }

  /** The same input with each port that could be taken in place of another program's being one of ours. */
  withOwnPorts(input: unknown): unknown {
    if (Array.isArray(input)) return input.map((one) => this.withOwnPorts(one));
    if (typeof input !== 'object' || input === null) return input;
    return Object.fromEntries(
      Object.entries(input).map(([key, value]) => [
        key,
        /port$/i.test(key) && Number.isInteger(value) && value > 0 && value <= 65_535
          ? (this.#ports[value % this.#ports.length] ?? 0)
          : this.withOwnPorts(value),
      ]),
    );
  }

  /** It listens where it says, opens only where a service is, and calls nobody. Throws a finding otherwise. */
  async requireQuiet(): Promise<void> {
    const [away] = this.#connections.away.splice(0);
    if (away !== undefined) throw new Finding(`it called ${away}`);
    for (const address of this.#opened.splice(0)) {
      const url = URL.parse(address);
      const isOwn = url?.protocol === 'http:' && ['127.0.0.1', 'localhost', '[::1]'].includes(url.hostname);
      if (url?.protocol !== 'https:' && !isOwn) throw new Finding(`it opens ${address} in the browser`);
    }
    try {
      await requireListening(async () => this.#before + (await this.#addresses()), 'after a call');
    } catch (error) {
      await this.close().catch(() => undefined);
      // What is left listening is found once, not with every input from now on.
      this.#before = listening();
      throw error;
    }
  }

  /** How many addresses it says it listens at: the practice company at two, a sign-in at all that are this computer's own. */
  async #addresses(): Promise<number> {
    const settings = await this.call('connections.settings', {});
    const practice = await this.call('practice.info', {});
    const waiting = [settings.salesforce.attempt, settings.quickbooks.attempt].filter(
      (attempt) => attempt?.kind === 'waiting',
    );
    return (practice === null ? 0 : 2) + ownAddresses * waiting.length;
  }

  /** A call that has to be answered. */
  async call<M extends MethodName>(method: M, input: MethodInput<M>): Promise<MethodOutput<M>> {
    const result = await this.engine.call(method, input);
    if (result.ok) return result.value;
    throw new Finding(`${method}: ${result.error.message}`);
  }

  /** Ends the program; nothing of it listens any more. Throws a finding otherwise. */
  async close(): Promise<void> {
    await this.#engine?.close();
    this.#engine = null;
    rmSync(this.files, { recursive: true, force: true });
    this.#round += 1;
    this.#tried = 0;
    await requireListening(async () => this.#before, 'after its end');
  }

  /** Ends the program and the watch over it. */
  async end(): Promise<void> {
    try {
      await this.close();
    } finally {
      this.#connections.close();
    }
  }
}
