import type { CreatePlan, PlannedRecord } from '#shared/creating.ts';
import type { Side } from '#shared/datasets.ts';
import type { RunId } from '#shared/ids.ts';
import type { BlockedLink, JournalEntry, RestoredLink, UndoPlan } from '#shared/links.ts';
import { sorting } from '#shared/sorting.ts';
import { inSteps } from '#shared/steps.ts';
import type { Call } from './client.ts';

// Answers that are too large for one message are asked for piece by piece, so that neither end is kept by one of them.

/** What would be created in a service now, with all its records. */
export async function createPlan(call: Call, side: Side): Promise<CreatePlan> {
  const { count, number, ...plan } = await call('create.preview', { in: side });
  const records: PlannedRecord[] = [];
  while (records.length < count) {
    const piece = await call('create.previewRecords', { in: side, number, from: records.length });
    if (piece.length === 0) break;
    records.push(...piece);
  }
  return { ...plan, records };
}

/** What undoing a run would do now, with all its accounts. */
export async function undoPlan(call: Call, runId: RunId): Promise<UndoPlan> {
  const { restoredCount, skippedCount, ...plan } = await call('undo.preview', { runId });
  const { fingerprint } = plan;
  const restored: RestoredLink[] = [];
  const skipped: BlockedLink[] = [];
  for (let from = 0; from < Math.max(restoredCount, skippedCount); ) {
    const piece = await call('undo.previewAccounts', { fingerprint, from });
    restored.push(...piece.restored);
    skipped.push(...piece.skipped);
    from = Math.max(restored.length, skipped.length);
  }
  return { ...plan, restored, skipped };
}

/** All entries of a run, by the names of their accounts. */
export async function journalOf(call: Call, runId: RunId): Promise<JournalEntry[]> {
  const entries: JournalEntry[] = [];
  for (;;) {
    const piece = await call('runs.journalPage', { runId, last: entries.at(-1)?.accountId ?? null });
    if (piece.length === 0) return await inSteps(sorting(entries, byAccount), rest);
    entries.push(...piece);
  }
}

function byAccount(a: JournalEntry, b: JournalEntry): number {
  if (a.accountName === b.accountName) return a.accountId < b.accountId ? -1 : 1;
  return a.accountName < b.accountName ? -1 : 1;
}

/** Lets the window draw and answer. */
const rest = () => new Promise((resolve) => setTimeout(resolve));
