import type { JournalOutcome, JournalRecord } from '#app/project/index.ts';
import type { CurrentLink } from '#app/sources/index.ts';
import type { AccountId } from '#shared/ids.ts';
import type { JournalState } from '#shared/journal-state.ts';
import { accountGone } from './link-run-kind.ts';
import { type LinkWork, outcome, takeDown, toTheEnd } from './link-work.ts';

/** Entries that are settled together. */
const most = 2_000;

/** Reads every record that was sent without an answer; `done` if the link is there, `planned` again if not. */
export async function settle(work: LinkWork, states: readonly JournalState[]): Promise<void> {
  const { run, ports, hooks } = work;
  for (;;) {
    const open = ports.journal.entriesIn(run, states, most);
    if (open.length === 0) return;
    // Settling is short and must not be cut off half way: stopping takes effect at the next chunk.
    const current = await ports.salesforce.readLinks(
      open.map(({ accountId }) => accountId),
      toTheEnd,
    );
    const outcomes = open.map((entry) => settled(entry, current.get(entry.accountId)));
    await takeDown(work, outcomes, open, current);
    hooks.progress('Settling what was sent without an answer', open.length, open.length);
  }
}

function settled(entry: JournalRecord, current: CurrentLink | undefined): JournalOutcome {
  if (current === undefined) return outcome(entry, 'refused', accountGone);
  const { customerId } = current.link;
  // By the id alone: the package itself may have moved the SyncToken on.
  if (customerId === entry.after.customerId) {
    return outcome(entry, 'done', 'Found written when settled by reading.');
  }
  if (customerId === entry.before.customerId) return outcome(entry, 'planned');
  return outcome(
    entry,
    'refused',
    `The account's QuickBooks id was changed in Salesforce; it carries ${customerId || 'no id'} now.`,
  );
}

const reported = 'Salesforce reported success';

/** Whether an entry failed although Salesforce told of a success, by what is said of it. */
export function wasReportedDone({ message }: Pick<JournalRecord, 'message'>): boolean {
  return message.startsWith(reported);
}

/** Reads back what Salesforce says it wrote and nobody has read since. */
export async function verify(work: LinkWork): Promise<void> {
  if (work.unverified.length === 0) return;
  const written = work.unverified;
  const ids = written.map(({ accountId }) => accountId);
  await takeDownVerified(work, written, await work.ports.salesforce.readLinks(ids, toTheEnd));
}

/** What was sent is done where it was read back; a link that is not there after all has failed. */
export async function takeDownVerified(
  work: LinkWork,
  written: readonly JournalRecord[],
  current: ReadonlyMap<AccountId, CurrentLink>,
): Promise<void> {
  const outcomes = written.map((entry) => {
    const link = current.get(entry.accountId)?.link;
    if (link?.customerId === entry.after.customerId) return outcome(entry, 'done');
    return outcome(
      entry,
      'failed',
      `${reported}, but the account carries ${link?.customerId || 'no id'} when read again.`,
    );
  });
  await takeDown(work, outcomes, written, current);
  const settledNow = new Set(written);
  work.unverified = work.unverified.filter((entry) => !settledNow.has(entry));
}
