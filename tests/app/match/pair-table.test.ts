import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Compared } from '../../../app/match/compare/comparer.ts';
import { blankOutcome, type Outcome } from '../../../app/match/compare/context.ts';
import { at, comparisons } from '../../../app/match/compare/levels.ts';
import { initialWeights } from '../../../app/match/model.ts';
import {
  bitsOf,
  chanceOf,
  joinPairs,
  levelOf,
  oddsOf,
  type PairColumns,
  PairTable,
} from '../../../app/match/pair-table.ts';
import { mostLogOdds, Rules } from '../../../app/match/weigh.ts';

const rules = new Rules(initialWeights(), { accounts: 1000, customers: 1000 });
const phonePlace = comparisons.indexOf('phone');

function found(phone: Partial<Outcome>): Compared {
  const missing = (level: number): Outcome => ({ ...blankOutcome(), level });
  return {
    name: missing(at.name.missing),
    email: missing(at.email.missing),
    phone: { ...missing(at.phone.missing), ...phone },
    website: missing(at.website.missing),
    street: missing(at.street.missing),
    place: missing(at.place.missing),
  };
}

interface Row {
  readonly account: number;
  readonly customer: number;
  readonly level: number;
  readonly chance: number;
}

function tableOf(rows: readonly Row[]): PairTable {
  const table = new PairTable(2);
  for (const { account, customer, level, chance } of rows)
    table.add(account, customer, found({ level, chance }));
  return table;
}

const rowsOf = (pairs: PairColumns): Row[] =>
  Array.from({ length: pairs.count }, (_, pair) => ({
    account: pairs.accounts[pair] ?? -1,
    customer: pairs.customers[pair] ?? -1,
    level: levelOf(pairs, pair, phonePlace),
    chance: chanceOf(pairs, pair, phonePlace),
  }));

const accountCount = 6;
const row: fc.Arbitrary<Row> = fc.record({
  account: fc.nat({ max: accountCount - 1 }),
  customer: fc.nat({ max: 1000 }),
  level: fc.nat({ max: at.phone.missing }),
  chance: fc.oneof(fc.constant(Number.NaN), fc.float({ min: 0, max: 40, noNaN: true })),
});
const rows = fc.array(row, { maxLength: 30 });

describe('a table of pairs', () => {
  test('gives back what was added, however much', () => {
    fc.assert(
      fc.property(rows, (all) => {
        expect(rowsOf(tableOf(all))).toEqual(all);
        expect(rowsOf(tableOf(all).trimmed())).toEqual(all);
        expect(tableOf(all).trimmed().accounts).toHaveLength(all.length);
      }),
    );
  });

  test('forgets the pair added last when told to', () => {
    const table = tableOf([
      { account: 1, customer: 2, level: 0, chance: 9 },
      { account: 3, customer: 4, level: 1, chance: 8 },
    ]);
    table.dropLast();
    expect(rowsOf(table)).toEqual([{ account: 1, customer: 2, level: 0, chance: 9 }]);
  });

  test('knows the odds of the pair added last, and of any, up to what a score can say', () => {
    const table = tableOf([
      { account: 1, customer: 2, level: at.phone.same, chance: 30 },
      { account: 1, customer: 3, level: at.phone.different, chance: Number.NaN },
    ]);
    expect(table.lastOdds(-5, rules)).toBe(oddsOf(table, 1, -5, rules));
    expect(oddsOf(table, 1, -5, rules)).toBeCloseTo(-5 + Math.log2(0.34 / 0.99), 6);
    expect(oddsOf(table, 0, 30, rules)).toBe(mostLogOdds);
    expect(Array.from(bitsOf(table, 1, rules))[phonePlace]).toBeCloseTo(Math.log2(0.34 / 0.99), 6);
  });
});

test('joined pairs are all there, by account, those of an account in the order they came', () => {
  fc.assert(
    fc.property(fc.array(rows, { maxLength: 5 }), (parts) => {
      const joined = joinPairs(
        parts.map((part) => tableOf(part)),
        accountCount,
      );
      expect(rowsOf(joined)).toEqual(parts.flat().toSorted((a, b) => a.account - b.account));
    }),
  );
});
