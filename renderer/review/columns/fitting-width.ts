import type { ReviewRow } from '#shared/review.ts';
import { formatAmount } from '../../format/numbers.ts';
import { columnLabels, columnTexts } from './columns.ts';
import type { ColumnId } from './layout.ts';

/** So many of the longest texts are measured: the one with the most letters is not always the widest. */
const measured = 40;

/** A piece of text in a cell: its size in pixels, and what stands around it that is no text. */
interface Piece {
  readonly text: string;
  readonly size: 12 | 13;
  readonly around: number;
}

/** The width of a text in pixels. */
export type Measure = (text: string, size: number, weight: number) => number;

const cellPadding = 16;
const markAndArrow = 36;
/** The score is a number and its band's word, which have their width. */
const scoreWidth = 104;
const tagPadding = 12;

const name = (text: string, place: string): Piece[] => [
  { text, size: 13, around: 0 },
  { text: place, size: 12, around: place === '' ? 0 : 6 },
];
const trait = (text: string): Piece => ({ text, size: 12, around: 14 });

/** What a cell shows, piece by piece. */
function piecesOf(row: ReviewRow, id: ColumnId): readonly Piece[] {
  switch (id) {
    case 'account':
      return name(row.accountName, row.accountPlace);
    case 'customer':
      return [
        ...(row.customerActive ? [] : [trait('inactive')]),
        ...(row.subCustomer ? [trait('sub-customer')] : []),
        ...name(row.customerName, row.customerPlace),
      ];
    case 'balance':
      return row.balance === null ? [] : [{ text: formatAmount(row.balance), size: 12, around: 0 }];
    case 'state':
      return [{ text: columnTexts.state(row), size: 12, around: tagPadding }];
    default:
      return [{ text: columnTexts[id](row), size: 12, around: 0 }];
  }
}

const lengthOf = (pieces: readonly Piece[]) =>
  pieces.reduce((sum, { text, around }) => sum + text.length + around / 6, 0);

/** The width in pixels in which the heading of a column and its text in every row are whole. */
export function fittingWidth(rows: readonly ReviewRow[], id: ColumnId, measure: Measure): number {
  const heading = measure(columnLabels[id], 12, 600) + markAndArrow;
  if (id === 'score') return Math.ceil(Math.max(heading + cellPadding, scoreWidth));
  const longest = rows
    .map((row) => piecesOf(row, id))
    .map((pieces) => ({ pieces, length: lengthOf(pieces) }))
    .sort((one, other) => other.length - one.length)
    .slice(0, measured);
  const widths = longest.map(({ pieces }) =>
    pieces.reduce((sum, { text, size, around }) => sum + measure(text, size, 400) + around, 0),
  );
  return Math.ceil(Math.max(heading, ...widths) + cellPadding);
}
