import type { Removal, RemovalChange, RemovalStore } from '#app/project/index.ts';
import type { Hooks, QuickBooksClient } from '#app/sources/index.ts';
import { AppError } from '#shared/errors.ts';
import { type AccountId, CustomerId, type RunId } from '#shared/ids.ts';
import type { Customer } from '#shared/records.ts';
import { nothingWasWritten } from '../../nothing-was-written.ts';
import { sideBySide } from '../../side-by-side.ts';
import { refusalOf } from './made-customers.ts';

/** How often customers may get no answer before the undo stops and waits for the person. */
const patience = 3;

/** What making customers inactive or active again needs from the rest of the program. */
export interface ChangeCustomersPorts {
  readonly quickbooks: Pick<QuickBooksClient, 'readWhole' | 'setActive'>;
  readonly removals: RemovalStore;
  readonly now: () => Date;
  /** Whether the account's link was taken away, as the undo wanted; a customer of a link that stands stays active. */
  readonly isUnlinked: (account: AccountId) => boolean;
  /** Told of every customer that was changed, before the journal says so. */
  readonly onChanged: (customer: Customer) => void;
}

/**
 * Makes the customers of an undo inactive, or active again, each only while it has the SyncToken that it was left with, which
 * QuickBooks checks once more. What was sent and never answered is settled by reading. May be called again on an undo that
 * stopped anywhere. The faults that stop it are thrown after the journal is right.
 */
export async function changeCustomers(run: RunId, ports: ChangeCustomersPorts, hooks: Hooks): Promise<void> {
  const { removals } = ports;
  const total = removals.entries(run).length;
  for (let unanswered = 0; ; ) {
    const open = removals.entries(run).filter(({ state }) => ['planned', 'sent', 'unknown'].includes(state));
    hooks.progress('Changing customers in QuickBooks', total - open.length, total);
    if (open.length === 0 || hooks.signal.aborted) return;
    const ready = await settled(run, open, ports, hooks.signal);
    const error = await sendAll(run, ready, ports, hooks);
    unanswered = error === null ? 0 : unanswered + 1;
    if (error !== null && unanswered >= patience) throw error;
  }
}

/** Reads the customers; those that are so already, or must stay, get their outcome. Gives the rest. */
async function settled(
  run: RunId,
  open: readonly Removal[],
  { quickbooks, removals, isUnlinked, onChanged, now }: ChangeCustomersPorts,
  signal: AbortSignal,
): Promise<Removal[]> {
  const ids = open.map(({ recordId }) => CustomerId.parse(recordId));
  const customers = await quickbooks.readWhole(ids, signal);
  const changes: RemovalChange[] = [];
  const ready = open.filter(({ recordId, action, expected, state, accountId }) => {
    const customer = customers.get(CustomerId.parse(recordId));
    if (customer !== undefined && state !== 'planned' && isAsWanted(action, expected, customer)) {
      onChanged(customer);
      const message = 'Found done when settled by reading.';
      changes.push({ recordId, state: 'done', version: customer.syncToken, message });
      return false;
    }
    const message =
      action === 'deactivate' && !isUnlinked(accountId)
        ? 'Its account still carries its id, so it stays active.'
        : refusalOf(action, expected, customer);
    if (message !== null) changes.push({ recordId, state: 'refused', message });
    return message === null;
  });
  removals.record(run, changes, now());
  return ready;
}

/** Whether a customer that was sent without an answer is as this program wanted it: by its state and the next SyncToken. */
function isAsWanted(action: Removal['action'], expected: string, { active, syncToken }: Customer): boolean {
  return active === (action === 'reactivate') && Number(syncToken) === Number(expected) + 1;
}

/** Sends each by itself. Gives the error of one that got no answer, null where all did. */
async function sendAll(
  run: RunId,
  ready: readonly Removal[],
  ports: ChangeCustomersPorts,
  hooks: Hooks,
): Promise<AppError | null> {
  let stopping: AppError | null = null;
  let unanswered: AppError | null = null;
  const isOver = () => stopping !== null || hooks.signal.aborted;
  await sideBySide(ready, isOver, async (removal) => {
    const error = await sendOne(run, removal, ports, hooks);
    if (error === null) return;
    if (nothingWasWritten(error)) stopping = error;
    else unanswered = error;
  });
  if (stopping !== null) throw stopping;
  return unanswered;
}

/** Sends one; gives the error where that says nothing of this customer alone. */
async function sendOne(
  run: RunId,
  { recordId, action, expected, name }: Removal,
  { quickbooks, removals, onChanged, now }: ChangeCustomersPorts,
  hooks: Hooks,
): Promise<AppError | null> {
  const record = (change: Omit<RemovalChange, 'recordId'>) =>
    removals.record(run, [{ recordId, ...change }], now());
  const active = action === 'reactivate';
  record({ state: 'sent' });
  try {
    const customer = await quickbooks.setActive(
      // QuickBooks takes the name away from an inactive customer, so it is given back.
      { id: CustomerId.parse(recordId), syncToken: expected, active, displayName: active ? name : '' },
      hooks.signal,
      (seconds) => hooks.progress(`QuickBooks asks us to wait ${seconds} s`, 0, null),
    );
    onChanged(customer);
    record({ state: 'done', version: customer.syncToken });
    return null;
  } catch (thrown) {
    if (!(thrown instanceof AppError)) throw thrown;
    // What refuses the sign-in, before anything was sent, says nothing of this customer.
    if (thrown.code === 'service-refused' && thrown.data.sent !== 'no') {
      const serviceMessage = String(thrown.data.detail ?? '');
      record({ state: 'failed', message: sentenceFor(action, thrown), serviceMessage });
      return null;
    }
    record(nothingWasWritten(thrown) ? { state: 'planned' } : { state: 'unknown', message: thrown.message });
    return thrown;
  }
}

function sentenceFor(action: Removal['action'], { data }: AppError): string {
  const code = String(data.serviceCode ?? '');
  if (code === '5010') return 'It was changed in QuickBooks at the same moment, and stays as it is.';
  if (code === '6240')
    return 'Somebody else has its name in QuickBooks now. Make it active there, under another name.';
  return action === 'reactivate'
    ? 'QuickBooks did not make it active. Its own words say why.'
    : 'QuickBooks did not make it inactive. Its own words say why.';
}
