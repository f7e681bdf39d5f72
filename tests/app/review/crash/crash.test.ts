import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { dirname } from 'node:path';
import { createInterface } from 'node:readline';
import { setImmediate } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import Database from 'better-sqlite3';
import { expect, onTestFinished, test } from 'vitest';
import { openProject } from '#app/project/index.ts';
import { pastBatches, Review } from '#app/review/index.ts';
import type { DecisionKind } from '#shared/decisions.ts';
import { aProject, aTime } from '../../../support/projects.ts';
import { aCustomer, accountId, anAccount, aPair, aProposal, customerId } from '../../../support/records.ts';
import { type Action, callOf, lineOf, PastModel } from './past-model.ts';

const decisions = 1_000;
const between = 100;
/** Actions that are on their way when the process is killed. */
const inFlight = 12;
const kinds: readonly DecisionKind[] = ['confirm', 'reject', 'skip', 'create-new', 'ignore'];

/** Numbers from 0 to 1 that are the same at every run (Lehmer's generator). */
function dice(): () => number {
  let state = 20_261_125;
  return () => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
}

/** The engine over the project in a process of its own. */
class DecidingProcess {
  readonly #child: ChildProcess;
  readonly #answers: { ok: boolean }[] = [];
  #heard: () => void = () => undefined;

  constructor(folder: string) {
    const entry = fileURLToPath(new URL('./deciding-process.ts', import.meta.url));
    this.#child = spawn(process.execPath, [entry, folder], {
      stdio: ['pipe', 'pipe', 'inherit'],
    });
    onTestFinished(() => void this.#child.kill('SIGKILL'));
    // What is written to a process that was killed comes to nothing, as it should.
    this.#child.stdin?.on('error', () => undefined);
    if (this.#child.stdout === null) throw new Error('the process has no output');
    createInterface({ input: this.#child.stdout }).on('line', (line) => {
      this.#answers.push(JSON.parse(line));
      this.#heard();
    });
  }

  send(call: { method: string; input: unknown }): void {
    this.#child.stdin?.write(`${JSON.stringify(call)}\n`);
  }

  /** Waits for the answer of this number, counted from 0, which is that of opening. */
  async answer(number: number): Promise<{ ok: boolean }> {
    for (;;) {
      const answer = this.#answers[number];
      if (answer !== undefined) return answer;
      await new Promise<void>((resolve) => {
        this.#heard = resolve;
      });
    }
  }

  /** Kills it as a power cut would; gives how many answers it has given in all. */
  async kill(): Promise<number> {
    const closed = once(this.#child, 'close');
    this.#child.kill('SIGKILL');
    await closed;
    return this.#answers.length;
  }
}

test('1,000 decisions with a crash every 100: none is lost that was answered, and the history is exact', async () => {
  const all = Array.from({ length: decisions + 2 * between }, (_, index) => index + 1);
  const project = aProject({
    accounts: all.map((n) => anAccount(n)),
    customers: all.map((n) => aCustomer(n)),
    proposals: all.map((n) => aProposal(n, [aPair(n, n, 0.99, 'certain')])),
  });
  const { path } = project;
  project.close();
  const roll = dice();
  let next = 0;
  const anAction = (): Action => {
    const chance = roll();
    if (chance < 0.12) return { do: 'undo' };
    if (chance < 0.2) return { do: 'redo' };
    next += 1;
    return { do: 'decide', n: next, kind: kinds[Math.floor(roll() * kinds.length)] ?? 'skip' };
  };

  let model = new PastModel();
  let crashes = 0;
  let unanswered = 0;
  let following = new DecidingProcess(dirname(path));
  while (model.lines.filter(({ type }) => type === 'decision').length < decisions) {
    const engine = following;
    engine.send({ method: 'project.open', input: { path } });
    expect(await engine.answer(0)).toMatchObject({ ok: true, value: { readOnly: false } });
    // It starts while this one works, so that the test waits for decisions and not for programs to start.
    following = new DecidingProcess(dirname(path));
    for (let turn = 1; turn <= between; turn++) {
      const action = anAction();
      engine.send(callOf(action));
      expect((await engine.answer(turn)).ok).toBe(model.act(action) !== null);
    }
    const surely = model.lines.length;
    const hurried = Array.from({ length: inFlight }, anAction);
    const wanted = hurried.map((action) => model.act(action));
    for (const action of hurried) engine.send(callOf(action));
    await engine.answer(between + 1 + Math.floor(roll() * 6));
    const answered = (await engine.kill()) - 1 - between;
    crashes += 1;

    // As another start finds it: everything answered, then perhaps what was done and could not be answered any more.
    const reopened = openProject(path);
    expect(reopened.readOnly).toBe(false);
    const found = reopened.decisions.entries().map(lineOf);
    const answeredLines = wanted.slice(0, answered).filter((line) => line !== null).length;
    expect(found.length).toBeGreaterThanOrEqual(surely + answeredLines);
    expect(found).toEqual(model.lines.slice(0, found.length));
    unanswered += inFlight - answered;
    model = PastModel.of(found);
    const past = pastBatches(new Review(reopened, 'tester', () => aTime), null, 5_000).batches;
    const inState = (state: string) =>
      past.filter((batch) => batch.state === state).map(({ batch }) => batch);
    expect(inState('done').reverse()).toEqual(model.done);
    expect(inState('undone')).toEqual(model.undone);
    reopened.close();
  }
  expect(crashes).toBeGreaterThanOrEqual(10);
  // Otherwise nothing was ever under way when it was killed.
  expect(unanswered).toBeGreaterThan(0);
}, 600_000);

test('a large batch that is cut off by a crash, at whatever line, is there as a whole or not at all', async () => {
  const all = Array.from({ length: 4_000 }, (_, index) => index + 1);
  const project = aProject({
    accounts: all.map((n) => anAccount(n)),
    customers: all.map((n) => aCustomer(n)),
    proposals: all.map((n) => aProposal(n, [aPair(n, n, 0.99, 'certain')])),
  });
  const { path } = project;
  project.close();
  const decisions = all.map((n) => ({ accountId: accountId(n), customerId: customerId(n), kind: 'reject' }));
  let cutOff = 0;
  for (let turn = 0; turn < 12 && cutOff < 3; turn++) {
    const engine = new DecidingProcess(dirname(path));
    engine.send({ method: 'project.open', input: { path } });
    expect(await engine.answer(0)).toMatchObject({ ok: true });
    engine.send({ method: 'review.decideMany', input: { by: 'list', decisions } });
    const reading = new Database(path, { readonly: true });
    const lines = reading.prepare('SELECT count(*) FROM decision_log').pluck();
    while (Number(lines.get()) <= turn * 300) await setImmediate();
    await engine.kill();
    const isCutOff = reading.prepare('SELECT count(*) FROM unfinished_batches').pluck().get() === 1;
    reading.close();
    if (isCutOff) cutOff += 1;

    const reopened = openProject(path);
    const found = reopened.decisions.entries().length;
    expect(found).toBe(isCutOff ? 0 : all.length);
    expect(new Review(reopened, 'tester', () => aTime).summary().states.rejected).toBe(found);
    reopened.close();
    if (!isCutOff) break;
  }
  // Otherwise it never was under way when it was killed.
  expect(cutOff).toBeGreaterThan(0);
}, 600_000);
