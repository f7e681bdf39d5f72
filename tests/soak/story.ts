// Longer than other files: one run from its first decision to its last check, in the order in which it happens.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Random } from '#app/practice/company/random.ts';
import type { PracticeCompany } from '#app/practice/index.ts';
import type { LinkRunLimits } from '#app/write/index.ts';
import type { MethodInput, MethodName, MethodOutput } from '#shared/contract.ts';
import { AccountId, CustomerId, RunId } from '#shared/ids.ts';
import type { RunInfo } from '#shared/links.ts';
import { commitsOf, copyOnDisk } from './disk.ts';
import { type Busy, carryOut, someEdit } from './edits.ts';
import { type Answer, type Asked, Gate, type Passage, type Way } from './gate.ts';
import { judge } from './judge.ts';
import { type Came, type Life, lifeHere, lifeInProcess } from './life.ts';
import { control, recordsOf } from './practice-records.ts';
import { someTrouble, Troubles, wayUnder } from './troubles.ts';
import { type Order, type Ordered, orderOf, Truth } from './truth.ts';

/** What a run came to. Without `wrong` all was as it has to be. */
export interface Ending {
  readonly seed: number;
  readonly wrong: readonly string[];
  readonly steps: readonly string[];
  readonly kills: number;
  readonly troubles: number;
  readonly edits: number;
  readonly writes: number;
  readonly creates: number;
  readonly jobs: number;
}

/** A project that holds a first export of a company, as bytes. */
export type Exported = Uint8Array;

interface Setting {
  readonly seed: number;
  readonly practice: PracticeCompany;
  readonly exported: Exported;
  /** Whether lives may be processes of their own, which are killed for real. */
  readonly inProcesses: boolean;
  /** So many things a person does at the most. */
  readonly mostSteps: number;
}

const killed = Symbol('killed');
/** From so many attempts to bring a run to its end nothing goes wrong any more. */
const attemptsUnderFire = 3;
const mostAttempts = 9;

/** One run: a company, a person's decisions, and everything that happens to what comes of them. */
export async function tell(setting: Setting): Promise<Ending> {
  const story = new Story(setting);
  try {
    await story.run();
  } catch (error) {
    story.truth.wrong.push(`the run broke off: ${error instanceof Error ? error.stack : String(error)}`);
  } finally {
    await story.end();
  }
  return story.ending();
}

class Story {
  readonly truth = new Truth();
  readonly #random: Random;
  readonly #limits: Partial<LinkRunLimits>;
  readonly #setting: Setting;
  readonly #gate: Gate;
  readonly #folder = mkdtempSync(join(tmpdir(), 'counterpart-soak-'));
  readonly #troubles = new Troubles();
  readonly #steps: string[] = [];
  readonly #gone: Promise<void>[] = [];
  readonly #wanted = new Map<string, string>();
  readonly #toCreate = new Set<string>();
  /** Accounts whose write a rule or a lock may refuse. */
  readonly #hindered = new Set<string>();
  #busy: Busy = { accounts: [], customers: [], names: [] };
  #path = '';
  #life: Life | null = null;
  #passage: Passage | null = null;
  #requests = 0;
  #editAt = 0;
  #cancelAt = 0;
  #killAt: { readonly request: number; readonly when: 'before' | 'after' } | null = null;
  #killing: PromiseWithResolvers<typeof killed> = Promise.withResolvers();
  #onDisk = 0;
  #lives = 0;
  #kills = 0;
  #struck = 0;
  #edits = 0;

