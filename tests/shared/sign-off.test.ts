import { describe, expect, test } from 'vitest';
import { AccountState, Queue } from '#shared/decisions.ts';
import { Outcome, openOutcomes, outcomeOf, outcomeWords } from '#shared/sign-off.ts';

describe('what came of an account', () => {
  test.each([
    ['failed', 'failed', 'failed', 'failed'],
    ['failed', 'failed', 'refused', 'refused'],
    ['failed', 'failed', 'unknown', 'unanswered'],
    ['confirmed', 'done', null, 'to-write'],
    ['confirmed', 'done', 'sent', 'unanswered'],
    ['confirmed', 'changed-since', null, 'to-check'],
    ['linked', 'linked-problems', null, 'to-check'],
    ['dangling', 'linked-problems', null, 'to-check'],
    ['linked', 'linked', null, 'linked'],
    ['conflict', 'conflicts', null, 'undecided'],
  ] as const)('%s in the queue %s, last attempt %s: %s', (state, queue, attempt, outcome) => {
    expect(outcomeOf({ state, queue }, attempt)).toBe(outcome);
  });

  test('is written only where this program wrote it; an id that was there is a link from before', () => {
    expect(outcomeOf({ state: 'written', queue: 'done' }, 'done')).toBe('written');
    expect(outcomeOf({ state: 'written', queue: 'done' }, null)).toBe('linked');
  });

  test('is told in a word for every state and queue', () => {
    for (const state of AccountState.options) {
      for (const queue of Queue.options) {
        expect(outcomeWords[outcomeOf({ state, queue }, null)]).not.toBe('');
      }
    }
  });

  test('is closed only where a link stands or a person or the records said that there is none', () => {
    const closed = Outcome.options.filter((outcome) => !openOutcomes.includes(outcome));
    expect(closed).toEqual(['written', 'linked', 'create-new', 'ignored', 'rejected', 'no-match']);
  });
});
