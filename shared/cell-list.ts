const BETWEEN = '; ';

/** Several texts in one cell of a table, `; ` between them, which no e-mail address and hardly a phone number holds. */
export function joinCell(texts: readonly string[]): string {
  return texts.join(BETWEEN);
}

/** The texts in a cell, apart at semicolons and line ends; `splitCell(joinCell(texts))` gives trimmed texts again. */
export function splitCell(cell: string): string[] {
  if (!cell.includes(';') && !cell.includes('\n')) return cell === '' ? [] : [cell];
  return cell
    .split(/[;\n]/)
    .map((text) => text.trim())
    .filter((text) => text !== '');
}

/** As much of a cell as `length` characters hold, whole texts only. */
export function shortenCell(cell: string, length: number): string {
  if (cell.length <= length) return cell;
  const end = cell.lastIndexOf(BETWEEN, length);
  return end === -1 ? '' : cell.slice(0, end);
}
