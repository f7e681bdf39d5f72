import { expect, test } from 'vitest';
import { fittingWidth } from '../../../../renderer/review/columns/fitting-width.ts';
import { exampleRow } from '../example.ts';

/** Every letter is half as wide as high. */
const measure = (text: string, size: number) => (text.length * size) / 2;

test('a column is as wide as its widest text, in every row', () => {
  const rows = Array.from({ length: 500 }, (_, at) => exampleRow(String(at), { reason: 'Name agrees' }));
  const long = exampleRow('long', { reason: 'x'.repeat(100) });
  expect(fittingWidth([...rows, long], 'why', measure)).toBe(100 * 6 + 16);
});

test('a name has its place and its traits beside it', () => {
  const plain = exampleRow('1', { customerName: 'x'.repeat(40), customerPlace: '' });
  const more = { ...plain, customerPlace: 'Reno', customerActive: false };
  const gained = fittingWidth([more], 'customer', measure) - fittingWidth([plain], 'customer', measure);
  expect(gained).toBe(4 * 6 + 6 + 'inactive'.length * 6 + 14);
});

test('a column of short texts keeps room for its heading', () => {
  expect(fittingWidth([], 'customer-status', measure)).toBe('Customer status'.length * 6 + 36 + 16);
});
