// Longer than other files: all that can befall a program from its start to its death is drawn from one seed, in one order.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Random } from '#app/practice/company/random.ts';
import type { PracticeCompany } from '#app/practice/index.ts';
import type { LinkRunLimits } from '#app/write/index.ts';
import type { MethodInput, MethodName, MethodOutput } from '#shared/contract.ts';
import { commitsOf, copyOnDisk } from './disk.ts';
import { type Busy, carryOut, someEdit } from './edits.ts';
import { type Answer, type Asked, Gate, type Passage, type Way } from './gate.ts';
import { type Came, type Life, lifeHere, lifeInProcess } from './life.ts';
import { control, recordsOf } from './practice-records.ts';
import { someTrouble, Troubles, wayUnder } from './troubles.ts';
import type { Truth } from './truth/truth.ts';

/** A project that holds a first export of a company, as bytes. */
export type Exported = Uint8Array;

/** Where the program runs. */
export interface Setting {
  readonly seed: number;
  readonly practice: PracticeCompany;
  readonly exported: Exported;
  /** Whether lives may be processes of their own, which are killed for real. */
  readonly inProcesses: boolean;
  /** How many things a person does: any of these numbers. */
  readonly steps: readonly number[];
}

/** What a call came to that the program did not live to answer. */
export const killed = Symbol('killed');

/** The program over all of its lives on one project, under whatever goes wrong. */
export class Program {
  readonly steps: string[] = [];
  /** Accounts whose write a rule or a lock may refuse. */
  readonly hindered = new Set<string>();
  /** What the program is busy with, which others are likely to touch. */
  busy: Busy = { accounts: [], customers: [], names: [] };
  path: string;
  kills = 0;
  struck = 0;
  edits = 0;
  readonly #random: Random;
  readonly #truth: Truth;
  readonly #limits: Partial<LinkRunLimits>;
  readonly #setting: Setting;
  readonly #gate: Gate;
  readonly #folder = mkdtempSync(join(tmpdir(), 'counterpart-soak-'));
  readonly #troubles = new Troubles();
  readonly #gone: Promise<void>[] = [];
  #life: Life | null = null;
  #passage: Passage | null = null;
  #requests = 0;
  #editAt = 0;
  #cancelAt = 0;
  #killAt: { readonly request: number; readonly when: 'before' | 'after' } | null = null;
  #killing: PromiseWithResolvers<typeof killed> = Promise.withResolvers();
  #onDisk = 0;
  #lives = 0;