  constructor(setting: Setting) {
    this.#setting = setting;
    this.#random = new Random(setting.seed);
    this.#limits = limitsFor(this.#random);
    this.#gate = new Gate(setting.practice, {
      wayOf: (asked) => this.#wayOf(asked),
      carriedOut: (asked, answer, isHeard) => this.#carriedOut(asked, answer, isHeard),
    });
  }

  async run(): Promise<void> {
    const { practice, exported } = this.#setting;
    practice.reset();
    for (const side of ['salesforce', 'quickbooks'] as const)
      this.truth.edited(side, await recordsOf(practice, side));
    this.truth.broughtUpToDate([...this.truth.accounts(), ...this.truth.customers()].map(({ Id }) => Id));
    this.#path = join(this.#folder, 'project.counterpart');
    writeFileSync(this.#path, exported);
    await this.#begin();
    const { mostSteps } = this.#setting;
    for (let steps = this.#random.int(1, mostSteps); steps > 0; steps -= 1) await this.#step();
    await this.#calm();
    await this.#bringToEnd();
    await this.#retry();
    await this.#bringToEnd();
    await this.#check();
  }

  async end(): Promise<void> {
    this.#passage?.close();
    await this.#life?.abandon();
    await Promise.all(this.#gone);
    rmSync(this.#folder, { recursive: true, force: true });
  }

  ending(): Ending {
    const orders = [...this.truth.orders.values()];
    const sum = (count: (order: Order) => number) => orders.reduce((all, order) => all + count(order), 0);
    return {
      seed: this.#setting.seed,
      wrong: this.truth.wrong,
      steps: this.#steps,
      kills: this.#kills,
      troubles: this.#struck,
      edits: this.#edits,
      writes: sum(({ written }) => [...written.values()].flat().length),
      creates: sum(({ created }) => created.size),
      jobs: this.truth.jobs,
    };
  }

  // The program's lives

  async #begin(): Promise<void> {
    const random = this.#random;
    this.#lives += 1;
    this.truth.newLife();
    this.#passage = await this.#gate.open();
    this.#killing = Promise.withResolvers();
    const inProcess = this.#setting.inProcesses && random.chance(0.5);
    const folder = join(this.#path, '..');
    this.#life = inProcess
      ? await lifeInProcess(folder, this.#passage.environment, this.#limits)
      : lifeHere(folder, this.#passage.environment, this.#limits);
    await this.#call('project.open', { path: this.#path });
    this.#onDisk = commitsOf(this.#path).at(-1) ?? 0;
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
    this.#kills += 1;
    this.#life = null;
    this.#passage?.close();
    if (life.isProcess) {
      this.#steps.push(`kill -9 ${how}`);
      this.#gone.push(life.abandon());
    } else {
      // What is not on disk for good is lost, and of what is, it could have died before the last of it.
      const commits = commitsOf(this.#path).filter((length) => length >= this.#onDisk);
      const length = commits.length > 0 ? this.#random.pick(commits) : null;
      const back = length === null ? 0 : commits.length - 1 - commits.indexOf(length);
      this.#steps.push(`abandoned ${how}${back > 0 ? `, ${back} writes to disk earlier` : ''}`);
      const folder = join(this.#folder, String(this.#lives));
      mkdirSync(folder);
      const next = join(folder, 'project.counterpart');
      copyOnDisk(this.#path, next, length);
      this.#path = next;
      this.#gone.push(life.abandon());
    }
    this.#killing.resolve(killed);
  }

  async #came<M extends MethodName>(method: M, input: MethodInput<M>): Promise<Came<M> | typeof killed> {
    const life = this.#life;
    if (life === null) return killed;
    return await Promise.race([life.call(method, input), this.#killing.promise]);
  }

  /** A call that must succeed, in a life that goes on. */
  async #call<M extends MethodName>(method: M, input: MethodInput<M>): Promise<MethodOutput<M>> {
    const came = await this.#came(method, input);
    if (came === killed) throw new Error(`${method} was killed`);
    if (!came.ok) throw new Error(`${method}: ${came.error.code} ${came.error.message}`);
    return came.value;
  }

  // What passes the gate

  async #wayOf(asked: Asked): Promise<Way> {
    this.#requests += 1;
    if (this.#requests === this.#editAt) await this.#edit();
    if (this.#requests === this.#cancelAt) {
      this.#steps.push('stopped by the person');
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
    this.#struck += 1;
    this.#steps.push(`${trouble.what} at ${nameOf(asked)}`);
    const gone = trouble.what === 'sign-in gone';
    if (gone || trouble.what === 'session expires')
      await control(this.#setting.practice, asked.side, 'sessions/expire', { refresh: gone });
    return wayUnder(trouble) ?? { kind: 'through', back: 'whole' };
  }

  async #carriedOut(asked: Asked, answer: Answer, isHeard: boolean): Promise<boolean> {
    const dies = this.#killAt?.when === 'after' && this.#requests >= this.#killAt.request;
    this.truth.happened(asked, answer, isHeard && !dies);
    if (this.truth.isOfJob(asked))
      this.truth.jobDid(asked, await recordsOf(this.#setting.practice, 'salesforce'));
    if (!dies) return true;
    this.#killAt = null;
    this.#kill(`after ${nameOf(asked)}`);
    return false;
  }

  #noteDisk(): void {
    this.#onDisk = commitsOf(this.#path).at(-1) ?? 0;
  }

  async #edit(): Promise<void> {
    const done = await carryOut(
      someEdit(this.#random),
      this.#random,
      this.#busy,
      this.#setting.practice,
      this.truth,
    );
    if (done === '') return;
    this.#edits += 1;
    this.#steps.push(done);
  }

  /** Draws what goes wrong in what follows. */
  async #underFire(mayKill = true): Promise<void> {
    const random = this.#random;
    this.#requests = 0;
    const troubles = Array.from({ length: random.int(0, 2) }, () => someTrouble(random));
    this.#troubles.arm(troubles);
    this.#editAt = random.chance(0.25) ? random.int(1, 8) : 0;
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
    for (const id of this.#busy.accounts) this.#hindered.add(id);
    await control(
      this.#setting.practice,
      side,
      'faults',
      rules.map((rule) => ({ match: {}, fault: 'record-error', ...rule })),
    );
    this.#steps.push(`armed: ${rules[0]?.code}`);
  }

  async #calm(): Promise<void> {
    this.#troubles.arm([]);
    this.#editAt = 0;
    this.#cancelAt = 0;
    this.#killAt = null;
    for (const side of ['salesforce', 'quickbooks'] as const) {
      await control(this.#setting.practice, side, 'faults', []);
    }
  }

  // What a person does

  async #step(): Promise<void> {
    const random = this.#random;
    await this.#calm();
    if (this.#life === null) await this.#begin();
    if (random.chance(0.2)) await this.#edit();
    const step = random.weighted([
      [5, () => this.#write()],
      [3, () => this.#create()],
      [4, () => this.#undo()],
      [1, () => this.#export()],
    ] as const);
    await step();
    await this.#bringToEnd();
  }

  async #decide(): Promise<void> {
    const random = this.#random;
    const taken = new Set([
      ...this.truth.accounts().map(({ qime__QB_ID__c }) => qime__QB_ID__c),
      ...this.#wanted.values(),
    ]);
    const customers = this.truth.customers().filter(({ Id, Active, Level }) => {
      return !taken.has(Id) && ((Active === true && Level === undefined) || random.chance(0.2));
    });
    const accounts = this.truth
      .accounts()
      .filter(
        ({ Id, qime__QB_ID__c }) =>
          !this.#wanted.has(Id) && !this.#toCreate.has(Id) && qime__QB_ID__c === null,
      );
    const decisions = random
      .shuffle(accounts)
      .slice(0, random.int(1, 4))
      .flatMap(({ Id }, index) => {
        const customerId = customers[index]?.Id;
        if (customerId === undefined) return [];
        return [
          {
            accountId: AccountId.parse(Id),
            kind: 'confirm' as const,
            customerId: CustomerId.parse(customerId),
          },
        ];
      });
    if (decisions.length === 0) return;
    const { refused } = await this.#call('review.decideMany', { by: 'list', decisions });
    const not = new Set(refused.map(({ accountId }) => accountId));
    for (const { accountId, customerId } of decisions)
      if (!not.has(accountId)) this.#wanted.set(accountId, customerId);
  }

  async #write(): Promise<void> {
    if (this.#random.chance(0.85)) await this.#decide();
    const plan = await this.#call('write.plan', {});
    for (const { accountId, before, after } of plan.links) {
      if (this.#wanted.get(accountId) !== after.customerId)
        this.truth.wrong.push(`${accountId} is planned to get ${after.customerId}, which nobody confirmed`);
      if (before.customerId !== '')
        this.truth.wrong.push(`${accountId} is planned over ${before.customerId}`);
    }
    if (plan.links.length === 0) return;
    const links = new Map(
      plan.links.map(({ accountId, before, after }): [string, Ordered] => [
        accountId,
        { from: before.customerId, to: { id: after.customerId, token: after.syncToken } },
      ]),
    );
    this.#steps.push(`write ${[...links].map(([id, { to }]) => `${id}→${to.id}`).join(' ')}`);
    this.#occupy(links);
    const { fingerprint } = plan;
    await this.#operate(orderOf('write', this.truth.clock, links), () =>
      this.#came('write.start', { fingerprint, acceptWarnings: true }),
    );
  }

  async #create(): Promise<void> {
    const random = this.#random;
    const free = this.truth
      .accounts()
      .filter(
        ({ Id, qime__QB_ID__c }) =>
          !this.#wanted.has(Id) && !this.#toCreate.has(Id) && qime__QB_ID__c === null,
      )
      .map(({ Id }) => AccountId.parse(Id));
    const chosen = random.shuffle(free).slice(0, random.int(1, 3));
    if (chosen.length > 0) {
      const decisions = chosen.map((accountId) => ({
        accountId,
        kind: 'create-new' as const,
        customerId: null,
      }));
      const { refused } = await this.#call('review.decideMany', { by: 'list', decisions });
      const not = new Set(refused.map(({ accountId }) => accountId));
      for (const id of chosen) if (!not.has(id)) this.#toCreate.add(id);
    }
    const plan = await this.#call('create.plan', { emails: false });
    const ready = plan.customers.filter(({ clash }) => clash === null);
    for (const { accountId } of ready)
      if (!this.#toCreate.has(accountId))
        this.truth.wrong.push(`${accountId} is to be created, which nobody asked for`);
    if (ready.length === 0) return;
    const names = new Map(ready.map(({ fields, accountId }) => [fields.displayName, accountId]));
    this.#steps.push(`create ${[...names.values()].join(' ')}`);
    this.#busy = { accounts: [...names.values()], customers: [], names: [...names.keys()] };
    const { fingerprint } = plan;
    await this.#operate(orderOf('create', this.truth.clock, new Map(), names), () =>
      this.#came('create.start', { fingerprint, emails: false, acceptWarnings: true }),
    );
  }

  async #undo(): Promise<void> {
    const runs = (await this.#call('runs.list', {})).filter(({ counts }) => (counts.done ?? 0) > 0);
    if (runs.length === 0) return await this.#write();
    const run = this.#random.pick(runs);
    const undone = this.truth.orders.get(run.id);
    const came = await this.#came('undo.plan', { runId: run.id });
    if (came === killed || !came.ok) return;
    const { fingerprint, restored } = came.value;
    if (restored.length === 0) return;
    const links = new Map<string, Ordered>();
    for (const { accountId, after } of restored) {
      const last = undone?.written.get(accountId)?.at(-1);
      if (last === undefined || last.seen.id !== after.customerId || last.seen.token !== after.syncToken) {
        this.truth.wrong.push(`undoing run ${run.id} is to give ${accountId} ${JSON.stringify(after)}`);
      } else links.set(accountId, { from: last.to.id, to: last.seen });
    }
    this.#steps.push(`undo run ${run.id} ${[...links.keys()].join(' ')}`);
    this.#occupy(links);
    await this.#operate(orderOf('undo', this.truth.clock, links), () =>
      this.#came('undo.start', { runId: run.id, fingerprint }),
    );
  }

  async #export(): Promise<void> {
    this.#steps.push('export');
    await this.#underFire();
    const came = await this.#came('sources.export', {});
    if (came !== killed && came.ok) this.truth.broughtUpToDate();
    await this.#recover(came);
  }

  #occupy(links: ReadonlyMap<string, Ordered>): void {
    this.#busy = {
      accounts: [...links.keys()],
      customers: [...links.values()].map(({ to }) => to.id).filter((id) => id !== ''),
      names: [],
    };
  }

  // How what was begun comes to its end

  async #operate(order: Order, start: () => Promise<Came<MethodName> | typeof killed>): Promise<void> {
    const former = new Set((await this.#call('runs.list', {})).map(({ id }) => id));
    if (this.#random.chance(0.15)) await this.#edit();
    await this.#underFire();
    this.truth.order = order;
    const came = await start();
    this.truth.order = null;
    await this.#recover(came);
    const run = (await this.#call('runs.list', {})).find(({ id }) => !former.has(id));
    if (run !== undefined) this.truth.orders.set(run.id, order);
    else if (order.written.size > 0 || order.created.size > 0)
      this.truth.wrong.push('something was done without a run');
    await this.#takeIn();
  }

  /** Begins another life after a kill or a lost sign-in; an error that nobody could understand is wrong. */
  async #recover(came: Came<MethodName> | typeof killed): Promise<void> {
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
    this.#steps.push(`stopped: ${came.error.code}`);
    if (came.error.code === 'internal') this.truth.wrong.push(`internal: ${came.error.message}`);
    if (came.error.code !== 'service-session') return;
    this.#setting.practice.signInAgain();
    await this.#restart();
  }

  async #unfinished(): Promise<RunInfo | undefined> {
    const open = (counts: Readonly<Record<string, number>>, states: readonly string[]) =>
      states.some((state) => (counts[state] ?? 0) > 0);
    return (await this.#call('runs.list', {})).find(
      ({ counts, creations }) =>
        open(counts, ['planned', 'sent', 'unknown']) ||
        open(creations ?? {}, ['planned', 'sent', 'unknown', 'created']),
    );
  }

  /** Takes up what stopped until nothing is left; for the first few times under fire again. */
  async #bringToEnd(): Promise<void> {
    for (let attempt = 1; ; attempt += 1) {
      if (this.#life === null) await this.#begin();
      const run = await this.#unfinished();
      if (run === undefined) break;
      if (attempt > mostAttempts) {
        this.truth.wrong.push(`run ${run.id} does not come to its end: ${JSON.stringify(run)}`);
        break;
      }
      await this.#calm();
      if (attempt <= attemptsUnderFire) {
        if (this.#random.chance(0.2)) await this.#edit();
        await this.#underFire(attempt < attemptsUnderFire);
      }
      this.#steps.push(`resume run ${run.id}`);
      const runId = RunId.parse(run.id);
      this.truth.order = this.truth.orders.get(run.id) ?? null;
      const came =
        run.kind === 'create-customers'
          ? await this.#came('create.resume', { runId })
          : await this.#came('write.resume', { runId, acceptFirst: attempt > 1 || this.#random.chance(0.5) });
      this.truth.order = null;
      await this.#recover(came);
    }
    await this.#calm();
    await this.#takeIn();
  }

  /** Takes in what the journal says was done: the project is up to date with that, and what was undone is not wanted. */
  async #takeIn(): Promise<void> {
    for (const { id, kind } of await this.#call('runs.list', {})) {
      const entries = await this.#call('runs.journal', { runId: id });
      const done = entries.filter(({ state }) => state === 'done').map(({ accountId }) => accountId);
      this.truth.broughtUpToDate(done);
      if (kind === 'undo-links') for (const account of done) this.#wanted.delete(account);
    }
  }

  /** What failed is tried again as a person would, when nothing stands in the way any more. */
  async #retry(): Promise<void> {
    await this.#call('write.retryFailed', {});
    const plan = await this.#call('write.plan', {});
    if (plan.links.length === 0) return;
    const links = new Map(
      plan.links.map(({ accountId, before, after }): [string, Ordered] => [
        accountId,
        { from: before.customerId, to: { id: after.customerId, token: after.syncToken } },
      ]),
    );
    this.#steps.push(`write again ${[...links.keys()].join(' ')}`);
    const order = orderOf('write', this.truth.clock, links);
    this.truth.order = order;
    const run = await this.#call('write.start', { fingerprint: plan.fingerprint, acceptWarnings: true });
    this.truth.order = null;
    this.truth.orders.set(run.id, order);
  }

  async #check(): Promise<void> {
    const { practice } = this.#setting;
    for (const side of ['salesforce', 'quickbooks'] as const)
      this.truth.wrong.push(...this.truth.differencesFrom(side, await recordsOf(practice, side)));
    const runs = await this.#call('runs.list', {});
    const journals = new Map<number, MethodOutput<'runs.journal'>>();
    const creations = new Map<number, MethodOutput<'create.journal'>>();
    for (const { id, kind } of runs) {
      journals.set(id, await this.#call('runs.journal', { runId: id }));
      if (kind === 'create-customers') creations.set(id, await this.#call('create.journal', { runId: id }));
    }
    await this.#life?.close();
    this.#life = null;
    judge({
      truth: this.truth,
      journals,
      creations,
      project: this.#path,
      wanted: this.#wanted,
      hindered: this.#hindered,
    });
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
