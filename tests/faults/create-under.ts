import assert from 'node:assert/strict';
import { AccountId, type RunId } from '#shared/ids.ts';
import type { RunInfo } from '#shared/links.ts';
import { projectState } from './project-state.ts';
import type { Scenario } from './scenario.ts';
import { sentence, type World } from './world.ts';

interface CreateFault {
  readonly fault: string;
  readonly outcome: string;
  /** Lets the fault happen in the run that follows. */
  arm(world: World, accounts: readonly AccountId[]): Promise<void>;
  readonly after?: (world: World) => Promise<string>;
}

/** So many customers are created in each scenario. */
const customers = 6;

/**
 * Decides so many accounts to be created, lets the fault happen and creates their customers. Whatever comes of it, the
 * journal says of each what is so at both services, no account has two customers, and nobody's link is written over. A run
 * that stopped is taken up again.
 */
export function createUnder({ fault, outcome, arm, after }: CreateFault): Scenario {
  return {
    fault,
    during: `Create of ${customers} customers`,
    outcome,
    async run(world) {
      const accounts = await decideToCreate(world);
      const before = (await world.recordsOf('quickbooks', 'Customer')).length;
      await arm(world, accounts);
      const words = [await firstAttempt(world)];
      await world.assertStruck();
      const more = (await after?.(world)) ?? '';
      if (more !== '') words.push(more);
      await assertJournalIsTrue(world, before);
      await world.disarm();
      const open = (await world.call('create.plan', { in: 'quickbooks' })).unfinishedRun;
      if (open !== null) {
        words.push(
          `Taken up again: ${await told(world, await world.call('create.resume', { runId: open }))}`,
        );
      }
      await assertJournalIsTrue(world, before);
      return words.join(' ');
    },
  };
}

/** Decides so many accounts to be created and creates their customers, of which none may fail. */
export async function createdRun(world: World): Promise<RunInfo> {
  await decideToCreate(world);
  const { fingerprint } = await world.call('create.plan', { in: 'quickbooks' });
  const asked = { in: 'quickbooks', fingerprint, acceptWarnings: true } as const;
  const run = await world.call('create.start', asked);
  assert.equal(run.creations?.linked, customers);
  return run;
}

/** The name of a customer to be, as QuickBooks is sent it. */
export async function nameToBe(world: World, place: number): Promise<string> {
  const { records: planned } = await world.call('create.plan', { in: 'quickbooks' });
  return planned.filter(({ clash }) => clash === null)[place]?.fields.displayName ?? '';
}

/** Accounts of which each name is free, and that are not like a customer that is there. */
async function decideToCreate(world: World): Promise<AccountId[]> {
  const { accounts } = projectState(world);
  const free = [...accounts.values()].filter(({ linkedCustomerId }) => linkedCustomerId === '');
  const decide = (ids: readonly string[], kind: 'create-new' | 'skip') =>
    world.call('review.decideMany', {
      by: 'list',
      decisions: ids.map((id) => ({ accountId: AccountId.parse(id), kind, customerId: null })),
    });
  await decide(
    free.slice(0, 60).map(({ id }) => id),
    'create-new',
  );
  const { records: planned } = await world.call('create.plan', { in: 'quickbooks' });
  const ready = planned
    .filter(({ clash }) => clash === null)
    .map(({ sourceId }) => AccountId.parse(sourceId));
  const chosen = new Set(ready.slice(0, customers));
  assert.equal(chosen.size, customers);
  await decide(
    planned.map(({ sourceId }) => AccountId.parse(sourceId)).filter((id) => !chosen.has(id)),
    'skip',
  );
  return [...chosen];
}

async function firstAttempt(world: World): Promise<string> {
  const { fingerprint } = await world.call('create.plan', { in: 'quickbooks' });
  const result = await world.attempt('create.start', { fingerprint, in: 'quickbooks', acceptWarnings: true });
  return result.ok ? await told(world, result.value) : `Stops: “${sentence(result.error)}”`;
}

/** What a run came to: how many customers, and of those that are not linked the sentence that the person reads. */
async function told(world: World, { id, creations }: RunInfo): Promise<string> {
  const entries = await world.call('create.journal', { runId: id });
  const parts = [`${creations?.linked ?? 0} of ${entries.length} created and linked.`];
  for (const state of ['created', 'refused', 'failed'] as const) {
    const concerned = entries.filter((entry) => entry.state === state);
    const sentences = [
      ...new Set(concerned.map(({ message }) => `“${message.replace(/\b\d{3,}\b/g, 'N')}”`)),
    ];
    const word = state === 'created' ? 'created and not linked' : state;
    if (concerned.length > 0) parts.push(`${concerned.length} ${word}: ${sentences.join(' ')}`);
  }
  return parts.join(' ');
}

/** Makes sure that the journals tell the truth, that none was created twice, and that nobody's link was written over. */
async function assertJournalIsTrue(world: World, customersBefore: number): Promise<void> {
  const accounts = new Map(
    (await world.recordsOf('salesforce', 'Account')).map((record) => [
      record.Id,
      record.qime__QB_ID__c ?? '',
    ]),
  );
  const there = await world.recordsOf('quickbooks', 'Customer');
  const byName = Map.groupBy(there, ({ DisplayName }) => String(DisplayName).toLowerCase());
  const known = projectState(world);
  const runs = (await world.call('runs.list', {})).filter(({ kind }) => kind === 'create-customers');
  let unsure = 0;
  let made = 0;
  for (const { id } of runs) {
    for (const entry of await world.call('create.journal', { runId: id as RunId })) {
      const { sourceId: accountId, state, targetId: customerId, name } = entry;
      assert.ok((byName.get(name.toLowerCase()) ?? []).length <= 1, `${name} twice`);
      if (customerId !== '') {
        made += 1;
        assert.ok(there.some(({ Id, DisplayName }) => Id === customerId && DisplayName === name));
        assert.equal(known.customers.get(customerId)?.displayName, name);
      } else if (state === 'unknown' || state === 'sent') unsure += 1;
      if (state === 'linked') {
        assert.equal(accounts.get(accountId), customerId);
        assert.equal(known.accounts.get(accountId)?.linkedCustomerId, customerId);
      }
      if (state === 'planned' || state === 'failed') assert.equal(accounts.get(accountId), '');
    }
  }
  const more = there.length - customersBefore;
  assert.ok(more >= made && more <= made + unsure, `${more} more, of which ${made} are known`);
  const writes = (await world.logOf('salesforce')).filter(
    ({ method, outcome }) => method === 'PATCH' && outcome === 'ok',
  );
  assert.equal(new Set(writes.map(({ id }) => id)).size, writes.length, 'an account was written twice');
}
