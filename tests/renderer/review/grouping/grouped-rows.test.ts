import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { CustomerId } from '#shared/ids.ts';
import type { ReviewRow } from '#shared/review.ts';
import { groupedByTree, ungrouped } from '../../../../renderer/review/grouping/grouped-rows.ts';
import { linesOf } from '../../../../renderer/review/grouping/lines.ts';
import { exampleRow } from '../example.ts';

const none: ReadonlySet<CustomerId> = new Set();

/** Rows 0, 1, 2… of these trees, `-` for none. */
const rowsOf = (trees: readonly string[]): ReviewRow[] =>
  trees.map((tree, index) =>
    exampleRow(String(index), {
      tree: tree === '-' ? null : { id: CustomerId.parse(tree), name: `Tree ${tree}` },
    }),
  );

/** The lines as text: `A` for the heading of tree A, `+A` while it is folded, and the number of each row. */
function written(trees: readonly string[], folded: ReadonlySet<CustomerId> = none): string[] {
  const lines = linesOf(groupedByTree(rowsOf(trees)), folded);
  return Array.from({ length: lines.count }, (_, at) => {
    const line = lines.at(at);
    if (line?.kind === 'row') return line.row.accountId;
    return `${line?.folded === true ? '+' : ''}${line?.group.id}`;
  });
}

describe('rows by the tree of their customers', () => {
  test('come under a heading each in the order of their first rows, those without a tree after all', () => {
    expect(written(['-', 'B', 'A', 'B', '-', 'A'])).toEqual(['B', '1', '3', 'A', '2', '5', '0', '4']);
  });

  test('need no heading where they are alone of their tree', () => {
    expect(written(['-', 'B', 'A', 'C', 'A'])).toEqual(['A', '2', '4', '0', '1', '3']);
  });

  test('without the rows of a group that is folded', () => {
    const folded = new Set([CustomerId.parse('B')]);
    expect(written(['-', 'B', 'A', 'B', '-', 'A'], folded)).toEqual(['+B', 'A', '2', '5', '0', '4']);
  });

  test('are plain rows where they are not grouped', () => {
    const rows = rowsOf(['B', 'A', 'B']);
    const lines = linesOf(ungrouped(rows), none);
    expect(lines.count).toBe(3);
    expect(lines.at(1)).toMatchObject({ kind: 'row', index: 1, group: null });
    expect(lines.at(3)).toBeUndefined();
  });
});

/** The tree of a row that has a heading: one that it is not alone of. */
const headingOf = (row: ReviewRow, rows: readonly ReviewRow[]): CustomerId | null =>
  rows.filter(({ tree }) => tree?.id === row.tree?.id).length > 1 ? (row.tree?.id ?? null) : null;

const trees = fc.array(fc.constantFrom('-', 'A', 'B', 'C', 'D'), { maxLength: 40 });
const foldedTrees = fc
  .subarray(['A', 'B', 'C', 'D', 'E'])
  .map((ids) => new Set(ids.map((id) => CustomerId.parse(id))));

test('whatever is folded: every row is once among the rows, in its order within its tree, and tells its group', () => {
  fc.assert(
    fc.property(trees, (given) => {
      const rows = rowsOf(given);
      const { rows: grouped, groups } = groupedByTree(rows);
      expect(new Set(grouped)).toEqual(new Set(rows));
      const lines = linesOf({ rows: grouped, groups }, none);
      for (const [index, row] of grouped.entries()) {
        expect(lines.groupOf(index)?.id ?? null).toBe(headingOf(row, rows));
      }
      for (const { id, start, end } of groups) {
        expect(grouped.slice(start, end)).toEqual(rows.filter(({ tree }) => tree?.id === id));
      }
      expect(grouped.slice(groups.at(-1)?.end ?? 0)).toEqual(
        rows.filter((row) => headingOf(row, rows) === null),
      );
    }),
  );
});

test('whatever is folded: a row and a heading are on the line that shows them, and a folded row is on none', () => {
  fc.assert(
    fc.property(trees, foldedTrees, (given, folded) => {
      const grouped = groupedByTree(rowsOf(given));
      const lines = linesOf(grouped, folded);
      let shown = 0;
      for (let at = 0; at < lines.count; at += 1) {
        const line = lines.at(at);
        if (line?.kind === 'row') {
          shown += 1;
          expect(lines.lineOf(line.index)).toBe(at);
          expect(grouped.rows[line.index]).toBe(line.row);
        } else expect(lines.headingOf(line?.group.id ?? CustomerId.parse('?'))).toBe(at);
      }
      const away = grouped.rows.filter((row, index) => {
        const heading = headingOf(row, grouped.rows);
        const isAway = heading !== null && folded.has(heading);
        expect(lines.lineOf(index) === -1).toBe(isAway);
        return isAway;
      });
      expect(shown + away.length).toBe(given.length);
      expect(lines.at(lines.count)).toBeUndefined();
      expect(lines.headingOf(CustomerId.parse('E'))).toBe(-1);
    }),
  );
});
