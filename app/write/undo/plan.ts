import { createHash } from 'node:crypto';
import type { JournalLink, JournalRecord } from '#app/project/index.ts';
import type { CurrentLink } from '#app/sources/index.ts';
import type { ServiceOrigin } from '#shared/datasets.ts';
import type { AccountId, RunId } from '#shared/ids.ts';
import type { BlockedLink, RestoredLink, UndoPlan } from '#shared/links.ts';
import { inPieces } from '#shared/pieces.ts';
import type { RemovalPlan } from '#shared/removals.ts';
import type { Steps } from '#shared/steps.ts';
import type { UndoJudge } from './judge.ts';

/**
 * What undoing a run would have to set back: every account that the run changed for sure, with its fields the other way
 * round. In small steps. Pure.
 */
export function* restoring(batches: Iterable<readonly JournalRecord[]>): Steps<JournalLink[]> {
  const links: JournalLink[] = [];
  for (const batch of batches) {
    for (const {
      state,
      accountId,
      accountName,
      customerId,
      customerName,
      decisionSeq,
      before,
      after,
    } of batch) {
      if (state !== 'done' || before.customerId === after.customerId) continue;
      const back = { accountModstamp: '', before: after, after: before };
      links.push({ accountId, accountName, customerId, customerName, decisionSeq, ...back });
    }
    yield;
  }
  return links;
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

/** So many accounts are judged between two turns of others. */
const accountsAtOnce = 1_000;

/** The preview that a person sees and accepts, in small steps; its fingerprint is what they accept. Pure. */
export function* undoPlanOf({
  run,
  links,
  current,
  judge,
  target,
  unfinishedRun,
  made,
}: UndoInput): Steps<PreparedUndo> {
  const restored: RestoredLink[] = [];
  const skipped: BlockedLink[] = [];
  const journalled: JournalLink[] = [];
  for (const [place, link] of links.entries()) {
    if (place % accountsAtOnce === 0) yield;
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
  const fingerprint = createHash('sha256').update(JSON.stringify([organisationId, run, made]));
  for (const some of inPieces(restored, accountsAtOnce)) {
    fingerprint.update(JSON.stringify(some.map(idsOf)));
    yield;
  }
  for (const some of inPieces(skipped, accountsAtOnce)) {
    fingerprint.update(JSON.stringify(some));
    yield;
  }
  return {
    links: journalled,
    plan: {
      runId: run,
      fingerprint: fingerprint.digest('base64url'),
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
