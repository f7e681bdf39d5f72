import type { Comment } from '#shared/review.ts';

/** Characters of a cell that are given to remarks; Excel holds 32,767. */
const MOST = 30_000;

type Remark = Pick<Comment, 'author' | 'text'>;

/** The remarks on an account as the cell "Comment" shows them, the oldest first; of very many the newest. */
export function commentCell(remarks: readonly Remark[]): string {
  const shown: string[] = [];
  let length = 0;
  for (const line of remarks.map(lineOf).reverse()) {
    length += line.length + 1;
    if (length > MOST) break;
    shown.unshift(line);
  }
  return shown.join('\n');
}

/** What a comment cell says beyond the remarks that are there already; `''` for nothing. */
export function newRemark(cell: string, remarks: readonly Remark[]): string {
  let text = cell.replace(/\r\n?/g, '\n');
  for (const line of remarks.map(lineOf)) text = text.replace(line, () => '');
  text = text.replace(/\n{2,}/g, '\n').trim();
  return remarks.some((remark) => remark.text === text) ? '' : text;
}

function lineOf({ author, text }: Remark): string {
  return `${author}: ${text}`;
}
