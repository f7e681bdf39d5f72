import { expect, test } from 'vitest';
import type { ReviewRows } from '#shared/review.ts';
import type { Call } from '../../../../renderer/door/client.ts';
import { readRows } from '../../../../renderer/review/session/read-rows.ts';
import { exampleRow } from '../example.ts';

const all = Array.from({ length: 7 }, (_, at) => exampleRow(String(at)));

/** An engine that hands over three rows at once; `revisionAt` is the revision that it has at each call. */
function engine(revisionAt: (call: number) => number = () => 1) {
  const asked: number[] = [];
  const answer = ({ from }: { from: number }): ReviewRows => {
    asked.push(from);
    return { revision: revisionAt(asked.length), total: all.length, rows: all.slice(from, from + 3) };
  };
  const call: Call = async (_method, input) => answer(input as { from: number }) as never;
  return { call, asked };
}

test('rows are read piece by piece, and told after each', async () => {
  const { call, asked } = engine();
  const told: [number, number][] = [];
  const rows = await readRows(
    call,
    () => true,
    (soFar, piece) => told.push([soFar.length, piece.length]),
  );
  expect(rows).toEqual(all);
  expect(asked).toEqual([0, 3, 6]);
  expect(told).toEqual([
    [3, 3],
    [6, 3],
    [7, 1],
  ]);
});

test('rows that turn into others are read from the first one again', async () => {
  const { call, asked } = engine((turn) => (turn < 3 ? 1 : 2));
  expect(
    await readRows(
      call,
      () => true,
      () => {},
    ),
  ).toEqual(all);
  expect(asked).toEqual([0, 3, 6, 0, 3, 6]);
});

test('reading ends as soon as it is no longer wanted', async () => {
  const { call, asked } = engine();
  expect(
    await readRows(
      call,
      () => asked.length < 2,
      () => {},
    ),
  ).toBeNull();
  expect(asked).toEqual([0, 3]);
});

test('a review without rows is read at once', async () => {
  const call: Call = async () => ({ revision: 1, total: 0, rows: [] }) as never;
  expect(
    await readRows(
      call,
      () => true,
      () => {},
    ),
  ).toEqual([]);
});
