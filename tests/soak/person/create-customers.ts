import { isReady } from '#shared/creating.ts';
import { orderOf } from '../truth/order.ts';
import type { Desk } from './desk.ts';
import { undecided } from './write.ts';

/** Has customers be created of some accounts. */
export async function createCustomers(desk: Desk): Promise<void> {
  const { random, truth, program, customersFor } = desk;
  const unlinked = undecided(desk).filter((id) => truth.link(id)?.id === '');
  const chosen = random.shuffle(unlinked).slice(0, random.int(1, 3));
  if (chosen.length > 0) {
    const decisions = chosen.map((accountId) => ({
      accountId,
      kind: 'create-new' as const,
      customerId: null,
    }));
    const { refused } = await program.call('review.decideMany', { by: 'list', decisions });
    const not = new Set(refused.map(({ accountId }) => accountId));
    for (const id of chosen) if (!not.has(id)) customersFor.add(id);
  }
  const plan = await program.call('create.plan', { in: 'quickbooks' });
  const ready = plan.records.filter(isReady);
  for (const { sourceId } of ready)
    if (!customersFor.has(sourceId))
      truth.isWrong(`a customer of ${sourceId} is to be created, which nobody asked for`);
  if (ready.length === 0) return;
  const names = new Map(ready.map(({ name, sourceId }) => [name, sourceId]));
  program.steps.push(`create customers of ${[...names.values()].join(' ')}`);
  program.busy = { accounts: [...names.values()], customers: [], names: [...names.keys()] };
  const { fingerprint } = plan;
  await desk.operate(orderOf('create-customers', truth.clock, { names }), () =>
    program.came('create.start', { in: 'quickbooks', fingerprint, acceptWarnings: true }),
  );
}
