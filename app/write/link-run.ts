import type { Journal, JournalOutcome, JournalRecord, SeenBefore } from '#app/project/index.ts';
import type { CurrentLink, Hooks, SalesforceClient, WriteOutcome } from '#app/sources/index.ts';
import { AppError } from '#shared/errors.ts';
import type { AccountId, RunId } from '#shared/ids.ts';
import type { RunStatus } from '#shared/links.ts';
import { accountGone, type Judge, type LinkRunKind } from './link-run-kind.ts';

/** The most records one Collections call takes (wire limit), and so the size of a chunk. */
const chunkSize = 200;
/** How often a chunk may get no answer before the run stops and waits for the person. */
const patience = 3;

/** What every run of links needs from the rest of the program. */
export interface LinkRunPorts {
  readonly salesforce: Pick<SalesforceClient, 'readLinks' | 'writeLinks'>;
  readonly journal: Journal;
  readonly now: () => Date;
  /** Told of every account that is as the run wants it for sure, as re-read, before the journal says so. */
  readonly onWritten: (link: JournalRecord, current: CurrentLink) => void;
}

/**
 * Takes a run to its end: settles what was sent and never answered, then chunk by chunk re-reads, refuses what
 * changed by the verdict of its kind, journals, sends `after` over `before`, and verifies by re-reading. May be called
 * again on a run that stopped anywhere; what is done is not sent again. Gives how it ended; the faults that stop it are
 * thrown after the journal is right.
 */
export async function runLinks(
  run: RunId,
  kind: LinkRunKind,
  ports: LinkRunPorts,
  hooks: Hooks,
): Promise<RunStatus> {
  const { journal } = ports;
  const total = journal.entries(run).length;
  let unanswered = 0;
  for (;;) {
    await settle(run, ports, hooks);
    const planned = journal.entries(run).filter((entry) => entry.state === 'planned');
    hooks.progress(kind.step, total - planned.length, total);
    if (planned.length === 0) return 'finished';
    if (hooks.signal.aborted) return 'cancelled';
    const error = await writeChunk(run, planned.slice(0, chunkSize), kind, ports, hooks);
    if (error === null) {
      unanswered = 0;
      continue;
    }
    unanswered += 1;
    if (unanswered >= patience) throw error;
  }
}

/** Reads every record that was sent without an answer; `done` if the link is there, `planned` again if not. */
async function settle(run: RunId, ports: LinkRunPorts, hooks: Hooks): Promise<void> {
  const { journal, salesforce } = ports;
  const open = journal.entries(run).filter((entry) => entry.state === 'sent' || entry.state === 'unknown');
  if (open.length === 0) return;
  const current = await salesforce.readLinks(
    open.map((entry) => entry.accountId),
    // Settling is short and must not be cut off half way: stopping takes effect at the next chunk.
    new AbortController().signal,
  );
  const outcomes = open.map((entry) => settled(entry, current.get(entry.accountId)));
  tellWritten(open, outcomes, current, ports);
  journal.record(run, outcomes, ports.now());
  hooks.progress('Settling what was sent without an answer', open.length, open.length);
}

function settled(entry: JournalRecord, current: CurrentLink | undefined): JournalOutcome {
  if (current === undefined) {
    return outcome(entry, 'refused', accountGone);
  }
  // By the id alone: the package itself may have moved the SyncToken on.
  if (current.link.customerId === entry.after.customerId)
    return outcome(entry, 'done', 'Found written when settled by reading.');
  if (current.link.customerId === entry.before.customerId) return outcome(entry, 'planned', '');
  return outcome(
    entry,
    'refused',
    `The account's QuickBooks id was changed in Salesforce; it carries ${current.link.customerId || 'no id'} now.`,
  );
}

/**
 * Writes one chunk. Gives the error when Salesforce did not answer for all of it (what it did not answer for is
 * `unknown` then), null when it did. A link is `done` only once it was read back: until then its entry is `sent`.
 */
async function writeChunk(
  run: RunId,
  chunk: readonly JournalRecord[],
  kind: LinkRunKind,
  ports: LinkRunPorts,
  hooks: Hooks,
): Promise<AppError | null> {
  const { journal, now } = ports;
  const ready = await refuseWhatChanged(run, chunk, kind, ports, hooks);
  if (ready.length === 0) return null;
  const record = (entries: readonly JournalRecord[], state: JournalOutcome['state'], message: string) =>
    journal.record(
      run,
      entries.map((entry) => outcome(entry, state, message)),
      now(),
    );
  record(ready, 'sent', '');
  let answers: WriteOutcome[];
  try {
    answers = await ports.salesforce.writeLinks(
      ready.map(({ accountId, after }) => ({ accountId, link: after })),
      // A call that writes is never cut off: its answer is worth more than the second it takes.
      new AbortController().signal,
    );
  } catch (thrown) {
    if (!(thrown instanceof AppError)) throw thrown;
    const unsent = nothingWasWritten(thrown);
    record(ready, unsent ? 'planned' : 'unknown', unsent ? '' : thrown.message);
    if (unsent) throw thrown;
    return thrown;
  }

  const failed = ready.flatMap((entry, index): JournalOutcome[] => {
    const answer = answers[index];
    if (answer?.kind !== 'failed') return [];
    return [{ ...outcome(entry, 'failed', answer.message), serviceMessage: answer.serviceMessage }];
  });
  journal.record(run, failed, now());
  await verify(
    run,
    ready.filter((_entry, index) => answers[index]?.kind === 'done'),
    ports,
  );
  const unanswered = ready.slice(answers.length);
  if (unanswered.length === 0) return null;
  record(unanswered, 'unknown', 'Salesforce gave no outcome for this account.');
  return new AppError('service-answer', { service: 'Salesforce', detail: 'outcomes are missing' });
}

