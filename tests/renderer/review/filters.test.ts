import { describe, expect, test } from 'vitest';
import {
  filterCount,
  filterCounts,
  filteredRows,
  noFilters,
  toggled,
} from '../../../renderer/review/filters.ts';
import { exampleRow } from './example.ts';

const rows = [
  exampleRow('1', { accountName: 'Peña Hermanos', accountPlace: 'San Diego, CA', balance: 120 }),
  exampleRow('2', { accountName: 'Summit Dental', customerActive: false, band: 'possible' }),
  exampleRow('3', { accountName: 'Summit Paving', subCustomer: true, state: 'conflict' }),
  exampleRow('4', {
    accountName: 'Delta',
    customerId: null,
    balance: null,
    band: null,
    state: 'no-candidate',
  }),
];

const found = (text: string, filters = noFilters) =>
  filteredRows(rows, text, filters).map(({ accountId }) => accountId);

describe('the text filter', () => {
  test('finds every word anywhere in the row, without case and accents', () => {
    expect(found('hermanos PENA diego')).toEqual(['1']);
  });

  test('keeps the order of the rows', () => {
    expect(found('summit')).toEqual(['2', '3']);
  });

  test('lets all rows through, and the very same list, when it is blank', () => {
    expect(filteredRows(rows, '  ', noFilters)).toBe(rows);
  });

  test('finds nothing for a word that no row holds', () => {
    expect(found('summit zebra')).toEqual([]);
  });
});

describe('the chosen values', () => {
  test('narrow by state', () => {
    expect(found('', { ...noFilters, states: new Set(['conflict', 'no-candidate']) })).toEqual(['3', '4']);
  });

  test('narrow by band', () => {
    expect(found('', { ...noFilters, bands: new Set(['possible']) })).toEqual(['2']);
  });

  test('narrow by traits of the customer, any of them', () => {
    expect(found('', { ...noFilters, traits: new Set(['balance', 'inactive']) })).toEqual(['1', '2']);
  });

  test('of different groups must all fit', () => {
    expect(
      found('', { ...noFilters, bands: new Set(['likely']), traits: new Set(['sub-customer']) }),
    ).toEqual(['3']);
  });

  test('are counted over all groups', () => {
    expect(filterCount({ ...noFilters, bands: new Set(['likely']), states: new Set(['failed']) })).toBe(2);
  });

  test('are chosen and let go one by one', () => {
    expect([...toggled(new Set(['a']), 'b')]).toEqual(['a', 'b']);
    expect([...toggled(new Set(['a', 'b']), 'b')]).toEqual(['a']);
  });
});

test('each value is offered with the number of its rows', () => {
  const counts = filterCounts(rows);
  expect(Object.fromEntries(counts.states)).toEqual({ suggested: 2, conflict: 1, 'no-candidate': 1 });
  expect(Object.fromEntries(counts.bands)).toEqual({ likely: 2, possible: 1 });
  expect(Object.fromEntries(counts.traits)).toEqual({ balance: 1, inactive: 1, 'sub-customer': 1 });
});
