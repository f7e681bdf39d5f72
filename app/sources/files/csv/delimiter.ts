/** What separates the cells of a row. */
type Delimiter = ',' | ';' | '\t' | '|';

const DELIMITERS: readonly Delimiter[] = [',', ';', '\t', '|'];
const SAMPLE_ROWS = 200;

/** The delimiter of a text, and how many characters at its start (Excel's `sep=` line) only name it. */
export interface FoundDelimiter {
  readonly delimiter: Delimiter;
  readonly skip: number;
}

/**
 * Finds the delimiter from the beginning of a text: the one that cuts the most rows into the same number of cells,
 * more than one. A text of one column gives a comma. A `sep=` line, which Excel understands, settles it.
 */
export function detectDelimiter(sample: string): FoundDelimiter {
  const named = /^sep=(.)\r?\n/i.exec(sample);
  const delimiter = DELIMITERS.find((one) => one === named?.[1]);
  if (named !== null && delimiter !== undefined) return { delimiter, skip: named[0].length };
  const scored = DELIMITERS.map((one) => ({ one, score: evenness(cellCounts(sample, one)) }));
  const best = scored.reduce((first, next) => (next.score > first.score ? next : first));
  return { delimiter: best.one, skip: 0 };
}

/** Share of rows that have the commonest number of cells above one; a little more for more cells. */
function evenness(counts: readonly number[]): number {
  const rowsByCount = new Map<number, number>();
  for (const count of counts) if (count > 1) rowsByCount.set(count, (rowsByCount.get(count) ?? 0) + 1);
  let best = 0;
  for (const [count, rows] of rowsByCount) {
    best = Math.max(best, (rows / counts.length) * (1 + Math.log10(count) / 10));
  }
  return best;
}

/** Numbers of cells in the first rows that hold anything; a delimiter or a line break inside quotes is text. */
function cellCounts(sample: string, delimiter: Delimiter): number[] {
  const counts: number[] = [];
  let cells = 1;
  let filled = false;
  let quoted = false;
  let previous = delimiter as string;
  for (const character of sample) {
    if (character === '"' && (quoted || isEdge(previous, delimiter) || previous === '"')) quoted = !quoted;
    else if (!quoted && character === delimiter) cells++;
    else if (!quoted && (character === '\n' || character === '\r')) {
      if (filled) counts.push(cells);
      if (counts.length === SAMPLE_ROWS) return counts;
      cells = 1;
      filled = false;
    } else filled = true;
    previous = character;
  }
  // The sample may end in the middle of a row, which says nothing unless it is all there is.
  if (filled && counts.length < 2) counts.push(cells);
  return counts;
}

const isEdge = (character: string, delimiter: Delimiter) =>
  character === delimiter || character === '\n' || character === '\r';
