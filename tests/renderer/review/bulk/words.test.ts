import { expect, test } from 'vitest';
import type { Sample } from '#shared/sampling.ts';
import { sampleResult } from '../../../../renderer/review/bulk/words.ts';

const sample: Sample = {
  id: 1,
  at: '2026-01-01T00:00:00Z',
  author: 'me',
  what: '',
  population: 400,
  bound: 0.05,
  pairs: [],
  counts: { right: 69, wrong: 2, unsure: 1, open: 0 },
  wrong: null,
};

test('a result says what was found, how sure that is and how it was worked out', () => {
  expect(sampleResult(sample, { rate: 2 / 72, low: 0.0034, high: 0.0968 })).toBe(
    '2 of 72 wrong and 1 not sure: 2.8%, between 0.3% and 9.7% (95% confidence, Clopper–Pearson)',
  );
});

test('where every pair was checked nothing was left to chance', () => {
  const all = { ...sample, population: 72, counts: { right: 72, wrong: 0, unsure: 0, open: 0 } };
  expect(sampleResult(all, { rate: 0, low: 0, high: 0 })).toBe('0 of 72 wrong: 0% (every pair was checked)');
});