/** Reads a chunk's accounts again; what is not to be written gets its outcome. Gives what is. */
async function refuseWhatChanged(
  run: RunId,
  chunk: readonly JournalRecord[],
  kind: LinkRunKind,
  ports: LinkRunPorts,
  hooks: Hooks,
): Promise<JournalRecord[]> {
  const { journal, salesforce, now } = ports;
  const ids = chunk.map((entry) => entry.accountId);
  const [accounts, judge] = await Promise.all([
    salesforce.readLinks(ids, hooks.signal),
    kind.prepare(chunk, hooks),
  ]);
  const { ready, outcomes } = judged(chunk, accounts, judge, kind);
  journal.noteBefore(run, seenBefore(chunk, ready, outcomes, accounts));
  tellWritten(chunk, outcomes, accounts, ports);
  journal.record(run, outcomes, now());
  return ready;
}

function judged(
  chunk: readonly JournalRecord[],
  accounts: ReadonlyMap<AccountId, CurrentLink>,
  judge: Judge,
  { already }: LinkRunKind,
): { readonly ready: JournalRecord[]; readonly outcomes: JournalOutcome[] } {
  const ready: JournalRecord[] = [];
  const outcomes: JournalOutcome[] = [];
  for (const entry of chunk) {
    const verdict = judge(entry, accounts.get(entry.accountId), ready);
    if (verdict.kind === 'write') ready.push(entry);
    else if (verdict.kind === 'already') outcomes.push(outcome(entry, 'done', already));
    else outcomes.push(outcome(entry, 'refused', verdict.message));
  }
  return { ready, outcomes };
}

/** What the accounts that are written, or need not be, carry now: that, and no older reading, is what an undo restores. */
function seenBefore(
  chunk: readonly JournalRecord[],
  ready: readonly JournalRecord[],
  outcomes: readonly JournalOutcome[],
  accounts: ReadonlyMap<AccountId, CurrentLink>,
): SeenBefore[] {
  const seen = new Set([...ready, ...outcomes.filter(({ state }) => state === 'done')].map(accountOf));
  return chunk.flatMap(({ accountId }) => {
    const before = accounts.get(accountId)?.link;
    return seen.has(accountId) && before !== undefined ? [{ accountId, before }] : [];
  });
}

const accountOf = ({ accountId }: { readonly accountId: AccountId }) => accountId;

/** Reads back what Salesforce says it wrote; a link that is not there after all becomes `failed`. */
async function verify(run: RunId, written: readonly JournalRecord[], ports: LinkRunPorts): Promise<void> {
  if (written.length === 0) return;
  const current = await ports.salesforce.readLinks(
    written.map((entry) => entry.accountId),
    new AbortController().signal,
  );
  const verified = written.map((entry) => {
    const link = current.get(entry.accountId)?.link;
    if (link?.customerId === entry.after.customerId) return outcome(entry, 'done', '');
    return outcome(
      entry,
      'failed',
      `Salesforce reported success, but the account carries ${link?.customerId || 'no id'} when read again.`,
    );
  });
  tellWritten(written, verified, current, ports);
  ports.journal.record(run, verified, ports.now());
}

function tellWritten(
  entries: readonly JournalRecord[],
  outcomes: readonly JournalOutcome[],
  current: ReadonlyMap<AccountId, CurrentLink>,
  ports: LinkRunPorts,
): void {
  const done = new Set(outcomes.filter(({ state }) => state === 'done').map(({ accountId }) => accountId));
  for (const entry of entries) {
    const now = current.get(entry.accountId);
    if (done.has(entry.accountId) && now !== undefined) ports.onWritten(entry, now);
  }
}

/** Whether an error of `writeLinks` means for sure that no record was changed (see SalesforceClient). */
function nothingWasWritten(error: AppError): boolean {
  const answered = ['service-session', 'service-limit', 'service-refused', 'package-field-read-only'];
  return answered.includes(error.code) || error.data.sent === 'no';
}

function outcome(entry: JournalRecord, state: JournalOutcome['state'], message: string): JournalOutcome {
  return { accountId: entry.accountId, state, message, serviceMessage: '' };
}
