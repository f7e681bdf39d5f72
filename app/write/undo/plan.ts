import { createHash } from 'node:crypto';
import type { JournalLink, JournalRecord } from '#app/project/index.ts';
import type { CurrentLink } from '#app/sources/index.ts';
import type { ServiceOrigin } from '#shared/datasets.ts';
import type { AccountId, RunId } from '#shared/ids.ts';
import type { BlockedLink, RestoredLink, UndoPlan } from '#shared/links.ts';
import type { RemovalPlan } from '#shared/removals.ts';
import type { UndoJudge } from './judge.ts';

/**
 * What undoing a run would have to set back: every account that the run changed for sure, with its fields the other way
 * round. Pure.
 */
export function restoring(entries: readonly JournalRecord[]): JournalLink[] {
  return entries
    .filter(({ state, before, after }) => state === 'done' && before.customerId !== after.customerId)
    .map(({ accountId, accountName, customerId, customerName, decisionSeq, before, after }) => ({
      accountId,
      accountName,
      customerId,
      customerName,
      decisionSeq,
      accountModstamp: '',
      before: after,
      after: before,
    }));
}

/** What can be undone as things are now, and what of it goes into the undo's own journal. */
export interface PreparedUndo {
  /** What is restored and what is skipped, so that the journal tells of both; not what is as before already. */
  readonly links: readonly JournalLink[];
  readonly plan: UndoPlan;
}

interface UndoInput {
  readonly run: RunId;
  readonly links: readonly JournalLink[];
  readonly current: ReadonlyMap<AccountId, CurrentLink>;
  readonly judge: UndoJudge;
  readonly target: ServiceOrigin;
  readonly unfinishedRun: RunId | null;
  readonly made: RemovalPlan | null;
}

/** The preview that a person sees and accepts; its fingerprint is what they accept. Pure. */
export function undoPlanOf({
  run,
  links,
  current,
  judge,
  target,
  unfinishedRun,
  made,
}: UndoInput): PreparedUndo {
  const restored: RestoredLink[] = [];
  const skipped: BlockedLink[] = [];
  const journalled: JournalLink[] = [];
  for (const link of links) {
    const now = current.get(link.accountId);
    const verdict = judge(link, now);
    if (verdict.kind === 'already') continue;
    journalled.push(link);
    const { accountId, accountName, customerName, customerId, after } = link;
    if (verdict.kind === 'refuse') {
      skipped.push({ accountId, accountName, customerName, message: verdict.message });
      continue;
    }
    const before = now?.link ?? link.before;
    restored.push({ accountId, accountName, customerId, customerName, before, after });
  }
  const { organisationId, organisationName, environment } = target;
  return {
    links: journalled,
    plan: {
      runId: run,
      fingerprint: fingerprintOf([organisationId, run, restored.map(idsOf), skipped, made]),
      organisationName,
      environment,
      restored,
      skipped,
      asBefore: links.length - journalled.length,
      made,
      unfinishedRun,
    },
  };
}

/** Without the SyncToken that an account carries now: the package moves it on at any time, and it makes no difference. */
function idsOf({ accountId, before, after }: RestoredLink) {
  return [accountId, before.customerId, after];
}

function fingerprintOf(content: unknown): string {
  return createHash('sha256').update(JSON.stringify(content)).digest('base64url');
}
