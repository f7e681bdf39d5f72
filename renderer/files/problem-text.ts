import type { FileProblem } from '#shared/files.ts';
import { formatCount } from '../format/numbers.ts';

const rowsShown = 5;

/** Where a problem is: `column “Balance”, rows 4, 9 and 3 more`; '' where it concerns the whole file. */
export function placeOf({ column, rows, count }: FileProblem): string {
  if (rows.length === 0) return '';
  const shown = rows.slice(0, rowsShown).map(formatCount).join(', ');
  const more = count > rowsShown ? ` and ${formatCount(count - rowsShown)} more` : '';
  const where = `${count === 1 ? 'row' : 'rows'} ${shown}${more}`;
  return column === null ? where : `column “${column}”, ${where}`;
}

/** All problems with every row that is known, as a table that a spreadsheet takes when it is pasted. */
export function problemTable(fileName: string, problems: readonly FileProblem[]): string {
  const lines = problems.flatMap(({ what, column, rows }) =>
    (rows.length === 0 ? [''] : rows).map((row) => [fileName, row, column ?? '', what].join('\t')),
  );
  return ['File\tRow\tColumn\tProblem', ...lines].join('\n');
}
