import { describe, expect, test } from 'vitest';
import { AccountId, CustomerId } from '#shared/ids.ts';
import type { Sample, SampleVerdict } from '#shared/sampling.ts';
import { bulkPlan, sampleOfPairs } from '../../../../renderer/review/bulk/plan.ts';

const pair = (n: number, customer = n) => ({
  accountId: AccountId.parse(`a${n}`),
  customerId: CustomerId.parse(`c${customer}`),
});
const pairs = [1, 2, 3, 4].map((n) => pair(n));

function aSample(
  id: number,
  population: number,
  verdicts: [number, SampleVerdict | null, number?][],
): Sample {
  return {
    id,
    at: '2026-01-01T00:00:00Z',
    author: 'me',
    what: '',
    population,
    bound: 0.05,
    pairs: verdicts.map(([n, verdict, customer]) => ({ ...pair(n, customer), verdict })),
    counts: { right: 0, wrong: 0, unsure: 0, open: 0 },
    wrong: null,
  };
}

describe('a batch', () => {
  test('without a sample decides every pair as asked', () => {
    const plan = bulkPlan('reject', pairs, null);
    expect(plan.decisions.map(({ kind }) => kind)).toEqual(['reject', 'reject', 'reject', 'reject']);
    expect(plan).toMatchObject({ asAsked: 4, rejected: 0, unsure: 0 });
  });

  test('rejects what the sample found wrong and leaves what the person was unsure of', () => {
    const sample = aSample(1, 4, [
      [1, 'wrong'],
      [2, 'unsure'],
      [3, 'right'],
    ]);
    expect(bulkPlan('confirm', pairs, sample)).toEqual({
      decisions: [
        { ...pair(1), kind: 'reject' },
        { ...pair(3), kind: 'confirm' },
        { ...pair(4), kind: 'confirm' },
      ],
      asAsked: 2,
      rejected: 1,
      unsure: 1,
    });
  });

  test('takes no answer that was about another customer, and none into a rejection', () => {
    expect(bulkPlan('confirm', pairs, aSample(1, 4, [[1, 'wrong', 9]])).rejected).toBe(0);
    expect(bulkPlan('skip', pairs, aSample(1, 4, [[1, 'wrong']])).asAsked).toBe(4);
  });
});

describe('the sample of some pairs', () => {
  test('is the newest that was drawn from just these', () => {
    const older = aSample(1, 4, [[1, 'right']]);
    const newer = aSample(2, 4, [[2, null]]);
    expect(sampleOfPairs([newer, older], pairs)).toBe(newer);
  });

  test('is none that was drawn from more, or that holds another pair', () => {
    const others = [
      aSample(1, 5, [[1, 'right']]),
      aSample(2, 4, [[9, 'right']]),
      aSample(3, 4, [[1, 'right', 9]]),
    ];
    expect(sampleOfPairs(others, pairs)).toBeNull();
  });
});
