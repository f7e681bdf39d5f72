import { beforeEach, describe, expect, test } from 'vitest';
import { AccountId, CustomerId } from '#shared/ids.ts';
import {
  activeRows,
  cursorLine,
  movedAccount,
  movedLine,
  type ShownRows,
} from '../../../../renderer/review/grouping/cursor.ts';
import { applyFold, goToLine } from '../../../../renderer/review/grouping/fold.ts';
import { groupedByTree } from '../../../../renderer/review/grouping/grouped-rows.ts';
import type { Move } from '../../../../renderer/review/table/movement.ts';
import { activate, activateGroup, resetReviewView, useReviewView } from '../../../../renderer/review/view.ts';
import { exampleRow } from '../example.ts';

// The lines: heading A, 1, 2, heading B, 3, 4, and 5 that is in no group.
const rows = ['A', 'A', 'B', 'B', null].map((tree, index) =>
  exampleRow(String(index + 1), {
    tree: tree === null ? null : { id: CustomerId.parse(tree), name: `Tree ${tree}` },
  }),
);
const shown: ShownRows = {
  grouped: groupedByTree(rows),
  places: new Map(rows.map(({ accountId }, index) => [accountId, index])),
};
const [a, b] = [CustomerId.parse('A'), CustomerId.parse('B')];
const view = useReviewView.getState;
const where = () => view().activeGroup ?? view().activeId;

/** Moves the cursor as a key does; rows 1 and 4 are undecided. */
function move(to: Move): string | null {
  const line = movedLine(to, 10, shown, view(), (index) => index === 0 || index === 3);
  if (line !== undefined) goToLine(line);
  return where();
}
const fold = (what: Parameters<typeof applyFold>[0]) => {
  applyFold(what, shown);
  return where();
};

beforeEach(() => {
  resetReviewView();
  activate(AccountId.parse('2'));
});

describe('the cursor among groups', () => {
  test('stops at headings on its way through the lines', () => {
    expect([move('next'), move('next'), move('next'), move('next')]).toEqual(['B', '3', '4', '5']);
    expect(move('first')).toBe('A');
    expect(view().activeId).toBeNull();
    expect([move('previous'), move('last')]).toEqual(['A', '5']);
  });

  test('passes over the rows of a folded group', () => {
    useReviewView.setState({ folded: new Set([b]) });
    expect([move('next'), move('next')]).toEqual(['B', '5']);
  });

  test('finds the next undecided row in a folded group, and unfolds it', () => {
    useReviewView.setState({ folded: new Set([a, b]) });
    activateGroup(a);
    expect(move('next-open')).toBe('1');
    expect([...view().folded]).toEqual(['B']);
    expect(move('next-open')).toBe('4');
    expect(view().folded.size).toBe(0);
    activateGroup(b);
    expect(move('previous-open')).toBe('1');
  });

  test('stays on a heading where no undecided row lies that way', () => {
    activateGroup(a);
    expect(move('previous-open')).toBe('A');
  });

  test('is where its heading is while its row is folded away', () => {
    expect(
      cursorLine(shown, { activeId: AccountId.parse('3'), activeGroup: null, folded: new Set([b]) }),
    ).toBe(3);
  });

  test('on a heading is about the rows of its group', () => {
    expect(activeRows(shown, view())).toEqual([]);
    activateGroup(b);
    expect(activeRows(shown, view()).map(({ accountId }) => accountId)).toEqual(['3', '4']);
  });
});

describe('choosing rows with the keys', () => {
  test('passes over headings, and stays at the ends', () => {
    expect(movedAccount('next', 10, shown, view())).toBe('3');
    activate(AccountId.parse('3'));
    expect(movedAccount('previous', 10, shown, view())).toBe('2');
    activate(AccountId.parse('1'));
    expect(movedAccount('previous', 10, shown, view())).toBe('1');
    expect(movedAccount('first', 10, shown, view())).toBe('1');
  });

  test('leads nowhere while everything is folded', () => {
    const all = { activeId: null, activeGroup: a, folded: new Set([a, b]) };
    const inGroups = groupedByTree(rows.slice(0, 4));
    expect(movedAccount('next', 10, { ...shown, grouped: inGroups }, all)).toBeNull();
  });
});

describe('the arrows of a tree', () => {
  test('to the left: from a row to its heading, then the group folds', () => {
    expect(fold('away')).toBe('A');
    expect(view().folded.size).toBe(0);
    expect(fold('away')).toBe('A');
    expect([...view().folded]).toEqual(['A']);
  });

  test('to the right: the group unfolds, then its first row', () => {
    useReviewView.setState({ folded: new Set([a]) });
    activateGroup(a);
    expect(fold('open')).toBe('A');
    expect(view().folded.size).toBe(0);
    expect(fold('open')).toBe('1');
    expect(fold('open')).toBe('1');
  });

  test('do nothing on a row of no group', () => {
    activate(AccountId.parse('5'));
    expect([fold('away'), fold('open')]).toEqual(['5', '5']);
  });

  test('fold all groups with the cursor on a heading, and unfold them', () => {
    expect(fold('all')).toBe('A');
    expect([...view().folded]).toEqual(['A', 'B']);
    fold('none');
    expect(view().folded.size).toBe(0);
  });
});