  constructor(setting: Setting, random: Random, truth: Truth) {
    this.#setting = setting;
    this.#random = random;
    this.#truth = truth;
    this.#limits = limitsFor(random);
    this.#gate = new Gate(setting.practice, {
      wayOf: (asked) => this.#wayOf(asked),
      carriedOut: (asked, answer, isHeard) => this.#carriedOut(asked, answer, isHeard),
    });
    this.path = join(this.#folder, 'project.counterpart');
    writeFileSync(this.path, setting.exported);
  }

  /** Ends it for good, and removes what it left. */
  async end(): Promise<void> {
    this.#passage?.close();
    await this.#life?.abandon();
    await Promise.all(this.#gone);
    rmSync(this.#folder, { recursive: true, force: true });
  }

  /** Ends it as a person does, so that its file can be read. */
  async close(): Promise<void> {
    await this.#life?.close();
    this.#life = null;
  }

  /** Begins a life where there is none. */
  async live(): Promise<void> {
    if (this.#life === null) await this.#begin();
  }

  async #begin(): Promise<void> {
    const random = this.#random;
    this.#lives += 1;
    this.#truth.hearing.forget();
    this.#passage = await this.#gate.open();
    this.#killing = Promise.withResolvers();
    const inProcess = this.#setting.inProcesses && random.chance(0.5);
    const folder = join(this.path, '..');
    this.#life = inProcess
      ? await lifeInProcess(folder, this.#passage.environment, this.#limits)
      : lifeHere(folder, this.#passage.environment, this.#limits);
    await this.call('project.open', { path: this.path });
    this.#onDisk = commitsOf(this.path).at(-1) ?? 0;
  }

  async #restart(): Promise<void> {
    await this.#life?.close();
    this.#passage?.close();
    await this.#begin();
  }

  /** Lets the program die at this moment: nothing of it reaches anybody any more. */
  #kill(how: string): void {
    const life = this.#life;
    if (life === null) return;
    this.kills += 1;
    this.#life = null;
    this.#passage?.close();
    if (life.isProcess) {
      this.steps.push(`kill -9 ${how}`);
      this.#gone.push(life.abandon());
    } else {
      // What is not on disk for good is lost, and of what is, it could have died before the last of it.
      const commits = commitsOf(this.path).filter((length) => length >= this.#onDisk);
      const length = commits.length > 0 ? this.#random.pick(commits) : null;
      const back = length === null ? 0 : commits.length - 1 - commits.indexOf(length);
      this.steps.push(`abandoned ${how}${back > 0 ? `, ${back} writes to disk earlier` : ''}`);
      const folder = join(this.#folder, String(this.#lives));
      mkdirSync(folder);
      const next = join(folder, 'project.counterpart');
      copyOnDisk(this.path, next, length);
      this.path = next;
      this.#gone.push(life.abandon());
    }
    this.#killing.resolve(killed);
  }

  /** What a call comes to; it may be killed. */
  async came<M extends MethodName>(method: M, input: MethodInput<M>): Promise<Came<M> | typeof killed> {
    const life = this.#life;
    if (life === null) return killed;
    return await Promise.race([life.call(method, input), this.#killing.promise]);
  }

  /** A call that must succeed, in a life that goes on; the person signs in again where that is needed. */
  async call<M extends MethodName>(method: M, input: MethodInput<M>): Promise<MethodOutput<M>> {
    let came = await this.came(method, input);
    if (came !== killed && !came.ok && came.error.code === 'service-session') {
      await this.recover(came);
      came = await this.came(method, input);
    }
    if (came === killed) throw new Error(`${method} was killed`);
    if (!came.ok) throw new Error(`${method}: ${came.error.code} ${came.error.message}`);
    this.#noteDisk();
    return came.value;
  }

  /** Begins another life after a kill or a lost sign-in; an error that nobody could understand is wrong. */
  async recover(came: Came<MethodName> | typeof killed): Promise<void> {
    if (this.#life !== null && this.#killAt !== null && this.#random.chance(0.3)) {
      this.#killAt = null;
      this.#kill('at the end');
    }
    this.#killAt = null;
    if (came === killed || this.#life === null) {
      await Promise.all(this.#gone.splice(0));
      this.#setting.practice.signInAgain();
      return await this.#begin();
    }
    if (came.ok) return;
    this.steps.push(`stopped: ${came.error.code}`);
    if (came.error.code === 'internal') this.#truth.isWrong(`internal: ${came.error.message}`);
    if (came.error.code !== 'service-session') return;
    this.#setting.practice.signInAgain();
    await this.#restart();
  }

  async #wayOf(asked: Asked): Promise<Way> {
    this.#requests += 1;
    if (this.#requests === this.#editAt) await this.edit();
    if (this.#requests === this.#cancelAt) {
      this.steps.push('stopped by the person');
      void this.#life?.call(this.#random.chance(0.5) ? 'operation.cancel' : 'operation.pause', {});
    }
    if (this.#killAt?.when === 'before' && this.#requests >= this.#killAt.request) {
      this.#killAt = null;
      this.#kill(`before ${nameOf(asked)}`);
      return { kind: 'lost' };
    }
    this.#noteDisk();
    const trouble = this.#troubles.next(asked);
    if (trouble === null) return { kind: 'through', back: 'whole' };
    this.struck += 1;
    this.steps.push(`${trouble.what} at ${nameOf(asked)}`);
    const gone = trouble.what === 'sign-in gone';
    if (gone || trouble.what === 'session expires')
      await control(this.#setting.practice, asked.side, 'sessions/expire', { refresh: gone });
    const way = wayUnder(trouble) ?? { kind: 'through', back: 'whole' };
    if (way.kind === 'instead') this.#truth.happenedInstead(asked, way.answer);
    return way;
  }

  async #carriedOut(asked: Asked, answer: Answer, isHeard: boolean): Promise<boolean> {
    const dies = this.#killAt?.when === 'after' && this.#requests >= this.#killAt.request;
    const now = this.#truth.isSeenInRecords(asked)
      ? await recordsOf(this.#setting.practice, 'salesforce')
      : [];
    this.#truth.happened(asked, answer, isHeard && !dies, now);
    if (!dies) return true;
    this.#killAt = null;
    this.#kill(`after ${nameOf(asked)}`);
    return false;
  }

  #noteDisk(): void {
    this.#onDisk = commitsOf(this.path).at(-1) ?? 0;
  }

  /** Somebody else changes something. */
  async edit(): Promise<void> {
    const done = await carryOut(
      someEdit(this.#random, this.busy),
      this.#random,
      { ...this.busy, accounts: [...this.busy.accounts, ...this.#madeNow()] },
      this.#setting.practice,
      this.#truth,
    );
    if (done === '') return;
    this.edits += 1;
    this.steps.push(done);
  }

  /** The accounts that the run under way has created. */
  #madeNow(): string[] {
    return [...(this.#truth.order?.made.values() ?? [])].flat();
  }

  /** Draws what goes wrong in what follows. */
  async underFire(mayKill = true): Promise<void> {
    const random = this.#random;
    this.#requests = 0;
    const troubles = Array.from({ length: random.int(0, 2) }, () => someTrouble(random));
    this.#troubles.arm(troubles);
    this.#editAt = random.chance(this.busy.likely === undefined ? 0.25 : 0.5) ? random.int(1, 10) : 0;
    this.#cancelAt = random.chance(0.1) ? random.int(1, 8) : 0;
    this.#killAt =
      mayKill && random.chance(0.45)
        ? { request: random.int(1, 10), when: random.pick(['before', 'after'] as const) }
        : null;
    if (!random.chance(0.2)) return;
    const side = random.pick(['salesforce', 'salesforce', 'quickbooks'] as const);
    const rules =
      side === 'quickbooks'
        ? [{ code: '6000', message: 'A business validation error' }]
        : random.pick([
            [
              {
                code: 'UNABLE_TO_LOCK_ROW',
                message: 'unable to obtain exclusive access',
                tries: random.int(1, 3),
              },
            ],
            [{ code: 'FIELD_CUSTOM_VALIDATION_EXCEPTION', message: 'Fill in the region first' }],
          ]);
    for (const id of this.busy.accounts) this.hindered.add(id);
    await control(
      this.#setting.practice,
      side,
      'faults',
      rules.map((rule) => ({ match: {}, fault: 'record-error', ...rule })),
    );
    this.steps.push(`armed: ${rules[0]?.code}`);
  }

  /** From now on nothing goes wrong. */
  async calm(): Promise<void> {
    this.#troubles.arm([]);
    this.#editAt = 0;
    this.#cancelAt = 0;
    this.#killAt = null;
    for (const side of ['salesforce', 'quickbooks'] as const) {
      await control(this.#setting.practice, side, 'faults', []);
    }
  }
}

/** How runs of links are cut: of so few links by jobs, or with a first batch, as large ones are. Nothing is waited for. */
function limitsFor(random: Random): Partial<LinkRunLimits> {
  return {
    pauses: [0, 0],
    lockPauses: [0, 0],
    polls: [5],
    ...(random.chance(0.3) ? { firstBatch: random.int(1, 2), provesFrom: 2 } : {}),
    ...(random.chance(0.3) ? { collectionsUpTo: 1, job: random.int(1, 3) } : {}),
    ...(random.chance(0.3) ? { chunk: random.int(1, 2), block: random.int(2, 3) } : {}),
  };
}

function nameOf({ side, method, path }: Asked): string {
  const rest = decodeURIComponent(path).replace(/^.*\/(v[\d.]+|company\/\d+)\//, '');
  return `${method} ${side} ${rest.slice(0, 60)}`;
}
