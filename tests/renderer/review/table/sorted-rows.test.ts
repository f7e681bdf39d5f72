import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ReviewRow } from '#shared/review.ts';
import { sortedRows } from '../../../../renderer/review/table/sorted-rows.ts';
import { exampleRow } from '../example.ts';

const names = (rows: readonly ReviewRow[]) => rows.map(({ accountName }) => accountName);
const named = (...all: string[]) => all.map((accountName, at) => exampleRow(String(at), { accountName }));
const byName = ({ accountName }: ReviewRow) => (accountName === '' ? undefined : accountName);

describe('sorted rows', () => {
  test('with the same value keep their order in both directions', () => {
    const rows = named('beta', 'alpha', 'beta', 'alpha');
    const ids = (desc: boolean) => sortedRows(rows, byName, desc).map(({ accountId }) => accountId);
    expect(ids(false)).toEqual(['1', '3', '0', '2']);
    expect(ids(true)).toEqual(['0', '2', '1', '3']);
  });

  test('without a value come last in both directions', () => {
    const rows = named('', 'beta', 'alpha');
    expect(names(sortedRows(rows, byName, false))).toEqual(['alpha', 'beta', '']);
    expect(names(sortedRows(rows, byName, true))).toEqual(['beta', 'alpha', '']);
  });

  test('with texts that differ late, or in length only, are told apart', () => {
    const rows = named('northwind traders two', 'northwind traders', 'northwind traders one');
    expect(names(sortedRows(rows, byName, false))).toEqual([
      'northwind traders',
      'northwind traders one',
      'northwind traders two',
    ]);
  });

  const letters = fc.constantFrom('a', 'b', 'z', ' ', '-', '9', 'A', '_', '{', 'é', '王', '\n');
  const texts = fc.array(fc.string({ unit: letters, maxLength: 14 }), { maxLength: 60 });

  test('are in the order of their code units, whatever their texts', () => {
    fc.assert(
      fc.property(texts, fc.boolean(), (all, desc) => {
        const filled = all.filter((text) => text !== '');
        const wanted = filled.toSorted((a, b) => (a === b ? 0 : a < b === desc ? 1 : -1));
        expect(names(sortedRows(named(...filled), byName, desc))).toEqual(wanted);
      }),
    );
  });

  test('are in order where many begin alike and few are the same', () => {
    const endings = fc.uniqueArray(fc.string({ unit: fc.constantFrom('a', 'b', '9'), maxLength: 9 }), {
      minLength: 30,
      maxLength: 60,
    });
    fc.assert(
      fc.property(endings, fc.nat({ max: 20 }), fc.boolean(), (all, shared, desc) => {
        const texts = all.map((ending) => 'n'.repeat(shared) + ending).filter((text) => text !== '');
        const wanted = texts.toSorted((a, b) => (a < b === desc ? 1 : -1));
        expect(names(sortedRows(named(...texts), byName, desc))).toEqual(wanted);
      }),
    );
  });

  test('are in order, and in theirs where alike, where most texts are the same', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('yes', 'no', ''), { minLength: 20 }),
        fc.boolean(),
        (all, desc) => {
          const rows = named(...all);
          const wanted = rows.toSorted(
            ({ accountName: a }, { accountName: b }) =>
              Number(a === '') - Number(b === '') || (a === b ? 0 : a < b === desc ? 1 : -1),
          );
          expect(sortedRows(rows, byName, desc)).toEqual(wanted);
        },
      ),
    );
  });

  test('are in the order of their numbers, however near these are', () => {
    const numbers = fc.array(fc.oneof(fc.double({ noNaN: true, noDefaultInfinity: true }), fc.integer()), {
      maxLength: 60,
    });
    fc.assert(
      fc.property(numbers, fc.boolean(), (all, desc) => {
        const rows = all.map((balance, at) => exampleRow(String(at), { balance }));
        const sorted = sortedRows(rows, ({ balance }) => balance ?? undefined, desc);
        const wanted = all.toSorted((a, b) => (desc ? b - a : a - b)).map((value) => value + 0);
        expect(sorted.map(({ balance }) => (balance ?? 0) + 0)).toEqual(wanted);
      }),
    );
  });
});
