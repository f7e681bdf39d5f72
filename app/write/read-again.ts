import { setImmediate } from 'node:timers/promises';
import type { JournalOutcome, JournalRecord, SeenBefore } from '#app/project/index.ts';
import type { CurrentLink } from '#app/sources/index.ts';
import type { AccountId } from '#shared/ids.ts';
import { inPieces } from '#shared/pieces.ts';
import { inSteps, type Steps } from '#shared/steps.ts';
import type { Judge, LinkRunKind } from './link-run-kind.ts';
import { type LinkWork, outcome, takeDown } from './link-work.ts';
import { takeDownVerified } from './settle.ts';

/** Entries that are judged or noted between two turns of others. */
const atATime = 1_000;

/** Links that may be sent, and since when (a time of the run's clock) what that rests on was being read. */
export interface ReadAgain {
  readonly ready: readonly JournalRecord[];
  readonly at: Date;
}

/**
 * Reads the accounts of a block again, and in the same calls those that were sent before it. What is not to be written
 * gets its outcome; what was sent, whether it is there.
 */
export async function readAgain(work: LinkWork, block: readonly JournalRecord[]): Promise<ReadAgain> {
  const { run, kind, ports, hooks } = work;
  const { journal, salesforce, now } = ports;
  const at = now();
  const written = work.unverified;
  const ids = [...written, ...block].map(({ accountId }) => accountId);
  const [accounts, judge] = await Promise.all([
    salesforce.readLinks(ids, hooks.signal),
    kind.prepare(block, hooks),
  ]);
  await takeDownVerified(work, written, accounts);
  const { ready, outcomes } = await inSteps(judging(block, accounts, judge, kind), setImmediate);
  for (const some of inPieces(seenBefore(block, ready, outcomes, accounts), atATime)) {
    journal.noteBefore(run, some);
    await setImmediate();
  }
  await takeDown(work, outcomes, block, accounts);
  return { ready, at };
}

/** Whether what was read is too old to be written on; a clock that was set back counts as old, too. */
export function isStale({ ports, limits }: LinkWork, { at }: ReadAgain): boolean {
  return Math.abs(ports.now().getTime() - at.getTime()) > limits.freshFor;
}

function* judging(
  block: readonly JournalRecord[],
  accounts: ReadonlyMap<AccountId, CurrentLink>,
  judge: Judge,
  { already }: LinkRunKind,
): Steps<{ readonly ready: JournalRecord[]; readonly outcomes: JournalOutcome[] }> {
  const ready: JournalRecord[] = [];
  const outcomes: JournalOutcome[] = [];
  for (const [place, entry] of block.entries()) {
    if (place % atATime === atATime - 1) yield;
    const verdict = judge(entry, accounts.get(entry.accountId));
    if (verdict.kind === 'write') ready.push(entry);
    else if (verdict.kind === 'already') outcomes.push(outcome(entry, 'done', already));
    else outcomes.push(outcome(entry, 'refused', verdict.message));
  }
  return { ready, outcomes };
}

/** What the accounts that are written, or need not be, carry now: that, and no older reading, is what an undo restores. */
function seenBefore(
  block: readonly JournalRecord[],
  ready: readonly JournalRecord[],
  outcomes: readonly JournalOutcome[],
  accounts: ReadonlyMap<AccountId, CurrentLink>,
): SeenBefore[] {
  const seen = new Set(
    [...ready, ...outcomes.filter(({ state }) => state === 'done')].map(({ accountId }) => accountId),
  );
  return block.flatMap(({ accountId }) => {
    const before = accounts.get(accountId)?.link;
    return seen.has(accountId) && before !== undefined ? [{ accountId, before }] : [];
  });
}
