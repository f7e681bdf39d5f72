import type { Removal } from '#app/project/index.ts';
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
  const toDeactivate = entries.filter((entry) => entry.action === 'deactivate');
  const linked = await stillLinked(session, run, toDeactivate, hooks.signal);
  await changeCustomers(
    run,
    {
      quickbooks: session.connections.quickbooks,
      removals: project.removals,
      now: session.now,
      isUnlinked: (account) => !linked.has(account),
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
 * The accounts that still carry the id of the customer that was made for them. One without an entry in the journal was as
 * before the run already, or somebody else had given it the id: that is read.
 */
async function stillLinked(
  { writable: { project }, connections }: Session,
  run: RunId,
  removals: readonly Removal[],
  signal: AbortSignal,
): Promise<ReadonlySet<AccountId>> {
  const accounts = removals.map(({ accountId }) => accountId);
  const told = new Map(
    project.journal.entriesOf(run, accounts).map(({ accountId, state }) => [accountId, state]),
  );
  const untold = accounts.filter((id) => !told.has(id));
  const current = await connections.salesforce.readLinks(untold, signal);
  const linked = removals.filter(({ accountId, recordId }) => {
    const state = told.get(accountId);
    return state === undefined ? current.get(accountId)?.link.customerId === recordId : state !== 'done';
  });
  return new Set(linked.map(({ accountId }) => accountId));
}
