import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { KeySet } from '../../../../app/match/candidates/key-set.ts';

const keysOf = ({ keys, count }: KeySet): number[] => Array.from(keys.subarray(0, count));

describe('a set of keys', () => {
  test('holds each key once, in the order they came', () => {
    const hash = fc.oneof(
      fc.integer({ min: -(2 ** 31), max: 2 ** 32 - 1 }),
      fc.integer({ min: 1, max: 4 }).map((n) => n * 1024),
    );
    fc.assert(
      fc.property(fc.array(hash), (hashes) => {
        const set = new KeySet();
        for (const one of hashes) set.addHash(one);
        expect(keysOf(set)).toEqual([...new Set(hashes.map((one) => (one === 0 ? 1 : one >>> 0)))]);
      }),
    );
  });

  test('is empty once cleared, and as good as new', () => {
    fc.assert(
      fc.property(fc.array(fc.nat()), fc.array(fc.nat()), (before, after) => {
        const [used, fresh] = [new KeySet(), new KeySet()];
        for (const one of before) used.addHash(one);
        used.clear();
        expect(used.count).toBe(0);
        for (const one of after) {
          used.addHash(one);
          fresh.addHash(one);
        }
        expect(keysOf(used)).toEqual(keysOf(fresh));
      }),
    );
  });

  test('holds at most 512, the first ones, and can be cleared then', () => {
    const set = new KeySet();
    for (let at = 1; at <= 2000; at += 1) set.addHash(at * 1024);
    expect(keysOf(set)).toEqual(Array.from({ length: 512 }, (_, at) => (at + 1) * 1024));
    set.clear();
    set.addHash(1024);
    expect(keysOf(set)).toEqual([1024]);
  });

  test('tells kinds of keys apart, and the first value from the second', () => {
    const set = new KeySet();
    set.add(1, 7);
    set.add(2, 7);
    set.add(1, 7, 8);
    set.add(1, 8, 7);
    set.add(1, 7);
    expect(set.count).toBe(4);
  });
});
