import { createAnyway, isReady, type PlannedRecord } from '#shared/creating.ts';
import { CustomerId } from '#shared/ids.ts';
import { killed } from '../program.ts';
import { type NewAccount, orderOf } from '../truth/order.ts';
import type { Desk } from './desk.ts';

/** Has accounts be created of some customers. */
export async function createAccounts(desk: Desk): Promise<void> {
  await decide(desk);
  await createWanted(desk, 0.4);
}

/** Has the accounts be created that were asked for; of some that a duplicate rule refused, so many, anyway. */
export async function createWanted(desk: Desk, shareAnyway: number): Promise<void> {
  const { random, truth, program, anyway, accountsFor } = desk;
  if (accountsFor.size === 0) return;
  let plan = await program.call('create.plan', { in: 'salesforce' });
  const before = anyway.size;
  for (const { sourceId, duplicateRule } of plan.records) {
    // A person may say so before the rule said anything, too.
    const share = duplicateRule === 'refused' ? shareAnyway : shareAnyway / 4;
    if (duplicateRule === 'overruled' || !random.chance(share)) continue;
    await program.call('create.edit', { in: 'salesforce', sourceId, field: createAnyway, value: 'yes' });
    anyway.add(sourceId);
  }
  if (anyway.size > before) plan = await program.call('create.plan', { in: 'salesforce' });
  for (const record of plan.records) judgePlanned(desk, record);
  const ready = plan.records.filter(isReady);
  if (ready.length === 0) return;
  const accounts = new Map<string, NewAccount>(
    ready.map(({ sourceId, fields }) => [sourceId, { fields, overrules: anyway.has(sourceId) }]),
  );
  for (const id of accounts.keys())
    if (!accountsFor.has(id)) truth.isWrong(`an account of ${id} is to be created, which nobody asked for`);
  program.steps.push(
    `create accounts of ${[...accounts].map(([id, { overrules }]) => `${id}${overrules ? ' anyway' : ''}`).join(', ')}`,
  );
  program.busy = {
    accounts: [],
    customers: [...accounts.keys()],
    names: ready.map(({ name }) => name),
    likely: ['take', 'note', 'namesake', 'unlink', 'merge-customers'],
  };
  const { fingerprint } = plan;
  await desk.operate(orderOf('create-accounts', truth.clock, { accounts }), () =>
    program.came('create.start', { in: 'salesforce', fingerprint, acceptWarnings: true }),
  );
}

async function decide({ random, truth, program, wanted, accountsFor }: Desk): Promise<void> {
  const confirmed = new Set(wanted.values());
  const free = truth
    .customers()
    .filter(({ Id }) => truth.carriers(Id).length === 0 && !confirmed.has(Id) && !accountsFor.has(Id))
    .filter(({ Active }) => Active === true || random.chance(0.2));
  for (const { Id } of random.shuffle(free).slice(0, random.int(1, 3))) {
    const decisions = [{ customerId: CustomerId.parse(Id), kind: 'create-new' as const }];
    const came = await program.came('review.decideCustomers', { decisions });
    // The project may not know yet what somebody else did to it.
    if (came !== killed && came.ok) accountsFor.add(Id);
    else if (came === killed || (!truth.isEdited(Id) && !truth.hasAnotherCarried('', Id, -1)))
      truth.isWrong(`an account of ${Id} cannot be asked for: ${JSON.stringify(came)}`);
  }
}

function judgePlanned({ truth, anyway }: Desk, { sourceId, duplicateRule }: PlannedRecord): void {
  if ((duplicateRule === 'overruled') !== anyway.has(sourceId))
    truth.isWrong(`the account of ${sourceId} is planned as if the duplicate rule were ${duplicateRule}`);
}
