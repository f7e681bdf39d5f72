import { Random } from '#app/practice/company/random.ts';
import type { MethodName } from '#shared/contract.ts';
import type { Claims } from './judge/claims.ts';
import { judge } from './judge/judge.ts';
import type { Came } from './life.ts';
import { createAccounts, createWanted } from './person/create-accounts.ts';
import { createCustomers } from './person/create-customers.ts';
import type { Desk } from './person/desk.ts';
import { bringToEnd, takeIn } from './person/finish.ts';
import { undo, undoLast } from './person/undo.ts';
import { write, writeConfirmed } from './person/write.ts';
import { control, recordsOf } from './practice-records.ts';
import { killed, Program, type Setting } from './program.ts';
import type { Order } from './truth/order.ts';
import { Truth } from './truth/truth.ts';

/** What a run came to. Without `wrong` all was as it has to be. */
export interface Ending {
  readonly seed: number;
  readonly wrong: readonly string[];
  readonly steps: readonly string[];
  readonly kills: number;
  readonly troubles: number;
  readonly edits: number;
  /** Links that were written, of accounts that were there. */
  readonly writes: number;
  readonly customers: number;
  readonly accounts: number;
  /** Customers that undos made inactive, and active again. */
  readonly deactivated: number;
  readonly reactivated: number;
  /** Links that were taken out of held or stopped runs. */
  readonly leftOut: number;
  readonly jobs: number;
}

/** Undone, and that undone again. */
const mostUndoneAtOnce = 2;

/** One run: a company, a person's decisions, and everything that happens to what comes of them. */
export async function tell(setting: Setting): Promise<Ending> {
  const story = new Story(setting);
  try {
    await story.run();
  } catch (error) {
    story.truth.isWrong(`the run broke off: ${error instanceof Error ? error.stack : String(error)}`);
  } finally {
    await story.end();
  }
  return story.ending();
}

class Story implements Desk {
  readonly truth = new Truth();
  readonly random: Random;
  readonly program: Program;
  readonly wanted = new Map<string, string>();
  readonly confirmed = new Set<string>();
  readonly undone = new Set<string>();
  readonly customersFor = new Set<string>();
  readonly accountsFor = new Set<string>();
  readonly anyway = new Set<string>();
  readonly #setting: Setting;
  wantsAll = false;

  constructor(setting: Setting) {
    this.#setting = setting;
    this.random = new Random(setting.seed);
    this.program = new Program(setting, this.random, this.truth);
  }

  async run(): Promise<void> {
    const { truth, random, program } = this;
    const { practice } = this.#setting;
    practice.reset();
    for (const side of ['salesforce', 'quickbooks'] as const)
      truth.begins(side, await recordsOf(practice, side));
    await program.live();
    await this.#setUp();
    for (let left = random.pick(this.#setting.steps); left > 0; left -= 1) await this.#step();
    await program.calm();
    await bringToEnd(this);
    this.wantsAll = true;
    await program.call('write.retryFailed', {});
    await writeConfirmed(this, false);
    await bringToEnd(this);
    await createWanted(this, 0.5);
    await bringToEnd(this);
    judge(await this.#claims());
  }

  end(): Promise<void> {
    return this.program.end();
  }

  ending(): Ending {
    const { truth, program } = this;
    const orders = [...truth.orders.values()];
    const sum = (count: (order: Order) => number) => orders.reduce((all, order) => all + count(order), 0);
    const accounts = sum(({ made }) => [...made.values()].flat().length);
    const changed = (active: boolean) =>
      sum((order) => [...order.changed.values()].filter(({ Active }) => Active === active).length);
    return {
      seed: this.#setting.seed,
      wrong: truth.wrong,
      steps: program.steps,
      kills: program.kills,
      troubles: program.struck,
      edits: program.edits,
      writes: sum(({ written }) => [...written.values()].flat().length) - accounts,
      customers: sum(({ created }) => created.size),
      accounts,
      deactivated: changed(false),
      reactivated: changed(true),
      leftOut: sum(({ leftOut }) => leftOut.size),
      jobs: truth.jobs,
    };
  }

  async operate(order: Order, start: () => Promise<Came<MethodName> | typeof killed>): Promise<void> {
    const { truth, random, program } = this;
    const former = new Set((await program.call('runs.list', {})).map(({ id }) => id));
    if (!this.wantsAll) {
      if (random.chance(0.15)) await program.edit();
      await program.underFire();
    }
    truth.order = order;
    const came = await start();
    truth.order = null;
    await program.recover(came);
    const run = (await program.call('runs.list', {})).find(({ id }) => !former.has(id));
    if (run !== undefined) truth.orders.set(run.id, order);
    else if (order.written.size + order.created.size + order.made.size + order.changed.size > 0)
      truth.isWrong('something was done without a run');
    await takeIn(this);
  }

  /** How the organisation and the project are set up. */
  async #setUp(): Promise<void> {
    const { truth, random, program } = this;
    truth.severalAccounts = random.chance(0.25);
    if (truth.severalAccounts)
      await program.call('match.setPolicy', { subCustomers: true, severalAccounts: true });
    else if (random.chance(0.25)) {
      await control(this.#setting.practice, 'salesforce', 'setup', { uniqueIds: true });
      program.steps.push('ids are unique');
    }
    if (truth.severalAccounts) program.steps.push('a customer may have several accounts');
  }

  async #step(): Promise<void> {
    const { random, program } = this;
    await program.calm();
    await program.live();
    if (random.chance(0.2)) await program.edit();
    const step = random.weighted([
      [5, () => write(this)],
      [3, () => createCustomers(this)],
      [3, () => createAccounts(this)],
      [3, async () => void ((await undo(this)) || (await createCustomers(this)))],
      [1, () => this.#export()],
    ] as const);
    await step();
    await bringToEnd(this);
    for (let times = 0; times < mostUndoneAtOnce && (await undoLast(this)); times += 1)
      await bringToEnd(this);
  }

  async #export(): Promise<void> {
    const { truth, program } = this;
    program.steps.push('export');
    await program.underFire();
    const came = await program.came('sources.export', {});
    if (came !== killed && came.ok) truth.broughtUpToDate();
    await program.recover(came);
  }

  /** What the services and the project say in the end; closes the project. */
  async #claims(): Promise<Claims> {
    const { truth, program, wanted } = this;
    const { practice } = this.#setting;
    for (const side of ['salesforce', 'quickbooks'] as const)
      truth.wrong.push(...truth.differencesFrom(side, await recordsOf(practice, side)));
    const journals: Claims['journals'] = new Map();
    const creations: Claims['creations'] = new Map();
    const removals: Claims['removals'] = new Map();
    for (const { id, creations: created, removals: removed } of await program.call('runs.list', {})) {
      journals.set(id, await program.call('runs.journal', { runId: id }));
      if (created !== null) creations.set(id, await program.call('create.journal', { runId: id }));
      if (removed !== null) removals.set(id, await program.call('runs.removals', { runId: id }));
    }
    await program.close();
    const { path: project, hindered } = program;
    return { truth, journals, creations, removals, project, wanted, hindered };
  }
}
