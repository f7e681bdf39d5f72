import { expect, test } from 'vitest';
import { columnTemplate } from '../../../renderer/review/column-widths.ts';
import { exampleRow } from './example.ts';

/** The shares of the columns that hold text: account, customer, why. */
const shares = (template: string) =>
  Array.from(template.matchAll(/([\d.]+)fr/g), ([, share]) => Number(share));

test('texts share the width by how long they usually are', () => {
  const rows = Array.from({ length: 20 }, (_, index) =>
    exampleRow(String(index), {
      accountName: 'A company with a long name',
      accountPlace: '',
      customerName: 'Short',
      customerPlace: '',
      reason: 'Sixteen letters.',
    }),
  );
  expect(shares(columnTemplate(rows))).toEqual([26, 10, 12]);
});

test('one very long text does not widen its column', () => {
  const usual = Array.from({ length: 20 }, (_, index) => exampleRow(String(index)));
  const odd = exampleRow('odd', { accountName: 'x'.repeat(200) });
  expect(columnTemplate([...usual, odd])).toBe(columnTemplate(usual));
});

test('a queue without scores and balances gives their room to the texts', () => {
  const rows = [exampleRow('1', { score: null, balance: null, customerId: null, customerName: '' })];
  expect(columnTemplate(rows)).toMatch(/ 64px .* 72px 100px$/);
});

test('there are the mark and six columns even when there are no rows', () => {
  expect(
    columnTemplate([])
      .replaceAll(/\(.*?\)/g, '')
      .split(' '),
  ).toHaveLength(7);
});
