import type { SheetColumn } from '../column.ts';
import { accountInBrief, columnsOf, customerInBrief, known } from './columns.ts';
import type { RecordPages, ShownAccount } from './rows.ts';

const result = columnsOf('result', ({ row }: ShownAccount) => row);
const account = columnsOf('salesforce', (row: ShownAccount) => row.account);

/**
 * The columns of "Linked already": accounts that carry a customer's id, and what is wrong with that where something is.
 * Of an id that no customer has, the customer is the one that is proposed instead.
 */
export function linkedColumns(pages: RecordPages): readonly SheetColumn<ShownAccount>[] {
  return [
    ...accountInBrief((row: ShownAccount) => row.account, pages),
    account('QB Id in Salesforce', 14, ({ linkedCustomerId }) => linkedCustomerId),
    ...customerInBrief((row: ShownAccount) => row.customer, pages),
    known.state,
    result('What is wrong', 46, problemOf, { colours: 'doubt' }),
    known.score,
    known.decision,
  ];
}

function problemOf({ state, queue, reason }: ShownAccount['row']): string {
  const isFine = queue !== 'linked-problems' && queue !== 'changed-since' && state !== 'dangling';
  return isFine ? '' : reason;
}
