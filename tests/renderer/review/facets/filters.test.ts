import { describe, expect, test } from 'vitest';
import {
  Filters,
  filterCount,
  filteredRows,
  noFilters,
  toggled,
} from '../../../../renderer/review/facets/filters.ts';
import { exampleRow } from '../example.ts';

const rows = [
  exampleRow('1', { accountName: 'Peña Hermanos', accountPlace: 'San Diego, CA', balance: 120 }),
  exampleRow('2', { accountName: 'Summit Dental', customerActive: false, band: 'possible' }),
  exampleRow('3', { accountName: 'Summit Paving', subCustomer: true, state: 'conflict', score: 0.5 }),
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
  test('of one facet widen, of different facets narrow', () => {
    const states = { state: ['conflict', 'suggested'] };
    expect(found('', { ...noFilters, chosen: states })).toEqual(['1', '2', '3']);
    expect(found('', { ...noFilters, chosen: { ...states, inactive: ['yes'] } })).toEqual(['2']);
  });

  test('that no row has let none through', () => {
    expect(found('', { ...noFilters, chosen: { owner: ['Nobody'] } })).toEqual([]);
  });

  test('narrow together with a range of scores, both ends included', () => {
    expect(found('', { ...noFilters, score: [50, 89] })).toEqual(['3']);
    expect(found('', { ...noFilters, score: [90, 100] })).toEqual(['1', '2']);
  });

  test('are chosen and let go one by one', () => {
    const one = toggled(noFilters, 'band', 'likely');
    expect(filterCount(one)).toBe(1);
    expect(toggled(one, 'band', 'certain').chosen).toEqual({ band: ['likely', 'certain'] });
    expect(toggled(one, 'band', 'likely')).toEqual(noFilters);
  });

  test('come back from text as they were', () => {
    const filters: Filters = { chosen: { phone: ['differs'] }, score: [10, 20] };
    expect(Filters.parse(JSON.parse(JSON.stringify(filters)))).toEqual(filters);
  });
});
