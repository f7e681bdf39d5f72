import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { createEngine, type Engine } from '#app/engine.ts';
import type { PracticeCompany } from '#app/practice/index.ts';
import type { LinkRunLimits } from '#app/write/index.ts';
import type { MethodInput, MethodName, MethodOutput } from '#shared/contract.ts';
import type { Side } from '#shared/datasets.ts';
import type { ErrorReport } from '#shared/errors.ts';

const Record = z.looseObject({ Id: z.string() });
export type Record = z.infer<typeof Record>;
const Records = z.record(z.string(), z.array(Record));
const LogEntry = z.looseObject({
  method: z.string(),
  id: z.string().nullable(),
  outcome: z.string(),
  changes: z.record(z.string(), z.unknown()),
});
const Armed = z.array(z.looseObject({ matched: z.number(), rule: z.looseObject({ after: z.number() }) }));
const never = 1_000_000;
/** Nothing is slow here, so nothing is waited for long. */
const hasty: Partial<LinkRunLimits> = { pauses: [20, 50], lockPauses: [20, 50], polls: [5] };

/** What a call came to: a value, or the error that a person would see. */
export type Attempt<M extends MethodName> =
  | { readonly ok: true; readonly value: MethodOutput<M> }
  | { readonly ok: false; readonly error: ErrorReport };

/** The program with a new project, connected to a practice company over HTTP, and the means to make things go wrong. */
export class World implements AsyncDisposable {
  readonly practice: PracticeCompany;
  readonly path: string;
  readonly steps: string[] = [];
  readonly notices: string[] = [];
  readonly #folder = mkdtempSync(join(tmpdir(), 'counterpart-faults-'));
  readonly #linkRuns: Partial<LinkRunLimits>;
  #engine: Engine;

  private constructor(practice: PracticeCompany, linkRuns: Partial<LinkRunLimits> = {}) {
    this.practice = practice;
    this.#linkRuns = { ...hasty, ...linkRuns };
    this.path = join(this.#folder, 'project.counterpart');
    this.#engine = this.#start(practice.environment);
  }

  /** The file of a project that holds a first export of the practice company as at its beginning. */
  static async exported(practice: PracticeCompany): Promise<Uint8Array> {
    practice.reset();
    await using world = new World(practice);
    await world.call('project.create', { path: world.path });
    await world.call('sources.export', {});
    await world.call('project.close', {});
    return readFileSync(world.path);
  }

  /** A world over a practice company that is as at its beginning, with the project that was exported then. */
  static async begin(
    practice: PracticeCompany,
    exported: Uint8Array,
    linkRuns: Partial<LinkRunLimits> = {},
  ): Promise<World> {
    practice.reset();
    const world = new World(practice, linkRuns);
    writeFileSync(world.path, exported);
    await world.call('project.open', { path: world.path });
    return world;
  }

  #start(environment: PracticeCompany['environment']): Engine {
    const home = { projects: this.#folder, state: join(this.#folder, 'state') };
    const engine = createEngine({
      version: '1',
      home,
      author: 'tester',
      environment,
      linkRuns: this.#linkRuns,
    });
    engine.onEvent((event) => {
      if (event.name === 'progress') this.steps.push(event.payload.step);
      if (event.name === 'notice') this.notices.push(event.payload.message);
    });
    return engine;
  }

  async attempt<M extends MethodName>(method: M, input: MethodInput<M>): Promise<Attempt<M>> {
    return await this.#engine.call(method, input);
  }

  async call<M extends MethodName>(method: M, input: MethodInput<M>): Promise<MethodOutput<M>> {
    const result = await this.attempt(method, input);
    assert.ok(result.ok, result.ok ? '' : `${method}: ${result.error.code} ${result.error.message}`);
    return result.value;
  }

  /** Closes the program and starts it again on the same project, signed in anew, or at another company. */
  async signInAgain(environment = this.practice.environment): Promise<void> {
    await this.#engine.close();
    this.#engine = this.#start(environment);
    await this.call('project.open', { path: this.path });
  }

  /**
   * Starts the program again on the project file as it is on disk at this moment, as after a kill; `work` was under way and
   * comes to nothing.
   */
  async killed(work: Promise<unknown>): Promise<void> {
    const files = [this.path, `${this.path}-wal`];
    const onDisk = files.map((file) => readFileSync(file));
    await this.#engine.close();
    await work;
    for (const [at, file] of files.entries()) writeFileSync(file, new Uint8Array(onDisk[at] ?? []));
    rmSync(`${this.path}-shm`, { force: true });
    this.#engine = this.#start(this.practice.environment);
    await this.call('project.open', { path: this.path });
  }

  /** Asks the control of one side's stand-in. */
  async control(side: Side, path: string, body?: unknown): Promise<unknown> {
    const url = side === 'salesforce' ? this.practice.salesforceUrl : this.practice.quickbooksUrl;
    const response = await fetch(`${url}/practice/${path}`, {
      // Not compressed, which costs more than anything else that is asked here.
      headers: { 'x-practice': '1', 'content-type': 'application/json', 'accept-encoding': 'identity' },
      ...(body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) }),
    });
    const answer = await response.json();
    assert.ok(response.ok, JSON.stringify(answer));
    return answer;
  }

  async arm(side: Side, ...rules: readonly object[]): Promise<void> {
    await this.control(side, 'faults', rules);
  }

  async disarm(): Promise<void> {
    await this.arm('salesforce');
    await this.arm('quickbooks');
    await this.control('salesforce', 'limits', { daily: 1_000_000 });
    await this.control('quickbooks', 'limits', {});
  }

  /** How many occasions each armed rule has matched. */
  async matched(side: Side): Promise<number[]> {
    return Armed.parse(await this.control(side, 'faults')).map(({ matched }) => matched);
  }

  /** Makes sure that every fault that was armed has struck. */
  async assertStruck(): Promise<void> {
    for (const side of ['salesforce', 'quickbooks'] as const) {
      for (const { matched, rule } of Armed.parse(await this.control(side, 'faults'))) {
        assert.ok(rule.after === never || matched > rule.after, `never struck: ${JSON.stringify(rule)}`);
      }
    }
  }

  async recordsOf(
    side: Side,
    entity: 'Account' | 'Contact' | 'Customer' | 'Vendor' | 'Employee',
  ): Promise<Record[]> {
    const all = Records.parse(await this.control(side, 'records'))[entity] ?? [];
    return all.filter(({ IsDeleted }) => IsDeleted !== true);
  }

  async logOf(side: Side) {
    return z.array(LogEntry).parse(await this.control(side, 'log'));
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#engine.close();
    rmSync(this.#folder, { recursive: true, force: true });
  }
}

/** A rule that never strikes and counts how many requests go to a path. */
export function counting(pathIncludes: string): object {
  return { match: { pathIncludes }, after: never, fault: 'delay' };
}

/** An error's sentence without what differs from run to run. */
export function sentence({ message }: ErrorReport): string {
  return message.replaceAll(/http:\/\/127\.0\.0\.1:\d+/g, 'its address');
}

/** Makes sure that the person was told of a wait, however much of it was left then; gives the words for the outcome. */
export function toldOfWait(world: World): string {
  const told = world.steps.some((step) => /^QuickBooks asks us to wait [12] s$/.test(step));
  assert.ok(told, world.steps.join('; '));
  return waitTold;
}

export const waitTold = 'Told meanwhile: “QuickBooks asks us to wait 2 s”.';
