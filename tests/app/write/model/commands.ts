import fc from 'fast-check';
import type { RunId } from '#shared/ids.ts';
import type { Fault } from '../../../support/fake-services.ts';
import { accountId } from '../../../support/records.ts';
import type { Writing } from './writing.ts';

/** What ought to be so: who carries which id, and the runs with what they are to do. */
export interface Model {
  readonly links: Map<number, string>;
  /** How often each account was written. */
  readonly writes: Map<number, number>;
  readonly runs: {
    readonly from: Map<number, string>;
    readonly to: Map<number, string>;
    /** The place of the run that it undoes. */
    readonly undoes: number | null;
  }[];
  /** The writes whose links each account got, one over the other, the last one last; none where somebody else was at it. */
  readonly writers: Map<number, readonly number[]>;
  /** The run that is not at its end, by its place in `runs`. */
  open: number | null;
  /** Somebody else changed one of the accounts. */
  edited: boolean;
}

type Command = fc.AsyncCommand<Model, Writing, true>;

const command = (
  name: string,
  check: (model: Readonly<Model>) => boolean,
  run: (model: Model, writing: Writing) => Promise<void>,
): Command => ({
  check: async (model) => check(model),
  toString: () => name,
  async run(model, writing) {
    await run(model, writing);
    agree(model, writing);
  },
});

const numberOf = (run: number): RunId => (run + 1) as RunId;
const isOpen = ({ open }: Readonly<Model>) => open !== null;
const isAtRest = ({ open }: Readonly<Model>) => open === null;

/** What is done is there and was sent once; what is planned is not; nothing else was touched. */
function agree(model: Model, writing: Writing): void {
  const fail = (what: string) => {
    throw new Error(what);
  };
  if (writing.wrong.length > 0) fail(writing.wrong.join('; '));
  const run = model.open === null ? model.runs.length - 1 : model.open;
  const planned = model.runs[run];
  const states = planned === undefined ? new Map() : writing.states(numberOf(run));
  for (const [account, link] of model.links) {
    const state = states.get(accountId(account));
    const [from, to] = [planned?.from.get(account), planned?.to.get(account)];
    const now = writing.link(account);
    if (state === 'done' && !model.edited && now !== to) fail(`${account} is done and carries ${now}`);
    // An undo's journal tells of what it skips, too, which it has no business with.
    const isSkipped = from === undefined;
    if (state === 'planned' && !isSkipped && !model.edited && now !== from)
      fail(`${account} is planned and carries ${now}`);
    if ((state === undefined || isSkipped) && now !== link) fail(`${account} carries ${now}, not ${link}`);
  }
  if ((writing.open === null) !== (model.open === null)) fail(`the open run is ${writing.open}`);
}

/** What a run does in the end, and to the links of which write: an undo takes them away, the undo of an undo brings them back. */
function effectOf(model: Model, run: number): { readonly write: number; readonly links: boolean } {
  const undoes = model.runs[run]?.undoes ?? null;
  if (undoes === null) return { write: run, links: true };
  const { write, links } = effectOf(model, undoes);
  return { write, links: !links };
}

/** Of an account that a run changed, whose write its link is then. An undo takes away only what its own write gave. */
function noteWriter(model: Model, account: number, { write, links }: ReturnType<typeof effectOf>): void {
  const writers = model.writers.get(account) ?? [];
  if (!links && writers.at(-1) !== write) {
    throw new Error(`${account} was written by another run than the undone one`);
  }
  model.writers.set(account, links ? [...writers, write] : writers.slice(0, -1));
}

/** The model after a run has gone on: what it did is known from the services, and must be what was planned. */
function settleModel(model: Model, writing: Writing): void {
  const planned = model.runs[model.open ?? -1];
  if (planned === undefined) return;
  for (const [account, to] of planned.to) {
    const now = writing.link(account);
    const before = model.links.get(account) ?? '';
    const mayBe = before === planned.from.get(account) ? [before, to] : [before];
    if (!mayBe.includes(now)) throw new Error(`${account} carries ${now}, not ${mayBe.join(' or ')}`);
    if (now !== before) noteWriter(model, account, effectOf(model, model.open ?? -1));
    model.links.set(account, now);
    const writes = (model.writes.get(account) ?? 0) + (now === before ? 0 : 1);
    model.writes.set(account, writes);
    const seen = writing.services.writes.get(accountId(account)) ?? 0;
    if (seen !== writes) throw new Error(`${account} was written ${seen} times, not ${writes}`);
  }
  if (writing.open === null) model.open = null;
}

const goOn = async (model: Model, writing: Writing) => {
  if (model.open === null) return;
  await writing.goOn(numberOf(model.open));
  settleModel(model, writing);
};

function begin(
  model: Model,
  from: Map<number, string>,
  to: Map<number, string>,
  undoes: number | null = null,
): void {
  model.runs.push({ from, to, undoes });
  model.open = model.runs.length - 1;
}

