import { expect, test } from 'vitest';
import { AccountId, CustomerId } from '#shared/ids.ts';
import { bulkFigures } from '../../../../renderer/review/bulk/figures.ts';
import { exampleRow } from '../example.ts';

const shared = CustomerId.parse('shared');
const rows = [
  exampleRow('1', { score: 0.97, band: 'likely', customerActive: false, balance: 100, currency: 'USD' }),
  exampleRow('2', { score: 0.71, band: 'likely', subCustomer: true, balance: 50.5, currency: 'EUR' }),
  exampleRow('3', { score: null, balance: 0 }),
  exampleRow('4', { score: 0.8, balance: 7, customerId: shared }),
  exampleRow('5', { score: 0.9, balance: 7, customerId: shared }),
];
const figures = (...ids: string[]) =>
  bulkFigures(
    ids.map((id) => AccountId.parse(id)),
    (id) => rows.find(({ accountId }) => accountId === id),
  );

test('the score goes from the lowest to the highest, what needs a look is counted, the money by currency', () => {
  expect(figures('1', '2', '3', 'nobody')).toEqual({
    scores: { least: 0.71, most: 0.97 },
    bands: [{ word: 'likely', count: 2 }],
    inactive: 1,
    subCustomers: 1,
    balances: [
      { currency: 'EUR', amount: 50.5 },
      { currency: 'USD', amount: 100 },
    ],
  });
});

test('a customer that two rows show owes its balance once', () => {
  expect(figures('4', '5').balances).toEqual([{ currency: 'USD', amount: 7 }]);
});

test('rows without scores have none', () => {
  expect(figures('3')).toMatchObject({ scores: null, bands: [], balances: [] });
});

test('bands are counted from the surest on, and what is below them is unlikely', () => {
  const many = (
    [
      ['certain', 2],
      [null, 1],
      ['possible', 3],
    ] as const
  ).flatMap(([band, count]) =>
    Array.from({ length: count }, (_, n) => exampleRow(`${band}${n}`, { score: 0.5, band })),
  );
  const { bands } = bulkFigures(
    many.map(({ accountId }) => accountId),
    (id) => many.find(({ accountId }) => accountId === id),
  );
  expect(bands).toEqual([
    { word: 'certain', count: 2 },
    { word: 'possible', count: 3 },
    { word: 'unlikely', count: 1 },
  ]);
});
