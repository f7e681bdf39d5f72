import assert from 'node:assert/strict';
import { RunId } from '#shared/ids.ts';
import type { JournalEntry, RunInfo } from '#shared/links.ts';
import { projectState } from './project-state.ts';
import type { Scenario } from './scenario.ts';
import { sentence, type World } from './world.ts';

/** An account and the customer that it is linked to. */
export interface PairToWrite {
  readonly accountId: string;
  readonly customerId: string;
}

interface WriteFault {
  readonly fault: string;
  readonly outcome: string;
  /** How many links are written; 200 go into one call. */
  readonly links: number;
  /** Lets the fault happen in the write that follows. */
  arm(world: World, pairs: readonly PairToWrite[]): Promise<void>;
  readonly after?: (world: World) => Promise<string>;
  /** Whether the links go by bulk jobs, 30 to a job, and not by calls. */
  readonly byJobs?: boolean;
  /** The sign-in is lost: a new one is needed before it can go on. */
  readonly needsSignIn?: boolean;
}

/**
 * Confirms so many pairs, lets the fault happen and writes their links. Whatever comes of it, the journal says of each
 * link what is so in Salesforce, and no account is written twice. A run that stopped is taken up again; links that
 * failed for a passing reason are tried again.
 */
export function writeUnder(given: WriteFault): Scenario {
  const { fault, outcome, links, arm, after, byJobs = false, needsSignIn = false } = given;
  return {
    fault,
    during: `Write of ${links} links${byJobs ? ' by bulk jobs' : ''}`,
    outcome,
    size: links > 100 ? 'calls' : 'few',
    linkRuns: byJobs ? { collectionsUpTo: 20, job: 30 } : {},
    async run(world) {
      const pairs = await confirmPairs(world, links);
      await arm(world, pairs);
      const first = await firstAttempt(world);
      await world.assertStruck();
      const words = [first.words];
      const more = (await after?.(world)) ?? '';
      if (more !== '') words.push(more);
      await assertJournalIsTrue(world);
      if (needsSignIn) await world.signInAgain();
      words.push(await carryOn(world, first.failed));
      await assertJournalIsTrue(world);
      return words.filter((one) => one !== '').join(' ');
    },
  };
}

/** Confirms so many accounts that carry no id, each with a customer that no account carries. */
export async function confirmPairs(world: World, count: number): Promise<PairToWrite[]> {
  const { accounts, customers } = projectState(world);
  const taken = new Set([...accounts.values()].map(({ linkedCustomerId }) => linkedCustomerId));
  const free = [...customers.values()].filter(
    ({ id, active, parentId }) => active && parentId === '' && !taken.has(id),
  );
  const pairs = [...accounts.values()]
    .filter(({ linkedCustomerId }) => linkedCustomerId === '')
    .slice(0, count)
    .map(({ id }, index) => ({ accountId: id, customerId: free[index]?.id ?? '' }));
  assert.equal(pairs.length, count);
  const decisions = pairs.map((pair) => ({ ...pair, kind: 'confirm' as const }));
  const { decided } = await world.call('review.decideMany', { by: 'list', decisions });
  assert.equal(decided, count);
  return pairs;
}

/** What was told of an attempt, and how many of its links failed. */
export interface Told {
  readonly words: string;
  readonly failed: number;
}

async function firstAttempt(world: World): Promise<Told> {
  const { fingerprint, warnings } = await world.call('write.plan', {});
  const result = await world.attempt('write.start', { fingerprint, acceptWarnings: warnings.length > 0 });
  if (result.ok) return await told(world, result.value);
  return { words: `Stops: “${sentence(result.error)}”`, failed: 0 };
}

/** What a run came to: how many links, and of those that are not written the sentence that the person reads. */
export async function told(world: World, { id, counts, status, error }: RunInfo): Promise<Told> {
  const entries = await world.call('runs.journal', { runId: id });
  const sentences = (state: JournalEntry['state']) =>
    [...new Set(entries.filter((entry) => entry.state === state).map(({ message }) => `“${message}”`))].join(
      ' ',
    );
  const parts = [`${counts.done} of ${entries.length} written.`];
  if (status === 'held') parts.push(`Waits: “${error}”`);
  if ((counts.refused ?? 0) > 0) parts.push(`${counts.refused} refused: ${sentences('refused')}`);
  if ((counts.failed ?? 0) > 0) parts.push(`${counts.failed} failed: ${sentences('failed')}`);
  return { words: parts.join(' '), failed: counts.failed ?? 0 };
}

/** Takes up what stopped, and tries again what failed, as often as a person might. */
async function carryOn(world: World, failedBefore: number): Promise<string> {
  const words: string[] = [];
  let failed = failedBefore;
  const open = (await world.call('write.plan', {})).unfinishedRun;
  if (open !== null) {
    await world.disarm();
    const resumed = await told(world, await world.call('write.resume', { runId: open, acceptFirst: true }));
    words.push(`Taken up again: ${resumed.words}`);
    failed = resumed.failed;
  }
  while (failed > 0) {
    await world.call('write.retryFailed', {});
    const { fingerprint, warnings } = await world.call('write.plan', {});
    const run = await world.call('write.start', { fingerprint, acceptWarnings: warnings.length > 0 });
    const retried = await told(world, run);
    words.push(`Tried again: ${retried.words}`);
    failed = retried.failed;
  }
  return words.join(' ');
}

/** Makes sure that the journals tell the truth, and that nobody's link was written twice or over another's. */
export async function assertJournalIsTrue(world: World): Promise<void> {
  const there = new Map(
    (await world.recordsOf('salesforce', 'Account')).map((record) => [
      record.Id,
      record.qime__QB_ID__c ?? '',
    ]),
  );
  const done = new Set<string>();
  for (const { id } of await world.call('runs.list', {})) {
    for (const { accountId, state, after, before } of await world.call('runs.journal', {
      runId: RunId.parse(id),
    })) {
      if (state === 'done') {
        done.add(accountId);
        assert.equal(there.get(accountId), after.customerId, `${accountId} is called done`);
      }
      if (state === 'planned')
        assert.equal(there.get(accountId), before.customerId, `${accountId} is called planned`);
    }
  }
  const project = projectState(world).accounts;
  for (const id of done) assert.equal(project.get(id)?.linkedCustomerId, there.get(id));
  const writes = (await world.logOf('salesforce')).filter(
    ({ method, outcome }) => (method === 'PATCH' || method === 'BULK') && outcome === 'ok',
  );
  const written = writes.map(({ id }) => id);
  assert.equal(new Set(written).size, written.length, 'an account was written twice');
  for (const { changes } of writes) {
    const fields = Object.keys(changes).filter((name) => !/^(SystemModstamp|LastModified\w+)$/.test(name));
    assert.ok(
      fields.every((name) => /^qime__QB_(ID|SyncToken)__c$/.test(name)),
      fields.join(),
    );
  }
}
