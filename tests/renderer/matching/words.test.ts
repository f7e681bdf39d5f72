import { describe, expect, test } from 'vitest';
import { changeSentence, learntSentence, sinceSentence } from '../../../renderer/matching/words.ts';

const since = (decisions: number, pins: number, policy: boolean, matchedAt: string | null = '2026-01-01') =>
  sinceSentence({ since: { decisions, pins, policy }, matchedAt });

describe('what was said since the last match', () => {
  test('is counted, and nothing is nothing', () => {
    expect(since(57, 2, false)).toBe('57 decisions and 2 pins since the last match');
    expect(since(1, 1, true)).toBe('1 decision, 1 pin and another rule since the last match');
    expect(since(0, 0, true)).toBe('another rule since the last match');
    expect(since(0, 0, false)).toBe('');
  });

  test('needs a last match', () => {
    expect(since(3, 0, false, null)).toBe('');
  });
});

describe('what a match learnt', () => {
  test('names the pairs it learnt from', () => {
    expect(learntSentence({ confirmed: 43, rejected: 1, changes: [] })).toBe(
      'Learnt from 43 confirmed pairs and 1 rejected pair.',
    );
    expect(learntSentence({ confirmed: 0, rejected: 0, changes: [] })).toBe('');
  });

  test('tells a weight before and after, with a true minus', () => {
    expect(changeSentence({ label: 'Phone agrees', before: 12.31, after: -0.55 })).toBe(
      'Phone agrees: now −0.6 bits, 12.3 before',
    );
  });
});
