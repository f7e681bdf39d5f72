import assert from 'node:assert/strict';
import type { RunInfo } from '#shared/links.ts';
import { createdRun } from './create-under.ts';
import { projectState } from './project-state.ts';
import type { Scenario } from './scenario.ts';
import { sentence, type World } from './world.ts';

interface UndoFault {
  readonly fault: string;
  readonly outcome: string;
  /** Lets the fault happen in the undo that follows, to these customers. */
  arm(world: World, customers: readonly string[]): Promise<void>;
  readonly after?: (world: World) => Promise<string>;
  /** Whether the fault befalls the undo of that undo, which makes the customers active again. */
  readonly isUndone?: boolean;
}

/**
 * Creates six customers, lets the fault happen and undoes the run with its customers, or undoes that undo. Whatever comes of it, the journal says
 * of each customer what is so in QuickBooks, and none is inactive whose account still carries its id. An undo that stopped is
 * taken up again.
 */
export function undoCreatesUnder({ fault, outcome, arm, after, isUndone = false }: UndoFault): Scenario {
  return {
    fault,
    during: isUndone ? 'Undo of that undo' : 'Undo of a create of 6 customers',
    outcome,
    async run(world) {
      const created = await createdRun(world);
      const entries = await world.call('create.journal', { runId: created.id });
      const run = isUndone ? await undone(world, created.id) : created;
      await arm(
        world,
        entries.map(({ targetId }) => targetId),
      );
      const { fingerprint } = await world.call('undo.plan', { runId: run.id });
      const asked = { runId: run.id, fingerprint, made: 'change' } as const;
      const result = await world.attempt('undo.start', asked);
      const words = [result.ok ? await told(world, result.value) : `Stops: “${sentence(result.error)}”`];
      await world.assertStruck();
      const more = (await after?.(world)) ?? '';
      if (more !== '') words.push(more);
      await assertTrue(world);
      await world.disarm();
      const { unfinishedRun } = await world.call('undo.plan', { runId: run.id });
      if (unfinishedRun !== null) {
        const resumed = await world.call('write.resume', { runId: unfinishedRun });
        words.push(`Taken up again: ${await told(world, resumed)}`);
      }
      await assertTrue(world);
      return words.join(' ');
    },
  };
}

async function undone(world: World, runId: RunInfo['id']): Promise<RunInfo> {
  const { fingerprint } = await world.call('undo.plan', { runId });
  return await world.call('undo.start', { runId, fingerprint, made: 'change' });
}

async function told(world: World, { id, counts, removals }: RunInfo): Promise<string> {
  const entries = await world.call('runs.removals', { runId: id });
  const [links, customers] =
    entries[0]?.action === 'reactivate' ? ['written again', 'active again'] : ['taken away', 'inactive'];
  const parts = [`${counts.done} links ${links}, ${removals?.done ?? 0} customers made ${customers}.`];
  for (const state of ['refused', 'failed'] as const) {
    const concerned = entries.filter((entry) => entry.state === state);
    const sentences = [...new Set(concerned.map(({ message }) => `“${message}”`))];
    if (concerned.length > 0) parts.push(`${concerned.length} ${state}: ${sentences.join(' ')}`);
  }
  return parts.join(' ');
}

async function assertTrue(world: World): Promise<void> {
  const customers = new Map((await world.recordsOf('quickbooks', 'Customer')).map((one) => [one.Id, one]));
  const carried = new Set(
    (await world.recordsOf('salesforce', 'Account')).map(({ qime__QB_ID__c }) => qime__QB_ID__c),
  );
  const known = projectState(world);
  // The newest undo has the last word on each customer.
  const undo = (await world.call('runs.list', {})).find(({ removals }) => removals !== null);
  if (undo === undefined) return;
  for (const { action, recordId, state } of await world.call('runs.removals', { runId: undo.id })) {
    const wanted = action === 'reactivate';
    const active = customers.get(recordId)?.Active;
    if (carried.has(recordId)) assert.equal(active, true);
    if (state === 'done') {
      assert.equal(active, wanted);
      if (!wanted) assert.equal(carried.has(recordId), false);
      assert.equal(known.customers.get(recordId)?.active, wanted);
    }
    if (state === 'planned' || state === 'failed') assert.equal(active, !wanted);
  }
}
