import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { IndexSearch } from '../../../../app/match/candidates/index-search.ts';
import { type InvertedIndex, InvertedIndexBuilder } from '../../../../app/match/candidates/inverted-index.ts';
import { KeySet } from '../../../../app/match/candidates/key-set.ts';

const keysOf = (keys: readonly number[]): KeySet => {
  const set = new KeySet();
  for (const key of keys) set.addHash(key);
  return set;
};

function index(records: readonly (readonly number[])[]): InvertedIndex {
  const builder = new InvertedIndexBuilder();
  records.forEach((keys, record) => {
    builder.add(record, keysOf(keys));
  });
  return builder.index(records.length);
}

const searching = (of: InvertedIndex, most: number, budget: number, leastOfLater = 0): IndexSearch =>
  new IndexSearch(of, { most, budget, leastOfLater });

function search(of: IndexSearch, keys: readonly number[]): number[] {
  const count = of.search(keysOf(keys));
  return Array.from(of.found.subarray(0, count));
}

const times = (count: number, keys: readonly number[]): (readonly number[])[] =>
  Array.from({ length: count }, () => keys);
const [common, rare, second, other] = [11, 22, 33, 44];

describe('a search', () => {
  test('gives the record that shares the rarest keys first', () => {
    const found = index([[common, rare], [common], [common, other], [common, rare, second]]);
    expect(search(searching(found, 2, 100), [common, rare, second])).toEqual([3, 0]);
  });

  test('leaves nothing behind for the next one', () => {
    const searcher = searching(index([[common, rare], [common, second], [other]]), 3, 100);
    const first = search(searcher, [common, rare]);
    expect(search(searcher, [other])).toEqual([2]);
    expect(search(searcher, [common, rare])).toEqual(first);
  });

  test('gives no more than asked for', () => {
    expect(search(searching(index(times(50, [common])), 7, 100), [common])).toHaveLength(7);
  });

  test('visits no further key when the budget is used up', () => {
    const found = index([...times(70, [rare]), ...times(80, [common])]);
    expect(search(searching(found, 200, 100), [rare, common])).toHaveLength(70);
    expect(search(searching(found, 200, 150), [rare, common])).toHaveLength(150);
  });

  test('still looks at the beginning of a key that alone exceeds the budget', () => {
    expect(search(searching(index(times(500, [common])), 200, 100), [common])).toHaveLength(100);
  });

  test('of unknown keys finds nothing', () => {
    expect(search(searching(index([[common]]), 5, 100), [rare, second])).toEqual([]);
    expect(search(searching(index([]), 5, 100), [rare])).toEqual([]);
  });

  test('leaves out what shares less than a quarter of what the best one shares', () => {
    const found = index([[1, 2, 3, 4, 5, 6, common], [common], ...times(30, [common, other])]);
    expect(search(searching(found, 40, 100), [1, 2, 3, 4, 5, 6, common])).toEqual([0]);
  });

  test('after the first few leaves out more', () => {
    const found = index([[rare, second], ...times(8, [rare]), ...times(40, [other])]);
    expect(search(searching(found, 20, 100, 0.2), [rare, second])).toHaveLength(9);
    expect(search(searching(found, 20, 100, 0.9), [rare, second])).toEqual([0, 1, 2, 3]);
  });
});

/** Every record's sum of the rarities of shared keys, the plain way. */
function plainly(records: readonly (readonly number[])[], keys: readonly number[], most: number): number[] {
  const sets = records.map((own) => new Set(own));
  const having = (key: number): number => sets.filter((set) => set.has(key)).length;
  const rarest = [...new Set(keys)].filter((key) => having(key) > 0).sort((a, b) => having(a) - having(b));
  const sums = sets.map((set) =>
    rarest.reduce(
      (sum, key) => sum + (set.has(key) ? Math.log2((records.length + 1) / having(key)) + 0.1 : 0),
      0,
    ),
  );
  const best = Math.max(...sums, 0);
  return sums
    .map((sum, record) => ({ sum, record }))
    .filter(({ sum }) => sum > 0 && sum >= 0.25 * best)
    .sort((a, b) => b.sum - a.sum || a.record - b.record)
    .slice(0, most)
    .map(({ record }) => record);
}

test('within its budget a search finds what looking at every record finds', () => {
  const keys = fc.array(
    fc.integer({ min: 1, max: 12 }).map((key) => key * 4096),
    { maxLength: 6 },
  );
  fc.assert(
    fc.property(
      fc.array(keys, { maxLength: 25 }),
      fc.array(keys, { minLength: 1, maxLength: 4 }),
      fc.integer({ min: 1, max: 30 }),
      (records, searches, most) => {
        const searcher = searching(index(records), most, 4000);
        for (const of of searches) expect(search(searcher, of)).toEqual(plainly(records, of, most));
      },
    ),
    { numRuns: 300 },
  );
});

test('an index of many keys keeps each record under each of its keys, in rising order', () => {
  const records = Array.from({ length: 3000 }, (_, at) => [at + 1, (at % 50) + 100_001, (at % 7) + 200_001]);
  const searcher = searching(index(records), 3, 4000);
  for (const record of [0, 1, 1499, 2999]) expect(search(searcher, records[record] ?? [])[0]).toBe(record);
  const { starts, entries } = index(records);
  for (let place = 0; place + 1 < starts.length; place += 1) {
    const list = Array.from(entries.subarray(starts[place], starts[place + 1]));
    expect(list).toEqual(list.toSorted((a, b) => a - b));
  }
  expect(entries).toHaveLength(9000);
});
