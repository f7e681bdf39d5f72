import { describe, expect, test } from 'vitest';
import { InvertedIndex } from '../../../app/match/inverted-index.ts';
import { Pace } from '../../../app/match/pace.ts';

const index = (records: readonly string[]): Promise<InvertedIndex> =>
  InvertedIndex.of(records, (record) => record.split(' '), new Pace({}));

describe('a search', () => {
  test('gives the record that shares the rarest keys first', async () => {
    const found = await index(['common rare', 'common', 'common other', 'common rare second']);
    expect(found.search(['common', 'rare', 'second'], 2, 100)).toEqual([3, 0]);
  });

  test('leaves nothing behind for the next one', async () => {
    const found = await index(['a b', 'a c', 'd']);
    const first = found.search(['a', 'b'], 3, 100);
    expect(found.search(['d'], 3, 100)).toEqual([2]);
    expect(found.search(['a', 'b'], 3, 100)).toEqual(first);
  });

  test('gives no more than asked for', async () => {
    const found = await index(Array.from({ length: 50 }, () => 'same'));
    expect(found.search(['same'], 7, 100)).toHaveLength(7);
  });

  test('visits no further key when the budget is used up', async () => {
    const found = await index([
      ...Array.from({ length: 70 }, () => 'one'),
      ...Array.from({ length: 80 }, () => 'other'),
    ]);
    expect(found.search(['one', 'other'], 200, 100)).toHaveLength(70);
    expect(found.search(['one', 'other'], 200, 150)).toHaveLength(150);
  });

  test('still looks at the beginning of a key that alone exceeds the budget', async () => {
    const found = await index(Array.from({ length: 500 }, () => 'same'));
    expect(found.search(['same'], 20, 100)).toHaveLength(20);
  });

  test('of unknown keys finds nothing', async () => {
    expect((await index(['a'])).search(['__proto__', 'b'], 5, 100)).toEqual([]);
  });
});
