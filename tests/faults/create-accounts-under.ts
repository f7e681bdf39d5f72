import assert from 'node:assert/strict';
import { CustomerId } from '#shared/ids.ts';
import type { RunInfo } from '#shared/links.ts';
import { projectState } from './project-state.ts';
import type { Scenario } from './scenario.ts';
import { sentence, type World } from './world.ts';

interface CreateFault {
  readonly fault: string;
  readonly outcome: string;
  /** How an administrator has set Account up. */
  readonly setup?: object;
  /** Lets the fault happen in the run that follows, to these customers. */
  arm(world: World, customers: readonly CustomerId[]): Promise<void>;
  readonly after?: (world: World) => Promise<string>;
}

/** So many accounts are created in each scenario. */
const accounts = 6;

/**
 * Decides of so many customers that an account is to be created, lets the fault happen and creates the accounts. Whatever
 * comes of it, the journal says of each what is so in Salesforce, no customer has two accounts by it, and no account that was
 * there was changed. A run that stopped is taken up again.
 */
export function createAccountsUnder({ fault, outcome, setup = {}, arm, after }: CreateFault): Scenario {
  return {
    fault,
    during: `Create of ${accounts} accounts`,
    outcome,
    async run(world) {
      await world.control('salesforce', 'setup', setup);
      const customers = await decideToCreate(world);
      const before = await world.recordsOf('salesforce', 'Account');
      await arm(world, customers);
      const words = [await firstAttempt(world)];
      await world.assertStruck();
      const more = (await after?.(world)) ?? '';
      if (more !== '') words.push(more);
      await assertJournalIsTrue(world, before.length);
      await world.disarm();
      const open = (await world.call('create.plan', { in: 'salesforce' })).unfinishedRun;
      if (open !== null) {
        words.push(
          `Taken up again: ${await told(world, await world.call('create.resume', { runId: open }))}`,
        );
      }
      await assertJournalIsTrue(world, before.length);
      return words.join(' ');
    },
  };
}

/** Customers to whom no account belongs, and of whose name there is none. */
async function decideToCreate(world: World): Promise<CustomerId[]> {
  const { accounts: there, customers } = projectState(world);
  const linked = new Set([...there.values()].map(({ linkedCustomerId }) => linkedCustomerId));
  const names = new Set([...there.values()].map(({ name }) => name.toLowerCase()));
  const alone = [...customers.values()].filter(
    ({ id, displayName, active, job }) =>
      active && !job && !linked.has(id) && !names.has(displayName.toLowerCase()),
  );
  const chosen = alone.slice(0, accounts).map(({ id }) => CustomerId.parse(id));
  assert.equal(chosen.length, accounts);
  await world.call('review.decideCustomers', {
    decisions: chosen.map((customerId) => ({ customerId, kind: 'create-new' as const })),
  });
  return chosen;
}

async function firstAttempt(world: World): Promise<string> {
  const { fingerprint } = await world.call('create.plan', { in: 'salesforce' });
  const result = await world.attempt('create.start', {
    in: 'salesforce',
    fingerprint,
    acceptWarnings: true,
  });
  return result.ok ? await told(world, result.value) : `Stops: “${sentence(result.error)}”`;
}

/** What a run came to: how many accounts, and of those that are not linked the sentence that the person reads. */
async function told(world: World, { id, creations }: RunInfo): Promise<string> {
  const entries = await world.call('create.journal', { runId: id });
  const parts = [`${creations?.linked ?? 0} of ${entries.length} created and linked.`];
  for (const state of ['created', 'refused', 'failed'] as const) {
    const concerned = entries.filter((entry) => entry.state === state);
    const sentences = [
      ...new Set(
        concerned.map(
          ({ message }) => `“${message.replace(/“[^”]*” \(\w+\)/, 'N').replace(/\b001\w+/, 'N')}”`,
        ),
      ),
    ];
    if (concerned.length > 0) parts.push(`${concerned.length} ${state}: ${sentences.join(' ')}`);
  }
  return parts.join(' ');
}

/** Makes sure that the journals tell the truth, that none was created twice, and that nothing that was there was changed. */
async function assertJournalIsTrue(world: World, accountsBefore: number): Promise<void> {
  const there = await world.recordsOf('salesforce', 'Account');
  const known = projectState(world);
  const log = await world.logOf('salesforce');
  const ours = log.filter(({ method, outcome }) => method === 'POST' && outcome === 'ok');
  const foreign = log.filter(({ method }) => method === 'PATCH');
  assert.deepEqual(foreign, [], 'an account that was there was written');
  const made = new Map(
    there.filter(({ Id }) => ours.some(({ id }) => id === Id)).map((account) => [account.Id, account]),
  );
  const byCustomer = Map.groupBy(made.values(), ({ qime__QB_ID__c }) => String(qime__QB_ID__c));
  for (const [id, records] of byCustomer) assert.equal(records.length, 1, `customer ${id} twice`);
  const runs = (await world.call('runs.list', {})).filter(({ kind }) => kind === 'create-accounts');
  for (const { id } of runs) {
    for (const { sourceId, state, targetId, name } of await world.call('create.journal', { runId: id })) {
      if (state !== 'linked') continue;
      assert.deepEqual(
        [made.get(targetId)?.qime__QB_ID__c, made.get(targetId)?.Name],
        [sourceId, name],
        'the journal says linked',
      );
      assert.equal(known.accounts.get(targetId)?.linkedCustomerId, sourceId);
    }
  }
  assert.ok(there.length <= accountsBefore + accounts + 2, `${there.length - accountsBefore} more`);
}
