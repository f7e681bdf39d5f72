import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { paceOf, quickBooksLimits, scheduleOf } from '../../../../app/sources/quickbooks/pace.ts';
import { thrownBy } from '../service/thrown.ts';

/** When calls begin that are asked for one after the other, after these pauses in milliseconds. */
function beginsAfter(pauses: readonly number[]): number[] {
  const schedule = scheduleOf(quickBooksLimits);
  let now = 0;
  return pauses.map((pause) => {
    now += pause;
    return schedule(now);
  });
}

/** The most calls that begin within any span of this length; `begins` rise. */
function mostWithin(begins: readonly number[], milliseconds: number): number {
  let first = 0;
  return begins.reduce((most, at, index) => {
    while ((begins[first] ?? at) <= at - milliseconds) first += 1;
    return Math.max(most, index - first + 1);
  }, 0);
}

const pauses = fc.array(fc.nat({ max: 400 }), { maxLength: 1_200, size: 'max' });

describe('the pace of calls', () => {
  test('never has more than ten begin in a second, nor 500 in a minute, nor one before it was asked for', () => {
    fc.assert(
      fc.property(pauses, (some) => {
        const begins = beginsAfter(some);
        expect(begins).toEqual(begins.toSorted((a, b) => a - b));
        expect(mostWithin(begins, 1_000)).toBeLessThanOrEqual(10);
        expect(mostWithin(begins, 60_000)).toBeLessThanOrEqual(500);
        let asked = 0;
        for (const [index, pause] of some.entries()) {
          asked += pause;
          expect(begins[index]).toBeGreaterThanOrEqual(asked);
        }
      }),
      { examples: [[Array(1_200).fill(0)]] },
    );
  });

  test('lets ten begin at once and as soon as they are asked for, and the next when a second is over', () => {
    expect(beginsAfter(Array(11).fill(0))).toEqual([...Array(10).fill(0), 1_100]);
    expect(beginsAfter([0, 5_000, 5_000])).toEqual([0, 5_000, 10_000]);
  });

  test('lets nothing begin while it is held, and tells every call how long that is', async () => {
    const pace = paceOf(quickBooksLimits);
    pace.hold(0.2);
    const stop = new AbortController();
    const told: number[] = [];
    const begun: string[] = [];
    const turns = [1, 2].map(() =>
      pace.turn(stop.signal, (s) => told.push(s)).then(() => begun.push('call')),
    );
    await new Promise((resolve) => setImmediate(resolve));
    expect(begun).toEqual([]);
    await Promise.all(turns);
    expect(new Set(told)).toEqual(new Set([1]));
  });

  test('holds calls back by it, and ends a wait that is stopped', async () => {
    const pace = paceOf([{ calls: 1, milliseconds: 60_000 }]);
    const stop = new AbortController();
    await pace.turn(stop.signal);
    const waiting = thrownBy(pace.turn(stop.signal));
    stop.abort();
    expect(await waiting).toMatchObject({ code: 'cancelled', data: { sent: 'no' } });
  });
});
