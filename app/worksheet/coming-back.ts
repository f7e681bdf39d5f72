import type { CustomerState } from '#shared/decisions.ts';
import type { AccountId, CustomerId } from '#shared/ids.ts';
import type { Customer } from '#shared/records.ts';
import type { Comment, ReviewRow } from '#shared/review.ts';
import type { SheetColumn } from './column.ts';
import { commentCell } from './comment-cell.ts';
import { decidedOf, decidedOfCustomer } from './decided.ts';
import { commentDigest, markText } from './row-mark.ts';

/** What rows are marked with, so that their decisions and comments find back into the project. */
export interface Marking {
  /** The identity of the project. */
  readonly project: string;
  /** The revision of the records that are shown. */
  readonly basis: number;
  commentsOf(account: AccountId): readonly Comment[];
  stateOf(customer: CustomerId): CustomerState;
}

/** The heading of the hidden column of marks; a reader goes by what its cells begin with. */
export const MARK_HEADING = 'Row mark (keep)';

const mark = { heading: MARK_HEADING, side: 'result', kind: 'text', width: 12, hidden: true } as const;

/** The columns at the end of a sheet of accounts: what people write beside the decision, and the row's mark. */
export function comingBackOfAccounts({
  project,
  basis,
  commentsOf,
}: Marking): SheetColumn<{ readonly row: ReviewRow }>[] {
  const commentOf = ({ accountId, commented }: ReviewRow) =>
    commented ? commentCell(commentsOf(accountId)) : '';
  return [
    {
      heading: 'Comment',
      side: 'result',
      kind: 'text',
      width: 30,
      value: ({ row }) => commentOf(row),
    },
    {
      ...mark,
      value: ({ row }) => {
        const { accountId, customerId, state } = row;
        return markText({
          project,
          subject: { kind: 'account', accountId, customerId },
          decision: decidedOf(state),
          comment: commentDigest(commentOf(row)),
          basis,
        });
      },
    },
  ];
}

/** The columns at the end of a sheet of customers without an account: the decision, and the row's mark. */
export function comingBackOfCustomers({ project, basis, stateOf }: Marking): SheetColumn<Customer>[] {
  return [
    {
      heading: 'Decision',
      side: 'result',
      kind: 'customer-decision',
      width: 12,
      value: ({ id }) => decidedOfCustomer(stateOf(id)) ?? '',
    },
    {
      ...mark,
      value: ({ id }) =>
        markText({
          project,
          subject: { kind: 'customer', customerId: id },
          decision: decidedOfCustomer(stateOf(id)),
          comment: '',
          basis,
        }),
    },
  ];
}
