import { pastBatches, type Review, travel } from '#app/review/index.ts';
import { readDecisionsFile } from '#app/sources/index.ts';
import type { Handlers, Of } from './handlers.ts';
import type { Session } from './session.ts';

/** Rows to look at and decisions to take. */
export function reviewHandlers(session: Session): Handlers<Of<'review'>> {
  function told<T>(result: T): T {
    session.emit({ name: 'changed', payload: { what: 'decisions' } });
    return result;
  }

  /** Takes back or does again. Where that changed so much that the answer names no rows, all are read again. */
  async function reversed<T>(work: (review: Review) => Promise<T>): Promise<T> {
    const { review } = session.writable;
    const before = review.revision;
    const result = await work(review);
    if (review.revision !== before) session.emit({ name: 'changed', payload: { what: 'proposals' } });
    return told(result);
  }

  return {
    'review.summary': () => session.open.review.summary(),
    'review.rows': ({ from }) => session.open.review.rowsFrom(from),
    'review.detail': ({ accountId, also }) => session.open.review.detail(accountId, also ?? null),
    'review.conflict': ({ accountId }) => session.open.review.conflict(accountId),
    'review.search': ({ query, limit, accountId }) =>
      session.open.review.search(query, limit, accountId ?? null),
    'review.searchAccounts': ({ query, limit, customerId }) =>
      session.open.review.searchAccounts(query, limit, customerId),
    'review.decide': (decision) => told(session.writable.review.decide(decision)),
    'review.decideTogether': ({ decisions }) => told(session.writable.review.decideTogether(decisions)),
    'review.decideMany': async (input) => {
      const decisions = input.by === 'file' ? await fromFile(session, input.path) : [];
      const { review } = session.writable;
      const outcome =
        input.by === 'band'
          ? await review.confirmBands(input.bands)
          : await review.decideMany(input.by === 'list' ? input.decisions : decisions);
      return told({ ...outcome, summary: review.summary() });
    },
    'review.previewMany': ({ accountIds, kind }) => session.open.review.preview(accountIds, kind),
    'review.comment': ({ accountId, text }) => {
      const { project, review } = session.writable;
      review.comment(accountId, text);
      return told(project.comments.of(accountId));
    },
    'review.customers': ({ from }) => session.open.review.customersFrom(from),
    'review.customer': ({ customerId }) => session.open.review.customer(customerId),
    'review.decideCustomers': ({ decisions }) => told(session.writable.review.decideCustomers(decisions)),
    'review.undo': () => reversed((review) => review.undo()),
    'review.history': ({ before, limit }) => pastBatches(session.open.review, before, limit),
    'review.travel': ({ type, to }) => reversed((review) => travel(review, type, to)),
    'review.redo': () => reversed((review) => review.redo()),
  };
}

async function fromFile(session: Session, path: string) {
  const decisions = await session.operations.run('import', (hooks) => readDecisionsFile(path, hooks));
  await session.reviewAtRest();
  return decisions;
}
