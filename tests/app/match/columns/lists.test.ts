import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Lists, ListsBuilder } from '../../../../app/match/columns/lists.ts';

const owners = 7;
const entries = fc.array(
  fc.tuple(fc.nat({ max: owners - 1 }), fc.integer({ min: -(2 ** 31), max: 2 ** 31 - 1 })),
  {
    maxLength: 60,
  },
);
const renaming = fc.shuffledSubarray(
  Array.from({ length: owners }, (_, owner) => owner),
  { minLength: owners },
);

const listOf = ({ starts, values }: Lists, owner: number): number[] =>
  Array.from(values.subarray(starts[owner], starts[owner + 1]));

describe('lists', () => {
  test('give each owner its values in the order they came, under its new name', () => {
    fc.assert(
      fc.property(entries, renaming, (all, names) => {
        const builder = new ListsBuilder(4);
        for (const [owner, value] of all) builder.add(owner, value);
        const lists = builder.lists(owners, (owner) => names[owner] ?? -1);
        for (let owner = 0; owner < owners; owner += 1) {
          const own = all.filter(([of]) => of === owner).map(([, value]) => value);
          expect(listOf(lists, names[owner] ?? -1)).toEqual(own);
        }
        expect(lists.starts).toHaveLength(owners + 1);
        expect(lists.values).toHaveLength(all.length);
      }),
    );
  });

  test('can be taken twice, under other names', () => {
    const builder = new ListsBuilder();
    builder.add(0, 5);
    builder.add(1, 6);
    expect(
      listOf(
        builder.lists(2, (owner) => 1 - owner),
        0,
      ),
    ).toEqual([6]);
    expect(
      listOf(
        builder.lists(2, (owner) => owner),
        0,
      ),
    ).toEqual([5]);
  });

  test('of nobody are empty', () => {
    expect(new ListsBuilder().lists(0, (owner) => owner)).toEqual({
      starts: new Int32Array(1),
      values: new Int32Array(0),
    });
  });
});
