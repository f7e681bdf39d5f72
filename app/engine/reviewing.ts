import { bulkPreview, pastBatches, travel } from '#app/review/index.ts';
import { readDecisionsFile } from '#app/sources/index.ts';
import type { Handlers, Of } from './handlers.ts';
import type { Session } from './session.ts';

/** Rows to look at and decisions to take. */
export function reviewHandlers(session: Session): Handlers<Of<'review'>> {
  function told<T>(result: T): T {
    session.emit({ name: 'changed', payload: { what: 'decisions' } });
    return result;
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
      const { review } = session.writable;
      const outcome =
        input.by === 'band'
          ? review.confirmBands(input.bands)
          : review.decideMany(input.by === 'list' ? input.decisions : await fromFile(session, input.path));
      return told({ ...outcome, summary: review.summary() });
    },
    'review.previewMany': ({ accountIds, kind }) => bulkPreview(session.open.review.ledger, accountIds, kind),
    'review.comment': ({ accountId, text }) => {
      const { project, review } = session.writable;
      review.comment(accountId, text);
      return told(project.comments.of(accountId));
    },
    'review.customers': () => session.open.review.customers(),
    'review.customer': ({ customerId }) => session.open.review.customer(customerId),
    'review.decideCustomers': ({ decisions }) => told(session.writable.review.decideCustomers(decisions)),
    'review.undo': () => told(session.writable.review.undo()),
    'review.history': ({ before, limit }) => pastBatches(session.open.review, before, limit),
    'review.travel': ({ type, to }) => told(travel(session.writable.review, type, to)),
    'review.redo': () => told(session.writable.review.redo()),
  };
}

function fromFile(session: Session, path: string) {
  return session.operations.run('import', (hooks) => readDecisionsFile(path, hooks));
}
