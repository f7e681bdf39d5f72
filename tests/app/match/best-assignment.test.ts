import fc from 'fast-check';
import { linearSumAssignment } from 'linear-sum-assignment';
import { describe, expect, test } from 'vitest';
import { bestAssignment } from '../../../app/match/best-assignment.ts';

const best = (gains: readonly (readonly number[])[]): Int32Array =>
  bestAssignment(gains.length, gains[0]?.length ?? 0, (row, column) => gains[row]?.[column] ?? 0);

const sumOf = (gains: readonly (readonly number[])[], columns: ArrayLike<number>): number =>
  Array.from(columns).reduce((sum, column, row) => sum + (gains[row]?.[column] ?? 0), 0);

const matrix = fc
  .tuple(fc.integer({ min: 1, max: 7 }), fc.integer({ min: 1, max: 7 }))
  .chain(([rows, columns]) =>
    fc.array(
      fc.array(fc.oneof(fc.constant(0), fc.double({ min: 0, max: 1, noNaN: true })), {
        minLength: columns,
        maxLength: columns,
      }),
      { minLength: rows, maxLength: rows },
    ),
  );

describe('the best assignment', () => {
  test('gives up a good pair for two that are better together', () => {
    expect([
      ...best([
        [0.9, 0.8],
        [0.8, 0.1],
      ]),
    ]).toEqual([1, 0]);
  });

  test('leaves a row without a column where there are too few, or nothing to gain', () => {
    expect([...best([[0.3], [0.7], [0.5]])]).toEqual([-1, 0, -1]);
    expect([...best([[0, 0]])]).toEqual([-1]);
  });

  test('uses no column twice', () => {
    fc.assert(
      fc.property(matrix, (gains) => {
        const used = Array.from(best(gains)).filter((column) => column !== -1);
        expect(new Set(used).size).toBe(used.length);
      }),
    );
  });

  test('adds up to what a library of another make finds', () => {
    fc.assert(
      fc.property(matrix, (gains) => {
        const { rowAssignments } = linearSumAssignment(
          gains.map((row) => [...row]),
          { maximaze: true },
        );
        expect(sumOf(gains, best(gains))).toBeCloseTo(sumOf(gains, Array.from(rowAssignments)), 9);
      }),
      { numRuns: 500 },
    );
  });
});
