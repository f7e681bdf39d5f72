import assert from 'node:assert/strict';
import type { JournalEntry, RunInfo } from '#shared/links.ts';
import { projectState } from './project-state.ts';
import type { Scenario } from './scenario.ts';
import { sentence, type World } from './world.ts';
import { confirmPairs, type PairToWrite } from './write-under.ts';

interface UndoFault {
  readonly fault: string;
  readonly outcome: string;
  /** How many links are written and undone; 200 go into one call. */
  readonly links: number;
  /** Lets the fault happen in the undo that follows. */
  arm(world: World, pairs: readonly PairToWrite[]): Promise<void>;
  /** Starts the undo; by default and waits for its end. */
  readonly start?: (world: World, run: RunInfo) => Promise<string>;
}

type Links = ReadonlyMap<string, string>;

/**
 * Writes so many links, lets the fault happen and undoes the run. Whatever comes of it, the journal says of each account
 * what is so in Salesforce, nobody's change is written over, and no account is written twice. An undo that stopped is taken
 * up again; what failed for a passing reason is undone once more.
 */
export function undoUnder({ fault, outcome, links, arm, start = undoOnce }: UndoFault): Scenario {
  return {
    fault,
    during: `Undo of ${links} links`,
    outcome,
    size: links > 100 ? 'calls' : 'few',
    async run(world) {
      const pairs = await confirmPairs(world, links);
      const before = await linksOf(world);
      const run = await writeAll(world);
      const writes = (await writesOf(world)).length;
      await arm(world, pairs);
      const edited = await linksOf(world);
      const words = [await start(world, run)];
      await world.assertStruck();
      await world.disarm();
      words.push(await carryOn(world, run));
      await assertUndone(world, { pairs, before, edited, writes });
      return words.filter((one) => one !== '').join(' ');
    },
  };
}

/** Writes the confirmed links, of which none may fail. */
export async function writeAll(world: World): Promise<RunInfo> {
  const { fingerprint, warnings, links } = await world.call('write.plan', {});
  const run = await world.call('write.start', { fingerprint, acceptWarnings: warnings.length > 0 });
  assert.equal(run.counts.done, links.length);
  return run;
}

/** Undoes a run as far as it goes; gives what the person is told. */
export async function undoOnce(world: World, { id }: RunInfo): Promise<string> {
  const { fingerprint } = await world.call('undo.plan', { runId: id });
  const result = await world.attempt('undo.start', { runId: id, fingerprint });
  return result.ok ? await told(world, result.value) : `Stops: “${sentence(result.error)}”`;
}

/** What an undo came to: how many accounts, and of those that are not restored the sentence that the person reads. */
async function told(world: World, { id, counts }: RunInfo): Promise<string> {
  const entries = await world.call('runs.journal', { runId: id });
  const parts = [`${counts.done} of ${entries.length} restored.`];
  for (const state of ['refused', 'failed'] satisfies JournalEntry['state'][]) {
    const messages = entries.filter((entry) => entry.state === state).map(({ message }) => `“${message}”`);
    if (messages.length > 0) parts.push(`${messages.length} ${state}: ${[...new Set(messages)].join(' ')}`);
  }
  return parts.join(' ');
}

/** Takes up what stopped, then undoes what failed once more. */
async function carryOn(world: World, run: RunInfo): Promise<string> {
  const words: string[] = [];
  const { unfinishedRun } = await world.call('undo.plan', { runId: run.id });
  if (unfinishedRun !== null) {
    words.push(
      `Taken up again: ${await told(world, await world.call('write.resume', { runId: unfinishedRun }))}`,
    );
  }
  const { restored } = await world.call('undo.plan', { runId: run.id });
  if (restored.length > 0) words.push(`Undone once more: ${await undoOnce(world, run)}`);
  return words.join(' ');
}

interface Truth {
  readonly pairs: readonly PairToWrite[];
  /** The accounts' ids before the run was written, and right before the undo. */
  readonly before: Links;
  readonly edited: Links;
  /** How many writes Salesforce had taken when the undo began. */
  readonly writes: number;
}

/** Makes sure that every account is as before the run or as somebody else left it, and that the project knows. */
async function assertUndone(world: World, { pairs, before, edited, writes }: Truth): Promise<void> {
  const now = await linksOf(world);
  const linked = new Map(pairs.map(({ accountId, customerId }) => [accountId, customerId]));
  for (const [id, link] of now) {
    const isOthers = edited.get(id) !== (linked.get(id) ?? before.get(id));
    assert.equal(link, isOthers ? edited.get(id) : before.get(id), id);
  }
  const project = projectState(world).accounts;
  const done = new Set<string>();
  for (const { id, kind } of await world.call('runs.list', {})) {
    if (kind !== 'undo-links') continue;
    for (const entry of await world.call('runs.journal', { runId: id })) {
      if (entry.state !== 'done') continue;
      done.add(entry.accountId);
      assert.equal(now.get(entry.accountId), entry.after.customerId, `${entry.accountId} is called done`);
      assert.equal(project.get(entry.accountId)?.linkedCustomerId, now.get(entry.accountId));
    }
  }
  // What was undone is not written again by itself.
  const again = (await world.call('write.plan', {})).links.filter(({ accountId }) => done.has(accountId));
  assert.deepEqual(again, []);
  const since = (await writesOf(world)).slice(writes);
  const written = since.map(({ id }) => id);
  assert.equal(new Set(written).size, written.length, 'an account was written twice');
}

async function linksOf(world: World): Promise<Links> {
  const accounts = await world.recordsOf('salesforce', 'Account');
  return new Map(accounts.map(({ Id, qime__QB_ID__c }) => [Id, String(qime__QB_ID__c ?? '')]));
}

async function writesOf(world: World) {
  const log = await world.logOf('salesforce');
  return log.filter(({ method, outcome }) => method === 'PATCH' && outcome === 'ok');
}
