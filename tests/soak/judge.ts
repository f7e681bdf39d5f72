import { openForReading } from '#app/project/index.ts';
import type { MethodOutput } from '#shared/contract.ts';
import type { Order, Truth } from './truth.ts';

/** What is held against the truth at the end of a run. */
export interface Claims {
  readonly truth: Truth;
  readonly journals: ReadonlyMap<number, MethodOutput<'runs.journal'>>;
  readonly creations: ReadonlyMap<number, MethodOutput<'create.journal'>>;
  /** The project file, closed. */
  readonly project: string;
  /** The customers that a person confirmed for accounts, and that were not undone. */
  readonly wanted: ReadonlyMap<string, string>;
  /** Accounts whose write a rule or a lock may have refused. */
  readonly hindered: ReadonlySet<string>;
}

/** Notes in the truth's `wrong` whatever the program claims and is not so, and whatever it did not do for no reason. */
export function judge(claims: Claims): void {
  for (const [run, entries] of claims.journals) {
    const order = claims.truth.orders.get(run);
    if (order === undefined) claims.truth.wrong.push(`run ${run} was never begun`);
    else for (const entry of entries) judgeLink(claims, run, order, entry);
  }
  for (const [run, entries] of claims.creations) {
    const order = claims.truth.orders.get(run);
    for (const entry of entries) if (order !== undefined) judgeCreation(claims, run, order, entry);
  }
  judgeProject(claims);
  for (const [account, customer] of claims.wanted) {
    if (isDisturbed(claims, account, customer) || claims.hindered.has(account)) continue;
    const now = claims.truth.link(account)?.id;
    if (now !== customer)
      claims.truth.wrong.push(`${account} carries “${now}”, and ${customer} was confirmed`);
  }
}

type Entry = MethodOutput<'runs.journal'>[number];

function judgeLink({ truth }: Claims, run: number, order: Order, entry: Entry): void {
  const { accountId, state, after, message } = entry;
  const writes = order.written.get(accountId) ?? [];
  const last = writes.at(-1);
  const wrong = (what: string) =>
    truth.wrong.push(`run ${run}: ${accountId} is ${state} “${message}”, ${what}`);
  switch (state) {
    case 'done':
      if (!truth.hasCarried(accountId, after.customerId, order.begun))
        wrong(`and never carried ${after.customerId}`);
      if (message === '' && last === undefined) wrong('and was not written');
      if (message.includes('already') && last !== undefined) wrong('and was written');
      return;
    case 'failed':
    case 'refused':
      if (last !== undefined && !truth.isEdited(accountId, last.at)) wrong('and was written');
      return;
    default:
      wrong('at the end');
  }
  if (writes.length > 1 && !truth.isEdited(accountId, writes[0]?.at)) wrong('and was written twice');
}

function judgeCreation(
  { truth }: Claims,
  run: number,
  order: Order,
  entry: MethodOutput<'create.journal'>[number],
): void {
  const { state, targetId, message } = entry;
  const accountId = entry.sourceId;
  const made = order.created.get(accountId) ?? '';
  const wrong = (what: string) =>
    truth.wrong.push(`run ${run}: the customer of ${accountId} is ${state} “${message}”, ${what}`);
  if (targetId !== made) wrong(`its id is “${targetId}”, and “${made}” was created`);
  if (state === 'linked' && !truth.hasCarried(accountId, made, order.begun)) wrong('and was never linked');
  if (state === 'planned' || state === 'sent' || state === 'unknown' || state === 'created')
    wrong('at the end');
}

/** Whether somebody else did anything that may stand in the way of a link. */
function isDisturbed({ truth }: Claims, account: string, customer: string): boolean {
  return (
    truth.isStale(account) ||
    truth.isEdited(account, 1) ||
    truth.isEdited(customer, 1) ||
    truth.accounts().some(({ Id, qime__QB_ID__c }) => Id !== account && qime__QB_ID__c === customer)
  );
}

/** The project has what it wrote last, unless somebody else changed it since. */
function judgeProject({ truth, journals, project }: Claims): void {
  const { records, close } = openForReading(project);
  try {
    const accounts = new Map(
      [...records.accountBatches()].flat().map((account) => [String(account.id), account]),
    );
    const customers = new Map(
      [...records.customerBatches()].flat().map((customer) => [String(customer.id), customer]),
    );
    const last = new Map<string, { readonly to: string; readonly at: number }>();
    for (const run of [...journals.keys()].sort((a, b) => a - b)) {
      const order = truth.orders.get(run);
      for (const { accountId, state, after } of journals.get(run) ?? []) {
        const at = order?.written.get(accountId)?.at(-1)?.at;
        if (state === 'done' && at !== undefined) last.set(accountId, { to: after.customerId, at });
      }
      for (const [, id] of order?.created ?? []) {
        if (!customers.has(id) && truth.customer(id) !== null && !truth.isEdited(id))
          truth.wrong.push(`the project has no customer ${id}, which it created`);
      }
    }
    for (const [id, { to, at }] of last) {
      if (truth.isEdited(id, at)) continue;
      const held = accounts.get(id)?.linkedCustomerId;
      if (held !== undefined && held !== to)
        truth.wrong.push(`the project says ${id} carries “${held}”, and it carries “${to}”`);
    }
  } finally {
    close();
  }
}
