import type { MethodOutput } from '#shared/contract.ts';
import type { Order } from '../truth/order.ts';
import type { Claims } from './claims.ts';

/** One line of a run's journal. */
export function judgeLink(
  { truth }: Claims,
  run: number,
  order: Order,
  entry: MethodOutput<'runs.journal'>[number],
): void {
  const { accountId, state, after, message } = entry;
  const writes = order.written.get(accountId) ?? [];
  const last = writes.at(-1);
  const wrong = (what: string) => truth.isWrong(`run ${run}: ${accountId} is ${state} “${message}”, ${what}`);
  switch (state) {
    case 'done':
      if (!truth.hasCarried(accountId, after.customerId, order.begun))
        wrong(`and never carried ${after.customerId}`);
      if (message === '' && last === undefined) wrong('and was not written');
      if (message.includes('already') && last !== undefined) wrong('and was written');
      break;
    case 'failed':
    case 'refused':
      if (last !== undefined && !truth.isEdited(accountId, last.at)) wrong('and was written');
      if (order.kind !== 'undo' && !hasReason(truth, order, entry)) wrong('for no reason');
      break;
    default:
      wrong('at the end');
  }
  if (writes.length > 1 && !truth.isEdited(accountId, writes[0]?.at)) wrong('and was written twice');
}

/** A link that was confirmed is written unless something stood in its way. */
export function judgeWanted(claims: Claims): void {
  const { truth, wanted, hindered } = claims;
  for (const [account, customer] of wanted) {
    if (isDisturbed(claims, account, customer) || hindered.has(account)) continue;
    const now = truth.link(account)?.id;
    if (now !== customer) truth.isWrong(`${account} carries “${now}”, and ${customer} was confirmed`);
  }
}

/** Whether a service or somebody else gave a reason for that a link is not there. */
function hasReason(
  truth: Claims['truth'],
  order: Order,
  { accountId, state, after }: MethodOutput<'runs.journal'>[number],
): boolean {
  if (truth.isEdited(accountId) || truth.isEdited(after.customerId)) return true;
  if (state === 'failed') return order.refused.has(accountId);
  return !truth.severalAccounts && truth.hasAnotherCarried(accountId, after.customerId, order.begun);
}

/** Whether anybody did anything that may stand in the way of a link. */
function isDisturbed({ truth }: Claims, account: string, customer: string): boolean {
  return (
    truth.isEdited(account) ||
    truth.isEdited(customer) ||
    (!truth.severalAccounts && truth.carriers(customer).some((other) => other !== account))
  );
}
