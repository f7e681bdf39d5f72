import { expect, test } from 'vitest';
import { Queue } from '#shared/decisions.ts';
import type { Receivable } from '#shared/review.ts';
import { linkedShare, openBalance } from '../../../../renderer/review/money/receivables-words.ts';

const owed = (currency: string, all: number, linked: number, suggested: number): Receivable => {
  const queues = Object.fromEntries(Queue.options.map((queue) => [queue, 0])) as Receivable['queues'];
  return { currency, all, linked, queues: { ...queues, suggested } };
};

test('what a queue’s customers owe is said for each currency', () => {
  const receivables = [owed('USD', 2000, 0, 1234.5), owed('CAD', 20, 0, 2), owed('EUR', 5, 0, 0)];
  expect(openBalance(receivables, 'suggested')).toBe('USD 1,234.50 and CAD 2.00');
  expect(openBalance(receivables, 'failed')).toBe('');
});

test('what is linked is a share of each currency, and all of it only when all of it is', () => {
  expect(linkedShare([owed('USD', 1000, 999.9, 0)])).toBe('99% of receivables linked');
  expect(linkedShare([owed('USD', 1000, 1000, 0)])).toBe('100% of receivables linked');
  expect(linkedShare([owed('USD', 4, 1, 0), owed('CAD', 2, 1, 0), owed('EUR', 0, 0, 0)])).toBe(
    'Receivables linked: 25% of USD, 50% of CAD',
  );
  expect(linkedShare([owed('USD', 0, 0, 0)])).toBe('');
});
