import type { Hooks } from '#app/sources/index.ts';
import {
  changeCustomers,
  type MadeCustomer,
  type PreparedRemovals,
  preparedRemovals,
} from '#app/write/index.ts';
import { AppError } from '#shared/errors.ts';
import { type AccountId, CustomerId, type RunId } from '#shared/ids.ts';
import type { Session } from './session.ts';

/**
 * What undoing a run could do to the customers that it created, or that it made inactive or active itself, as they are in
 * QuickBooks now; null where it did neither. Where QuickBooks cannot be read all of them stay.
 */
export async function madeBy(
  session: Session,
  run: RunId,
  signal: AbortSignal,
): Promise<PreparedRemovals | null> {
  const { project } = session.open;
  const made = madeCustomers(session, run);
  if (made.length === 0) return null;
  const before = project.removals.entries(run)[0]?.action;
  const action = before === 'deactivate' ? 'reactivate' : 'deactivate';
  try {
    const ids = made.map(({ recordId }) => CustomerId.parse(recordId));
    return preparedRemovals(action, made, await session.connections.quickbooks.readWhole(ids, signal));
  } catch (error) {
    if (!(error instanceof AppError) || error.code === 'cancelled') throw error;
    return preparedRemovals(action, made, error.message);
  }
}

function madeCustomers({ open: { project, review } }: Session, run: RunId): MadeCustomer[] {
  if (project.creations.isRun(run)) {
    return project.creations
      .entries(run)
      .filter(({ customerId }) => customerId !== '')
      .map(({ customerId, fields, accountId, accountName, syncToken }) => ({
        recordId: customerId,
        name: fields.displayName,
        accountId,
        accountName,
        expected: syncToken,
      }));
  }
  return project.removals
    .entries(run)
    .filter(({ state }) => state === 'done')
    .map(({ recordId, name, accountId, version }) => ({
      recordId,
      name,
      accountId,
      accountName: review.ledger.accounts.get(accountId)?.name ?? accountId,
      expected: version,
    }));
}

/** Does to the customers of an undo what it is to do: they are made active before their links come back, inactive after. */
export async function changeMade(
  session: Session,
  run: RunId,
  when: 'before' | 'after',
  hooks: Hooks,
): Promise<'finished' | 'cancelled'> {
  const { project } = session.writable;
  const entries = project.removals.entries(run);
  const action = when === 'before' ? 'reactivate' : 'deactivate';
  if (!entries.some((entry) => entry.action === action)) return 'finished';
  await changeCustomers(
    run,
    {
      quickbooks: session.connections.quickbooks,
      removals: project.removals,
      now: session.now,
      isUnlinked: await unlinkedIn(session, run, hooks.signal),
      onChanged: (customer) => project.records.addCustomer(customer),
    },
    hooks,
  );
  const isOpen = project.removals
    .entries(run)
    .some(({ state }) => state === 'planned' || state === 'unknown');
  return isOpen ? 'cancelled' : 'finished';
}

/**
 * Whether an account no longer carries the id of the customer that was made for it. One without an entry in the journal was as
 * before the run already, or somebody else had given it the id: that is read.
 */
async function unlinkedIn(
  { writable: { project }, connections }: Session,
  run: RunId,
  signal: AbortSignal,
): Promise<(account: AccountId) => boolean> {
  const states = new Map(
    project.removals
      .entries(run)
      .map(({ accountId }) => [accountId, project.journal.entriesOf(run, [accountId])[0]?.state]),
  );
  const untold = project.removals.entries(run).filter(({ accountId }) => states.get(accountId) === undefined);
  const current = await connections.salesforce.readLinks(
    untold.map(({ accountId }) => accountId),
    signal,
  );
  const linked = new Set(
    untold
      .filter(({ accountId, recordId }) => current.get(accountId)?.link.customerId === recordId)
      .map(({ accountId }) => accountId),
  );
  return (account) => (states.get(account) ?? (linked.has(account) ? 'refused' : 'done')) === 'done';
}
