import { setImmediate } from 'node:timers/promises';
import type { LoneCustomer, WorksheetData } from '#app/worksheet/index.ts';
import type { ReviewRow } from '#shared/review.ts';
import { recordPages } from '../record-pages.ts';
import type { OpenProject, Session } from '../session.ts';
import { changesOf } from './changes.ts';
import { evidenceOf } from './evidence.ts';
import { limitsOf } from './limits.ts';
import { atOnce, sortedOut } from './sorted-out.ts';
import { summaryOf } from './summary.ts';

/**
 * What the worksheet of the open project shows, of these rows of the review. Both sides are sorted out in small steps; what
 * else the sheets hold is read when it is written.
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
    customersWithoutMatch: await loneCustomersOf(open),
    evidence: evidenceOf(open.project, sorted),
    changes: changesOf(open.review.ledger, sorted),
  };
}

/** In small steps: of a hundred thousand customers it may be the last few that have no account. */
async function loneCustomersOf({ review }: OpenProject): Promise<LoneCustomer[]> {
  const lone: LoneCustomer[] = [];
  let done = 0;
  for (const id of review.ledger.customers.keys()) {
    const found = review.customer(id);
    if (found.row.state !== 'matched') lone.push(found);
    done += 1;
    if (done % atOnce === 0) await setImmediate();
  }
  return lone;
}
