import type { JournalRecord } from '#app/project/index.ts';
import { AppError } from '#shared/errors.ts';
import type { AccountId } from '#shared/ids.ts';
import type { LinkWork } from './link-work.ts';
import { wasReportedDone } from './settle.ts';

type Entered = ReadonlyMap<AccountId, ReadonlyMap<string, string>>;

/** What people entered on the accounts of the first batch, as it is before it is sent; null where it cannot be read. */
export async function enteredOn(work: LinkWork, batch: readonly JournalRecord[]): Promise<Entered | null> {
  const { hooks, ports } = work;
  const ids = batch.map(({ accountId }) => accountId);
  return (await ports.salesforce.readEntered?.(ids, hooks.signal)) ?? null;
}

/**
 * Looks at what became of the first batch, once it was read back. Throws `write-first-batch` where none of it was
 * written, Salesforce told of a success that is not there, or another field than the link's changed with it.
 */
export async function refuseOddBatch(
  work: LinkWork,
  batch: readonly JournalRecord[],
  before: Entered | null,
): Promise<void> {
  const { ports, run } = work;
  const ids = new Set(batch.map(({ accountId }) => accountId));
  const became = ports.journal.entriesOf(run, [...ids]);
  const hold = (why: string): never => {
    throw new AppError('write-first-batch', { count: batch.length, why });
  };
  const done = became.filter(({ state }) => state === 'done');
  const problems = became.filter(({ state }) => state === 'failed' || state === 'refused');
  if (done.length === 0 && problems.length > 0) {
    const messages = new Set(
      problems.map(({ message, serviceMessage }) =>
        serviceMessage === '' ? message : `${message} Salesforce: ${serviceMessage.replace(/[.\s]*$/, '.')}`,
      ),
    );
    hold(`none of them was written. ${[...messages].join(' ')}`);
  }
  const missing = problems.find(wasReportedDone);
  if (missing !== undefined) hold(`${missing.accountName}: ${missing.message}`);
  if (before === null) return;
  const after = await enteredOn(work, batch);
  for (const { accountId, accountName } of done) {
    const fields = changed(before.get(accountId), after?.get(accountId));
    if (fields.length === 0) continue;
    hold(
      `with the link, ${fields.join(', ')} of ${accountName} changed, too. An automation of the organisation may do that, or somebody edits the account.`,
    );
  }
}

function changed(
  before: ReadonlyMap<string, string> | undefined,
  after: ReadonlyMap<string, string> | undefined,
): string[] {
  if (before === undefined || after === undefined) return [];
  return [...before].filter(([name, value]) => after.get(name) !== value).map(([name]) => name);
}
