import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  biggestFirst,
  changeSentence,
  learntSentence,
  proposalsSentence,
  sinceSentence,
} from '../../../renderer/matching/words.ts';

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

  test('puts the biggest change first, whichever way it went, and loses none', () => {
    const change = fc.record({ label: fc.string(), before: fc.integer(), after: fc.integer() });
    fc.assert(
      fc.property(fc.array(change), (changes) => {
        const ordered = biggestFirst(changes);
        const sizes = ordered.map(({ before, after }) => Math.abs(after - before));
        expect(sizes).toEqual(sizes.toSorted((left, right) => right - left));
        expect(new Set(ordered)).toEqual(new Set(changes));
      }),
    );
  });

  test('counts the accounts whose proposal is another one or none now', () => {
    expect(proposalsSentence({ proposals: 1, gone: 2 })).toBe(
      '1 undecided account has another proposal, 2 undecided accounts have none any more.',
    );
    expect(proposalsSentence({ proposals: 0, gone: 1 })).toBe('1 undecided account has none any more.');
    expect(proposalsSentence({ proposals: 0, gone: 0 })).toBe('No undecided account has another proposal.');
  });

  test('tells a weight before and after, with a true minus', () => {
    expect(changeSentence({ label: 'Phone agrees', before: 12.31, after: -0.55 })).toBe(
      'Phone agrees: now −0.6 bits, +12.3 before',
    );
  });
});