const account = fc.integer({ min: 1, max: 3 });
const plan = fc.uniqueArray(account, { minLength: 1 }).chain((accounts) =>
  fc.boolean().map((second) =>
    command(`plan ${accounts}`, isAtRest, async (model, writing) => {
      const links = accounts.map((one) => [one, second ? one + 3 : one] as const);
      const from = new Map(accounts.map((one) => [one, model.links.get(one) ?? '']));
      writing.plan(links);
      begin(model, from, new Map(links.map(([one, customer]) => [one, String(customer)])));
    }),
  ),
);
const send = fc.constant(command('send', isOpen, goOn));
const answered = (name: string, fault: Fault) =>
  fc.integer({ min: 1, max: 3 }).map((times) =>
    command(`${name} ×${times}`, isOpen, async (model, writing) => {
      writing.services.faults.push(...Array<Fault>(times).fill(fault));
      await goOn(model, writing);
    }),
  );
const fail = account.map((one) =>
  command(`fail ${one}`, isOpen, async (model, writing) => {
    writing.services.lockedRows.add(accountId(one));
    await goOn(model, writing);
    writing.services.lockedRows.clear();
  }),
);
const refuse = fc.tuple(account, fc.constantFrom('77', '')).map(([one, id]) =>
  command(
    `refuse ${one}: somebody else gives it “${id}”`,
    () => true,
    async (model, writing) => {
      writing.services.touch(accountId(one), id);
      model.links.set(one, id);
      model.writers.set(one, []);
      model.edited = true;
    },
  ),
);
const crash = fc.integer({ min: 0, max: 12 }).map((after) =>
  command(`crash after ${after}, reopen`, isOpen, async (model, writing) => {
    writing.diesIn = after;
    await goOn(model, writing);
    writing.reopen();
  }),
);
const cancel = fc.integer({ min: 0, max: 6 }).map((after) =>
  command(`cancel after ${after}`, isOpen, async (model, writing) => {
    writing.stopsIn = after;
    await goOn(model, writing);
  }),
);
const retry = fc.constant(
  command('retry', isAtRest, async (model, writing) => {
    const last = model.runs.at(-1);
    if (last === undefined) return;
    const failed = [...writing.states(numberOf(model.runs.length - 1))].filter(
      ([, state]) => state === 'failed',
    );
    const again = [...last.to].filter(([one]) => failed.some(([id]) => id === accountId(one)));
    if (again.length === 0 || again.some(([, to]) => to === '')) return;
    writing.plan(again.map(([one, to]) => [one, Number(to)] as const));
    begin(model, new Map(again.map(([one]) => [one, model.links.get(one) ?? ''])), new Map(again));
  }),
);
const undo = fc.nat(9).map((number) =>
  command(
    `undo run ${number} of all, round and round`,
    (model) => isAtRest(model) && model.runs.length > 0,
    async (model, writing) => {
      const which = number % model.runs.length;
      const undone = model.runs[which];
      if (undone === undefined) return;
      const run = await writing.planUndo(numberOf(which));
      if (run === null) return;
      const told = writing.states(run);
      // What a later run wrote over is skipped.
      const restored = new Map(
        [...undone.to].filter(([one, to]) => told.has(accountId(one)) && model.links.get(one) === to),
      );
      const back = new Map([...restored].map(([one]) => [one, undone.from.get(one) ?? '']));
      begin(model, restored, back, which);
    },
  ),
);

/** What a run gave is taken away by somebody, and a later run gives it again: then it is the later run's alone. */
const again = fc.nat(9).map((number) =>
  command(
    `take away what run ${number} of all gave, round and round, and write it again`,
    (model) => isAtRest(model) && model.runs.length > 0,
    async (model, writing) => {
      const given = [...(model.runs[number % model.runs.length]?.to ?? [])].filter(
        ([one, to]) => writing.link(one) === to && to !== '',
      );
      if (given.length === 0) return;
      for (const [one] of given) {
        writing.services.touch(accountId(one), '');
        model.links.set(one, '');
        model.writers.set(one, []);
      }
      model.edited = true;
      writing.plan(given.map(([one, to]) => [one, Number(to)] as const));
      begin(model, new Map(given.map(([one]) => [one, ''])), new Map(given));
      await goOn(model, writing);
    },
  ),
);

/** Everything that a person and bad luck can do. */
export const commands = fc.commands(
  [
    plan,
    plan,
    send,
    send,
    send,
    answered('lose the answer', 'lost-after'),
    answered('lose the request', 'lost-before'),
    answered('sign-in gone', 'session'),
    fail,
    refuse,
    crash,
    crash,
    cancel,
    retry,
    again,
    again,
    undo,
    undo,
  ],
  // As long as they may be: what takes many steps to go wrong does not show in short ones.
  { maxCommands: 25, size: 'max' },
);
