import type { MethodOutput } from '#shared/contract.ts';
import type { Order } from '../truth/order.ts';
import type { Truth } from '../truth/truth.ts';

/** A customer that an undo was to make inactive, or active again. */
export function judgeRemoval(
  truth: Truth,
  run: number,
  order: Order,
  { recordId, state, message, action }: MethodOutput<'runs.removals'>[number],
): void {
  const ordered = order.activities.get(recordId);
  const isChanged = order.changed.has(recordId);
  const wrong = (what: string) =>
    truth.isWrong(`run ${run}: customer ${recordId} is ${state} “${message}”, ${what}`);
  if (ordered?.active !== (action === 'reactivate')) wrong(`and nobody asked to ${action} it`);
  switch (state) {
    case 'done':
      // Where somebody else did the same while no answer came, nobody can tell who did.
      if (!isChanged && !truth.isEdited(recordId, order.begun)) wrong('and was not changed');
      return;
    case 'failed':
      if (!order.refused.has(recordId)) wrong('and nobody refused it');
      break;
    case 'refused':
      if (!truth.isEdited(recordId) && !keepsItsLink(truth, order, recordId)) wrong('for no reason');
      break;
    default:
      wrong('at the end');
  }
  if (isChanged && !truth.isEdited(recordId)) wrong('and was changed');
}

/** Whether the account of a customer that was to be made inactive may carry its id still. */
function keepsItsLink(truth: Truth, order: Order, customer: string): boolean {
  const account = order.activities.get(customer)?.account ?? '';
  return truth.isEdited(account) || order.refused.has(account) || order.leftOut.has(account);
}
