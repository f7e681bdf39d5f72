import { overwrites } from '#shared/mapping.ts';
import type { SheetColumn } from '../column.ts';
import { accountInBrief, columnsOf, customerInBrief, known } from './columns.ts';
import type { Match, RecordPages } from './rows.ts';

const pair = columnsOf('result', (match: Match) => match);

/** The columns of "Matches": Salesforce left, QuickBooks right, then what is known of the pair. */
export function matchColumns(pages: RecordPages): readonly SheetColumn<Match>[] {
  return [
    ...accountInBrief(({ account }: Match) => account, pages),
    ...customerInBrief(({ customer }: Match) => customer, pages),
    known.score,
    known.band,
    known.state,
    known.reason,
    pair('Next sync overwrites', 30, ({ account, customer }) =>
      overwrites(account, customer)
        .map(({ label }) => label)
        .join(', '),
    ),
    known.decision,
  ];
}
