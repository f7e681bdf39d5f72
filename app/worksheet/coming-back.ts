import type { CustomerDecisionKind, DecisionKind } from '#shared/decisions.ts';
import type { AccountId } from '#shared/ids.ts';
import type { Comment } from '#shared/review.ts';
import type { SheetColumn } from './column.ts';
import { commentCell } from './comment-cell.ts';
import { commentDigest, markText, type RowSubject } from './row-mark.ts';

/** What rows are marked with, so that their decisions and comments find back into the project. */
export interface Marking {
  /** The identity of the project. */
  readonly project: string;
  /** The revision of the records that are shown. */
  readonly basis: number;
  commentsOf(account: AccountId): readonly Comment[];
}

/** The heading of the hidden column of marks; a reader goes by what its cells begin with. */
export const MARK_HEADING = 'Row mark (keep)';

const comment = { heading: 'Comment', side: 'result', kind: 'entry', width: 30 } as const;
const mark = { heading: MARK_HEADING, side: 'result', kind: 'text', width: 12, hidden: true } as const;

/** What a row is about, and what its cell "Decision" says. */
interface Marked {
  readonly subject: RowSubject;
  readonly decision: DecisionKind | CustomerDecisionKind | null;
}

/**
 * The columns at the end of a sheet on which decisions are made: what people write beside the decision, and the row's mark.
 * Comments are kept with accounts only.
 */
export function comingBack<R>(
  { project, basis, commentsOf }: Marking,
  of: (row: R) => Marked,
  about: 'account' | 'customer',
): SheetColumn<R>[] {
  const commentOf = ({ subject }: Marked) =>
    subject.kind === 'account' ? commentCell(commentsOf(subject.accountId)) : '';
  const marks: SheetColumn<R> = {
    ...mark,
    value: (row) => {
      const marked = of(row);
      return markText({ ...marked, project, comment: commentDigest(commentOf(marked)), basis });
    },
  };
  return about === 'account' ? [{ ...comment, value: (row) => commentOf(of(row)) }, marks] : [marks];
}
