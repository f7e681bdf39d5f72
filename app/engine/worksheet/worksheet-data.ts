import type { LoneCustomer, WorksheetData } from '#app/worksheet/index.ts';
import type { ReviewRow } from '#shared/review.ts';
import type { OpenProject, Session } from '../session.ts';
import { changesOf } from './changes.ts';
import { evidenceOf } from './evidence.ts';
import { limitsOf } from './limits.ts';
import { recordPages } from './record-pages.ts';
import { sortedOut } from './sorted-out.ts';
import { summaryOf } from './summary.ts';

/**
 * What the worksheet of the open project shows, of these rows of the review. They are sorted out in small steps; what else
 * the sheets hold is read when it is written.
 */
export async function worksheetData(session: Session, rows: Iterable<ReviewRow>): Promise<WorksheetData> {
  const { open } = session;
  const sorted = await sortedOut(open.review.ledger, rows);
  const pages = recordPages(session);
  return {
    ...sorted,
    marking: {
      project: open.project.id,
      basis: open.review.ledger.revision,
      commentsOf: (id) => (open.review.ledger.isCommented(id) ? open.project.comments.of(id) : []),
    },
    summary: summaryOf(session, sorted, limitsOf(sorted, open.review.ledger, pages)),
    pages,
    customersWithoutMatch: loneCustomersOf(open),
    evidence: evidenceOf(open.review, sorted),
    changes: changesOf(open.review.ledger, sorted),
  };
}

function* loneCustomersOf({ review }: OpenProject): Generator<LoneCustomer> {
  for (const id of review.ledger.customers.keys()) {
    const found = review.customer(id);
    if (found.row.state !== 'matched') yield found;
  }
}
