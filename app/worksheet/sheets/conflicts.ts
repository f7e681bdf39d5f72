import { bandWords } from '#shared/words.ts';
import type { SheetColumn } from '../column.ts';
import { accountInBrief, columnsOf, customerInBrief, known } from './columns.ts';
import type { RecordPages, Rivalry } from './rows.ts';

/** More names than these are counted. */
const mostNames = 3;

const rivalry = columnsOf('result', (row: Rivalry) => row);

/** The columns of "Conflicts": every pair that may be right, those that compete with each other one below the other. */
export function conflictColumns(pages: RecordPages): readonly SheetColumn<Rivalry>[] {
  return [
    rivalry('Group', 8, ({ group }) => group, { kind: 'count' }),
    ...accountInBrief(({ account }: Rivalry) => account, pages),
    ...customerInBrief(({ customer }: Rivalry) => customer, pages),
    rivalry('Score', 9, ({ pair }) => pair?.score ?? null, { kind: 'percent' }),
    rivalry('Band', 10, ({ pair }) => (pair?.band == null ? '' : bandWords[pair.band]), { colours: 'band' }),
    known.state,
    rivalry('Reason', 46, ({ pair }) => pair?.reason ?? ''),
    rivalry('Also wanted by', 34, ({ others }) => named(others)),
    rivalry('Decision', 12, () => '', { kind: 'decision', colours: 'decision' }),
  ];
}

function named(others: readonly string[]): string {
  const shown = others.slice(0, mostNames).join(', ');
  return others.length > mostNames ? `${shown} and ${others.length - mostNames} more` : shown;
}
