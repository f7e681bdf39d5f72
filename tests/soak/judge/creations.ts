import type { MethodOutput } from '#shared/contract.ts';
import type { Order } from '../truth/order.ts';
import type { Truth } from '../truth/truth.ts';

type Entry = MethodOutput<'create.journal'>[number];

const open: readonly Entry['state'][] = ['planned', 'sent', 'unknown', 'created'];

/** A customer that a run was to create of an account. */
export function judgeNewCustomer(truth: Truth, run: number, order: Order, entry: Entry): void {
  const { state, targetId, message, sourceId: account } = entry;
  const made = order.created.get(account)?.Id ?? '';
  const wrong = (what: string) =>
    truth.isWrong(`run ${run}: the customer of ${account} is ${state} “${message}”, ${what}`);
  if (targetId !== made) wrong(`its id is “${targetId}”, and “${made}” was created`);
  if (state === 'linked' && !truth.hasCarried(account, made, order.begun)) wrong('and was never linked');
  if (open.includes(state)) wrong('at the end');
  if (state === 'failed' && !order.refused.has(account)) wrong('and nobody refused it');
  const isDisturbed =
    truth.isEdited(account) ||
    (made !== '' && (truth.isEdited(made) || truth.hasAnotherCarried(account, made, order.begun)));
  if (state === 'refused' && !isDisturbed) wrong('for no reason');
}

/** An account that a run was to create of a customer. */
export function judgeNewAccount(truth: Truth, run: number, order: Order, entry: Entry): void {
  const { state, targetId, message, sourceId: customer } = entry;
  const made = order.made.get(customer) ?? [];
  const wrong = (what: string) =>
    truth.isWrong(`run ${run}: the account of ${customer} is ${state} “${message}”, ${what}`);
  if (targetId !== '' && !made.includes(targetId)) wrong(`it is ${targetId}, which was not created`);
  const lost = made.filter((id) => id !== targetId && !truth.isEdited(id));
  if (lost.length > 0) wrong(`and ${lost.join(', ')} was created`);
  if (state === 'linked' && !truth.hasCarried(targetId, customer, order.begun)) wrong('and was never linked');
  if (open.includes(state)) wrong('at the end');
  if (state === 'failed' && !order.refused.has(customer)) wrong('and nobody refused it');
  const isEdited = truth.isEdited(customer) || made.some((id) => truth.isEdited(id));
  if (state === 'refused' && !isEdited && !truth.hasAnotherCarried('', customer, order.begun))
    wrong('for no reason');
}
