import type { FileProblem } from '#shared/files.ts';

/** Collects what was not as it should be while a file was read, each kind once, with its column and its rows. */
export interface Problems {
  /** Notes one row of one kind of problem. `kind` is a sentence without its full stop; `column` is a heading. */
  note(kind: string, row: number, column?: string): void;
  /** Notes what concerns the whole file: a sentence with its full stop. */
  say(sentence: string): void;
  /** What was noted, in the order in which it was first met, at most 50 sentences. */
  list(): string[];
  /** The same, apart: what, which column, how often, and in which rows. */
  found(): FileProblem[];
}

const MOST = 50;
const ROWS_SHOWN = 5;
const ROWS_KEPT = 1_000;

interface Noted {
  readonly kind: string;
  readonly column: string | null;
  readonly rows: number[];
  count: number;
}

export function collectProblems(): Problems {
  const noted = new Map<string, Noted>();
  const sentences: string[] = [];
  return {
    note(kind, row, column) {
      const key = column === undefined ? kind : `${kind}\n${column}`;
      let one = noted.get(key);
      if (one === undefined) {
        one = { kind, column: column ?? null, rows: [], count: 0 };
        noted.set(key, one);
      }
      if (one.rows.length < ROWS_KEPT) one.rows.push(row);
      one.count += 1;
    },
    say(sentence) {
      sentences.push(sentence);
    },
    list() {
      const all = [...sentences, ...noted.values().map(sentenceOf)];
      if (all.length <= MOST) return all;
      return [...all.slice(0, MOST - 1), `${all.length - MOST + 1} further kinds of problems were found.`];
    },
    found() {
      return [
        ...sentences.map((what) => ({ what, column: null, count: 0, rows: [] })),
        ...noted.values().map(({ kind, column, count, rows }) => ({ what: `${kind}.`, column, count, rows })),
      ];
    },
  };
}

function sentenceOf({ kind, column, rows, count }: Noted): string {
  const where = column === null ? '' : `column “${column}”, `;
  return `${kind} (${where}${rowsText(rows.slice(0, ROWS_SHOWN), count)}).`;
}

/** `row 4`, `rows 4 and 9`, `rows 4, 9, 12, 13, 20 and 1,204 more`. */
export function rowsText(first: readonly number[], count = first.length): string {
  if (count === 1) return `row ${first[0]}`;
  if (count > first.length) {
    return `rows ${first.join(', ')} and ${(count - first.length).toLocaleString('en-US')} more`;
  }
  return `rows ${first.slice(0, -1).join(', ')} and ${first.at(-1)}`;
}
