import { setImmediate, setTimeout } from 'node:timers/promises';
import type { Journal, JournalOutcome, JournalRecord } from '#app/project/index.ts';
import type { CurrentLink, Hooks, SalesforceClient } from '#app/sources/index.ts';
import { AppError } from '#shared/errors.ts';
import type { AccountId, RunId } from '#shared/ids.ts';
import type { LinkRunKind } from './link-run-kind.ts';
import { type LinkRunLimits, usualLimits } from './link-run-limits.ts';
import { nothingWasWritten } from './nothing-was-written.ts';

/** What every run of links needs from the rest of the program. */
export interface LinkRunPorts {
  /** Without `bulk` nothing goes by jobs; without `readEntered` the first links are looked at by their ids alone. */
  readonly salesforce: Pick<SalesforceClient, 'readLinks' | 'writeLinks'> &
    Partial<Pick<SalesforceClient, 'readEntered' | 'bulk'>>;
  readonly journal: Journal;
  readonly now: () => Date;
  /** Told of every account that is as the run wants it for sure, as re-read, before the journal says so. */
  readonly onWritten: (link: JournalRecord, current: CurrentLink) => void;
  readonly limits?: Partial<LinkRunLimits>;
}

/** A run of links that is under way. */
export interface LinkWork {
  readonly run: RunId;
  readonly kind: LinkRunKind;
  readonly ports: LinkRunPorts;
  readonly hooks: Hooks;
  readonly limits: LinkRunLimits;
  /** Sent, and done by the word of Salesforce, but not read back yet. */
  unverified: JournalRecord[];
  /** Failed because somebody else held the record; tried again at the end. */
  locked: JournalRecord[];
  /** Whether jobs had to wait too long, so that the rest goes by calls. */
  jobsAreSlow: boolean;
}

export function linkWork(run: RunId, kind: LinkRunKind, ports: LinkRunPorts, hooks: Hooks): LinkWork {
  const limits = { ...usualLimits, ...ports.limits };
  return { run, kind, ports, hooks, limits, unverified: [], locked: [], jobsAreSlow: false };
}

/** A call that writes is never cut off, nor what settles it: its answer is worth more than the second it takes. */
export const toTheEnd = new AbortController().signal;

/** Entries that are written to the project in one go, so that nothing else waits for long. */
const slice = 500;

/** Puts what became of entries into the journal; of those that are done, others are told in the same breath. */
export async function takeDown(
  { run, ports }: LinkWork,
  outcomes: readonly JournalOutcome[],
  entries: readonly JournalRecord[] = [],
  current: ReadonlyMap<AccountId, CurrentLink> = new Map(),
): Promise<void> {
  const { journal, now, onWritten } = ports;
  const entryOf = new Map(entries.map((entry) => [entry.accountId, entry]));
  for (let from = 0; from < outcomes.length; from += slice) {
    const some = outcomes.slice(from, from + slice);
    if (from > 0) await setImmediate();
    journal.atOnce(() => {
      for (const { accountId, state } of some) {
        const entry = entryOf.get(accountId);
        const link = current.get(accountId);
        if (state === 'done' && entry !== undefined && link !== undefined) onWritten(entry, link);
      }
      journal.record(run, some, now());
    });
  }
}

export function outcome(
  { accountId }: Pick<JournalRecord, 'accountId'>,
  state: JournalOutcome['state'],
  message = '',
): JournalOutcome {
  return { accountId, state, message, serviceMessage: '' };
}

/** Whether it helps to try again soon: not where the day's calls are used up, the sign-in is gone or it was refused. */
export function mayPass(error: AppError): boolean {
  if (error.code === 'service-limit') return true;
  return !nothingWasWritten(error);
}

/** Waits; no longer than until the signal is aborted. */
export async function rest(milliseconds: number, signal: AbortSignal): Promise<void> {
  if (signal.aborted) return;
  await setTimeout(milliseconds, undefined, { signal }).catch((error: unknown) => {
    if (!signal.aborted) throw error;
  });
}

export function isAppError(error: unknown): error is AppError {
  return error instanceof AppError;
}

/** Why a run ends before all is done; null while nobody asked. */
export function askedToEnd({ signal, pausing }: Hooks): 'cancelled' | 'paused' | null {
  if (signal.aborted) return 'cancelled';
  return pausing?.aborted === true ? 'paused' : null;
}
