import { type Project, readProject } from '#app/project/index.ts';
import { describeDisagreement, History, type MergePlan, mergePlan } from '#app/review/index.ts';
import type { MergePreview } from '#shared/contract.ts';
import { AppError } from '#shared/errors.ts';
import type { AccountId } from '#shared/ids.ts';
import { organisationClash } from './organisations.ts';
import type { Session } from './session.ts';

/** What another reviewer's copy of the project would add, and where the two disagree. Errors of `readProject`. */
export function previewMerge(session: Session, path: string): MergePreview {
  return withOther(session, path, (other, plan) => {
    const { review } = session.open;
    const missing = plan.adopted.filter(({ accountId }) => !review.ledger.accounts.has(accountId));
    return {
      adopted: new Set(plan.adopted.map(({ accountId }) => accountId)).size - accountsOf(missing).size,
      agreed: plan.agreed,
      unknown: accountsOf(missing).size,
      comments: newComments(session, other).length,
      disagreements: plan.disagreements.flatMap((disagreement) =>
        review.ledger.accounts.has(disagreement.accountId)
          ? [describeDisagreement(review.ledger, disagreement)]
          : [],
      ),
    };
  });
}

/**
 * Takes over what another reviewer decided of accounts that nobody decided here, and of those disagreements that the
 * person chose: as one batch, each decision under its own author and time, and all remarks.
 */
export function merge(session: Session, path: string, takeTheirs: readonly AccountId[]) {
  return withOther(session, path, (other, plan) => {
    const { project, review } = session.writable;
    const chosen = new Set(takeTheirs);
    const theirs = plan.disagreements.flatMap(({ accountId, theirs: word }) =>
      chosen.has(accountId) && word !== null ? [word] : [],
    );
    const { decided, refused } = review.adopt([...plan.adopted, ...theirs]);
    const remarks = newComments(session, other);
    for (const { accountId, text, author, at } of remarks) {
      project.comments.add(accountId, text, author, at);
      review.ledger.noteComment(accountId);
    }
    session.emit({ name: 'changed', payload: { what: 'decisions' } });
    return { decided, refused, comments: remarks.length };
  });
}

function withOther<T>(session: Session, path: string, work: (other: Project, plan: MergePlan) => T): T {
  const { project, review } = session.open;
  if (path === project.path) throw new AppError('merge-same', { path });
  const other = readProject(path);
  try {
    for (const side of ['salesforce', 'quickbooks'] as const) {
      const origin = other.records.info(side)?.origin;
      const clash = origin?.kind === 'service' ? organisationClash(project, side, origin) : null;
      if (clash !== null) throw new AppError('merge-other-organisation', { ...clash });
    }
    return work(other, mergePlan(review.ledger.history, new History(other.decisions.entries())));
  } finally {
    other.close();
  }
}

function newComments(session: Session, other: Project) {
  const mark = (comment: object) => JSON.stringify(comment);
  const known = new Set(session.open.project.comments.all().map(mark));
  return other.comments.all().filter((comment) => !known.has(mark(comment)));
}

function accountsOf(entries: readonly { accountId: AccountId }[]): Set<AccountId> {
  return new Set(entries.map(({ accountId }) => accountId));
}
