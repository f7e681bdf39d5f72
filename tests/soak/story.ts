// Longer than other files: what a person does, and how each of it is brought to its end and checked, is one tale.
import { Random } from '#app/practice/company/random.ts';
import type { MethodName, MethodOutput } from '#shared/contract.ts';
import { AccountId, CustomerId, RunId } from '#shared/ids.ts';
import type { PlannedLink, RunInfo } from '#shared/links.ts';
import { judge } from './judge.ts';
import type { Came } from './life.ts';
import { recordsOf } from './practice-records.ts';
import { killed, Program, type Setting } from './program.ts';
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
  readonly #setting: Setting;
  readonly #program: Program;
  /** The customers that a person confirmed for accounts, and that were not undone. */
  readonly #wanted = new Map<string, string>();
  readonly #toCreate = new Set<string>();

  constructor(setting: Setting) {
    this.#setting = setting;
    this.#random = new Random(setting.seed);
    this.#program = new Program(setting, this.#random, this.truth);
  }

  async run(): Promise<void> {
    const { practice, mostSteps } = this.#setting;
    practice.reset();
    for (const side of ['salesforce', 'quickbooks'] as const)
      this.truth.edited(side, await recordsOf(practice, side));
    this.truth.broughtUpToDate([...this.truth.accounts(), ...this.truth.customers()].map(({ Id }) => Id));
    await this.#program.live();
    for (let steps = this.#random.int(1, mostSteps); steps > 0; steps -= 1) await this.#step();
    await this.#program.calm();
    await this.#bringToEnd();
    await this.#retry();
    await this.#bringToEnd();
    await this.#check();
  }

  end(): Promise<void> {
    return this.#program.end();
  }

  ending(): Ending {
    const orders = [...this.truth.orders.values()];
    const sum = (count: (order: Order) => number) => orders.reduce((all, order) => all + count(order), 0);
    return {
      seed: this.#setting.seed,
      wrong: this.truth.wrong,
      steps: this.#program.steps,
      kills: this.#program.kills,
      troubles: this.#program.struck,
      edits: this.#program.edits,
      writes: sum(({ written }) => [...written.values()].flat().length),
      creates: sum(({ created }) => created.size),
      jobs: this.truth.jobs,
    };
  }

  // What a person does

  async #step(): Promise<void> {
    const random = this.#random;
    await this.#program.calm();
    await this.#program.live();
    if (random.chance(0.2)) await this.#program.edit();
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
    const decisions = random
      .shuffle(this.#undecided())
      .slice(0, Math.min(customers.length, random.int(1, 4)))
      .map((accountId, index) => {
        const customerId = CustomerId.parse(customers[index]?.Id);
        return { accountId, kind: 'confirm' as const, customerId };
      });
    if (decisions.length === 0) return;
    const { refused } = await this.#program.call('review.decideMany', { by: 'list', decisions });
    const not = new Set(refused.map(({ accountId }) => accountId));
    for (const { accountId, customerId } of decisions)
      if (!not.has(accountId)) this.#wanted.set(accountId, customerId);
  }

  /** Accounts that carry no id and of which nothing is decided. */
  #undecided(): AccountId[] {
    return this.truth
      .accounts()
      .filter(({ qime__QB_ID__c }) => qime__QB_ID__c === null)
      .filter(({ Id }) => !this.#wanted.has(Id) && !this.#toCreate.has(Id))
      .map(({ Id }) => AccountId.parse(Id));
  }

  async #write(): Promise<void> {
    if (this.#random.chance(0.85)) await this.#decide();
    const plan = await this.#program.call('write.plan', {});
    for (const { accountId, before, after } of plan.links) {
      if (this.#wanted.get(accountId) !== after.customerId)
        this.truth.wrong.push(`${accountId} is planned to get ${after.customerId}, which nobody confirmed`);
      if (before.customerId !== '')
        this.truth.wrong.push(`${accountId} is planned over ${before.customerId}`);
    }
    if (plan.links.length === 0) return;
    const links = orderedBy(plan.links);
    this.#program.steps.push(`write ${[...links].map(([id, { to }]) => `${id}→${to.id}`).join(' ')}`);
    this.#occupy(links);
    const { fingerprint } = plan;
    await this.#operate(orderOf('write', this.truth.clock, links), () =>
      this.#program.came('write.start', { fingerprint, acceptWarnings: true }),
    );
  }

  async #create(): Promise<void> {
    const random = this.#random;
    const chosen = random.shuffle(this.#undecided()).slice(0, random.int(1, 3));
    if (chosen.length > 0) {
      const decisions = chosen.map((accountId) => ({
        accountId,
        kind: 'create-new' as const,
        customerId: null,
      }));
      const { refused } = await this.#program.call('review.decideMany', { by: 'list', decisions });
      const not = new Set(refused.map(({ accountId }) => accountId));
      for (const id of chosen) if (!not.has(id)) this.#toCreate.add(id);
    }
    const plan = await this.#program.call('create.plan', { in: 'quickbooks' });
    const ready = plan.records.filter(({ clash }) => clash === null);
    for (const { sourceId } of ready)
      if (!this.#toCreate.has(sourceId))
        this.truth.wrong.push(`${sourceId} is to be created, which nobody asked for`);
    if (ready.length === 0) return;
    const names = new Map(ready.map(({ name, sourceId }) => [name, sourceId]));
    this.#program.steps.push(`create ${[...names.values()].join(' ')}`);
    this.#program.busy = { accounts: [...names.values()], customers: [], names: [...names.keys()] };
    const { fingerprint } = plan;
    await this.#operate(orderOf('create', this.truth.clock, new Map(), names), () =>
      this.#program.came('create.start', { in: 'quickbooks', fingerprint, acceptWarnings: true }),
    );
  }

  async #undo(): Promise<void> {
    const runs = (await this.#program.call('runs.list', {})).filter(({ counts }) => (counts.done ?? 0) > 0);
    if (runs.length === 0) return await this.#write();
    const run = this.#random.pick(runs);
    const undone = this.truth.orders.get(run.id);
    const came = await this.#program.came('undo.plan', { runId: run.id });
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
    this.#program.steps.push(`undo run ${run.id} ${[...links.keys()].join(' ')}`);
    this.#occupy(links);
    await this.#operate(orderOf('undo', this.truth.clock, links), () =>
      this.#program.came('undo.start', { runId: run.id, fingerprint }),
    );
  }

  async #export(): Promise<void> {
    this.#program.steps.push('export');
    await this.#program.underFire();
    const came = await this.#program.came('sources.export', {});
    if (came !== killed && came.ok) this.truth.broughtUpToDate();
    await this.#program.recover(came);
  }

  #occupy(links: ReadonlyMap<string, Ordered>): void {
    this.#program.busy = {
      accounts: [...links.keys()],
      customers: [...links.values()].map(({ to }) => to.id).filter((id) => id !== ''),
      names: [],
    };
  }

  // How what was begun comes to its end

  async #operate(order: Order, start: () => Promise<Came<MethodName> | typeof killed>): Promise<void> {
    const former = new Set((await this.#program.call('runs.list', {})).map(({ id }) => id));
    if (this.#random.chance(0.15)) await this.#program.edit();
    await this.#program.underFire();
    this.truth.order = order;
    const came = await start();
    this.truth.order = null;
    await this.#program.recover(came);
    const run = (await this.#program.call('runs.list', {})).find(({ id }) => !former.has(id));
    if (run !== undefined) this.truth.orders.set(run.id, order);
    else if (order.written.size > 0 || order.created.size > 0)
      this.truth.wrong.push('something was done without a run');
    await this.#takeIn();
  }

  async #unfinished(): Promise<RunInfo | undefined> {
    const open = (counts: Readonly<Record<string, number>>, states: readonly string[]) =>
      states.some((state) => (counts[state] ?? 0) > 0);
    return (await this.#program.call('runs.list', {})).find(
      ({ counts, creations }) =>
        open(counts, ['planned', 'sent', 'unknown']) ||
        open(creations ?? {}, ['planned', 'sent', 'unknown', 'created']),
    );
  }

  /** Takes up what stopped until nothing is left; for the first few times under fire again. */
  async #bringToEnd(): Promise<void> {
    for (let attempt = 1; ; attempt += 1) {
      await this.#program.live();
      const run = await this.#unfinished();
      if (run === undefined) break;
      if (attempt > mostAttempts) {
        this.truth.wrong.push(`run ${run.id} does not come to its end: ${JSON.stringify(run)}`);
        break;
      }
      await this.#program.calm();
      if (attempt <= attemptsUnderFire) {
        if (this.#random.chance(0.2)) await this.#program.edit();
        await this.#program.underFire(attempt < attemptsUnderFire);
      }
      this.#program.steps.push(`resume run ${run.id}`);
      const runId = RunId.parse(run.id);
      this.truth.order = this.truth.orders.get(run.id) ?? null;
      const came =
        run.kind === 'create-customers'
          ? await this.#program.came('create.resume', { runId })
          : await this.#program.came('write.resume', {
              runId,
              acceptFirst: attempt > 1 || this.#random.chance(0.5),
            });
      this.truth.order = null;
      await this.#program.recover(came);
    }
    await this.#program.calm();
    await this.#takeIn();
  }

  /** Takes in what the journal says was done: the project is up to date with that, and what was undone is not wanted. */
  async #takeIn(): Promise<void> {
    for (const { id, kind } of await this.#program.call('runs.list', {})) {
      const entries = await this.#program.call('runs.journal', { runId: id });
      const done = entries.filter(({ state }) => state === 'done').map(({ accountId }) => accountId);
      this.truth.broughtUpToDate(done);
      if (kind === 'undo-links') for (const account of done) this.#wanted.delete(account);
    }
  }

  /** What failed is tried again as a person would, when nothing stands in the way any more. */
  async #retry(): Promise<void> {
    await this.#program.call('write.retryFailed', {});
    const plan = await this.#program.call('write.plan', {});
    if (plan.links.length === 0) return;
    const links = orderedBy(plan.links);
    this.#program.steps.push(`write again ${[...links.keys()].join(' ')}`);
    const order = orderOf('write', this.truth.clock, links);
    this.truth.order = order;
    const run = await this.#program.call('write.start', {
      fingerprint: plan.fingerprint,
      acceptWarnings: true,
    });
    this.truth.order = null;
    this.truth.orders.set(run.id, order);
  }

  async #check(): Promise<void> {
    const { practice } = this.#setting;
    for (const side of ['salesforce', 'quickbooks'] as const)
      this.truth.wrong.push(...this.truth.differencesFrom(side, await recordsOf(practice, side)));
    const runs = await this.#program.call('runs.list', {});
    const journals = new Map<number, MethodOutput<'runs.journal'>>();
    const creations = new Map<number, MethodOutput<'create.journal'>>();
    for (const { id, kind } of runs) {
      journals.set(id, await this.#program.call('runs.journal', { runId: id }));
      if (kind === 'create-customers')
        creations.set(id, await this.#program.call('create.journal', { runId: id }));
    }
    await this.#program.close();
    judge({
      truth: this.truth,
      journals,
      creations,
      project: this.#program.path,
      wanted: this.#wanted,
      hindered: this.#program.hindered,
    });
  }
}

function orderedBy(links: readonly PlannedLink[]): Map<string, Ordered> {
  return new Map(
    links.map(({ accountId, before, after }) => [
      accountId,
      { from: before.customerId, to: { id: after.customerId, token: after.syncToken } },
    ]),
  );
}
