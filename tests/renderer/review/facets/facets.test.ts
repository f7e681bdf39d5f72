import fc from 'fast-check';
import { expect, test } from 'vitest';
import { AgreementField } from '#shared/agreement.ts';
import { AccountState } from '#shared/decisions.ts';
import { Band } from '#shared/pairs.ts';
import type { ReviewRow } from '#shared/review.ts';
import { facets } from '../../../../renderer/review/facets/facet.ts';
import { facetCounts } from '../../../../renderer/review/facets/facet-counts.ts';
import { FacetId } from '../../../../renderer/review/facets/facet-id.ts';
import { percentOf } from '../../../../renderer/review/facets/facet-store.ts';
import {
  type Filters,
  filteredRows,
  noFilters,
  toggled,
} from '../../../../renderer/review/facets/filters.ts';
import { exampleRow } from '../example.ts';

const letter = fc.constantFrom('a', 'd', 'm');
const manyRows = fc
  .array(
    fc.record({
      accountName: fc.constantFrom('Summit Dental', 'Summit Paving', 'Delta'),
      accountPlace: fc.constantFrom('', 'Tacoma, WA', 'Reno, NV'),
      owner: fc.constantFrom('', 'Ann', 'Bob'),
      state: fc.constantFrom(...AccountState.options),
      band: fc.constantFrom(null, ...Band.options),
      score: fc.option(fc.double({ min: 0, max: 1, noNaN: true })),
      reason: fc.constantFrom('Name agrees', 'Phone agrees'),
      balance: fc.constantFrom(null, 0, 12),
      customerActive: fc.boolean(),
      subCustomer: fc.boolean(),
      commented: fc.boolean(),
      agreements: fc.array(letter, { minLength: 5, maxLength: 5 }).map((all) => all.join('')),
    }),
    { maxLength: 30 },
  )
  .map((all) => all.map((given, index) => exampleRow(String(index), given)));

const someFilters: fc.Arbitrary<Filters> = fc.record({
  chosen: fc.dictionary(
    fc.constantFrom(...FacetId.options),
    fc.uniqueArray(fc.constantFrom('suggested', 'likely', 'agrees', 'differs', 'Ann', 'Reno, NV', 'yes'), {
      maxLength: 3,
    }),
    { maxKeys: 3 },
  ),
  score: fc.option(
    fc.tuple(fc.integer({ min: 0, max: 100 }), fc.integer({ min: 0, max: 100 })).map(([one, other]) => {
      return [Math.min(one, other), Math.max(one, other)] as const;
    }),
  ),
});

/** What the filters mean, said row by row and facet by facet. */
function passes(row: ReviewRow, { chosen, score }: Filters, without: FacetId | 'score' | null): boolean {
  const fits = FacetId.options.every((facet) => {
    const values = chosen[facet] ?? [];
    return facet === without || values.length === 0 || values.includes(facets[facet].valueOf(row));
  });
  if (!fits || score === null || without === 'score') return fits;
  return row.score !== null && percentOf(row.score) >= score[0] && percentOf(row.score) <= score[1];
}

const words = fc.constantFrom('', 'summit', 'tacoma  summit', 'zebra');
const hasText = (row: ReviewRow, text: string) =>
  text
    .split(' ')
    .every((word) =>
      `${row.accountName} ${row.accountPlace} ${row.customerPlace}`.toLowerCase().includes(word),
    );

test('the rows shown are those that hold the text and pass every facet', () => {
  fc.assert(
    fc.property(manyRows, words, someFilters, (rows, text, filters) => {
      const expected = rows.filter((row) => hasText(row, text) && passes(row, filters, null));
      expect(filteredRows(rows, text, filters)).toEqual(expected);
    }),
  );
});

test('a value’s count is what the text and the other facets leave of it, whatever is chosen of its own', () => {
  fc.assert(
    fc.property(manyRows, words, someFilters, (rows, text, filters) => {
      const counts = facetCounts(rows, text, filters);
      for (const facet of FacetId.options) {
        const left = rows.filter((row) => hasText(row, text) && passes(row, filters, facet));
        const existing = new Set(rows.map(facets[facet].valueOf).filter((value) => value !== ''));
        expect(new Set(counts.values[facet].map(({ value }) => value))).toEqual(existing);
        for (const { value, count } of counts.values[facet]) {
          expect(count).toBe(left.filter((row) => facets[facet].valueOf(row) === value).length);
        }
      }
      const left = rows.filter((row) => hasText(row, text) && passes(row, filters, 'score'));
      for (let percent = 0; percent <= 100; percent += 1) {
        const ofThis = left.filter(({ score }) => score !== null && percentOf(score) === percent);
        expect(counts.scores[percent]).toBe(ofThis.length);
      }
    }),
  );
});

test('values come the most frequent first, those that would give nothing last', () => {
  const rows = [
    exampleRow('1', { owner: 'Ann', commented: true }),
    exampleRow('2', { owner: 'Bob' }),
    exampleRow('3', { owner: 'Bob' }),
  ];
  const owners = (filters: Filters) => facetCounts(rows, '', filters).values.owner;
  expect(owners(noFilters).map(({ value }) => value)).toEqual(['Bob', 'Ann']);
  expect(owners({ ...noFilters, chosen: { commented: ['yes'] } })).toEqual([
    { value: 'Ann', count: 1 },
    { value: 'Bob', count: 0 },
  ]);
});

test('a town written in several ways is one, shown as most rows write it, and chosen as any of them', () => {
  const rows = ['PARIS, TX', 'Paris, TX', 'Paris,  TX', 'Paris, TX', 'Reno, NV', 'París, TX'].map(
    (place, at) => exampleRow(String(at), { accountPlace: place }),
  );
  const chosen = (...city: string[]): Filters => ({ ...noFilters, chosen: { city } });
  expect(facetCounts(rows, '', noFilters).values.city).toEqual([
    { value: 'Paris, TX', count: 5 },
    { value: 'Reno, NV', count: 1 },
  ]);
  expect(filteredRows(rows, '', chosen('paris, tx'))).toHaveLength(5);
  expect(toggled(chosen('PARIS, TX', 'Reno, NV'), 'city', 'Paris, TX')).toEqual(chosen('Reno, NV'));
});

test('reasons are told apart to the letter', () => {
  const rows = ['Name agrees', 'name agrees'].map((reason, at) => exampleRow(String(at), { reason }));
  expect(facetCounts(rows, '', noFilters).values.reason).toHaveLength(2);
});

test('a row without a pair agrees and differs in nothing', () => {
  const row = exampleRow('1', { customerId: null, agreements: '' });
  for (const field of AgreementField.options) expect(facets[field].valueOf(row)).toBe('');
});

test('a score is the whole per cent that the row shows', () => {
  expect([0, 0.925, 0.996, 1].map(percentOf)).toEqual([0, 93, 99, 100]);
});
