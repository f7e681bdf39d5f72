/** Collects what was not as it should be while a file was read, each kind once, with its rows. */
export interface Problems {
  /** Notes one row of one kind of problem. `kind` is a sentence without its full stop. */
  note(kind: string, row: number): void;
  /** Notes what concerns the whole file: a sentence with its full stop. */
  say(sentence: string): void;
  /** What was noted, in the order in which it was first met, at most 50 sentences. */
  list(): string[];
}

const MOST = 50;
const ROWS_SHOWN = 5;

export function collectProblems(): Problems {
  const rowsByKind = new Map<string, { first: number[]; count: number }>();
  const sentences: string[] = [];
  return {
    note(kind, row) {
      const rows = rowsByKind.get(kind) ?? { first: [], count: 0 };
      if (rows.first.length < ROWS_SHOWN) rows.first.push(row);
      rows.count += 1;
      rowsByKind.set(kind, rows);
    },
    say(sentence) {
      sentences.push(sentence);
    },
    list() {
      const all = [
        ...sentences,
        ...[...rowsByKind].map(([kind, { first, count }]) => `${kind} (${rowsText(first, count)}).`),
      ];
      if (all.length <= MOST) return all;
      return [...all.slice(0, MOST - 1), `${all.length - MOST + 1} further kinds of problems were found.`];
    },
  };
}

/** `row 4`, `rows 4 and 9`, `rows 4, 9, 12, 13, 20 and 1,204 more`. */
export function rowsText(first: readonly number[], count = first.length): string {
  if (count === 1) return `row ${first[0]}`;
  if (count > first.length) {
    return `rows ${first.join(', ')} and ${(count - first.length).toLocaleString('en-US')} more`;
  }
  return `rows ${first.slice(0, -1).join(', ')} and ${first.at(-1)}`;
}
